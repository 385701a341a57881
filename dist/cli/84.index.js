"use strict";
exports.id = 84;
exports.ids = [84];
exports.modules = {

/***/ 9929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./build/rules/index.js + 57 modules
var rules = __webpack_require__(9306);
// EXTERNAL MODULE: ./build/src/config/policy.js
var policy = __webpack_require__(4767);
// EXTERNAL MODULE: ./build/src/evaluate/evidence.js
var evaluate_evidence = __webpack_require__(4459);
;// CONCATENATED MODULE: ./build/src/evaluate/example.js
/** The lines of a snippet, without the indentation that they share. */
function outdent(snippet) {
    const lines = snippet
        .replace(/^[ \t]*\n/, "")
        .replace(/\n[ \t]*$/, "\n")
        .split("\n");
    const indents = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
    const indent = Math.min(...indents);
    return lines.map((line) => line.slice(indent)).join("\n");
}
/** A rule's example as a whole snapshot: without its indentation, with the format's line. */
function asSnapshot(snippet) {
    const plain = outdent(snippet);
    return /^\s*(?:\{|"?imsLint)/.test(plain) ? plain : `imsLint: snapshot/v1\n${plain}`;
}

// EXTERNAL MODULE: ./build/src/model/nearest.js
var nearest = __webpack_require__(2950);
// EXTERNAL MODULE: ./build/src/report/homepage.js
var homepage = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/report/terminal.js
var terminal = __webpack_require__(3933);
// EXTERNAL MODULE: ./build/src/cli/edges.js
var edges = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/src/cli/options.js
var options = __webpack_require__(1501);
;// CONCATENATED MODULE: ./build/src/cli/explain.js









/** `ims-lint explain <rule>`: what, why, how to mend, examples. */
async function explain(args, { stdout }) {
    const { positionals } = (0,options/* readArguments */.lR)(args, {});
    const [wanted, ...more] = positionals;
    if (wanted === undefined || more.length > 0)
        throw new edges/* UsageError */.e("explain takes one rule: ims-lint explain <rule>.");
    const id = wanted.split("/")[0]?.replace(/^IMS-/i, "") ?? "";
    const rule = rules/* rules */.a.find((candidate) => candidate.id === id || candidate.control === id);
    if (!rule) {
        const near = (0,nearest/* nearest */.p)(id, rules/* rules */.a.map((candidate) => candidate.id));
        throw new edges/* UsageError */.e(`There is no rule "${wanted}".${near ? ` Did you mean ${near}?` : " «ims-lint rules» lists them."}`);
    }
    stdout.write(page(rule, Math.min(100, stdout.columns ?? 100)));
    return edges/* EXIT */.d.ok;
}
function page(rule, width) {
    const lines = [`${rule.id}  IMS-${rule.control}  ${policy/* LEVEL_OF */.PA[rule.level]}`, "", `${rule.title}.`, ""];
    const paragraph = (title, text) => {
        lines.push(title, ...(0,terminal/* wrap */.LV)(text, width - 2, (part) => part.length).map((line) => `  ${line}`), "");
    };
    paragraph("Why", rule.why);
    paragraph("What to do", rule.remedy);
    const clauses = Object.entries(rule.clauses ?? {});
    if (clauses.length > 0) {
        lines.push("Clauses, with levels of their own");
        for (const [name, clause] of clauses)
            lines.push(`  ${rule.id}/${name}  ${policy/* LEVEL_OF */.PA[clause.level]}`, `    ${clause.what}`);
        lines.push("");
    }
    const options = Object.entries(rule.options ?? {});
    if (options.length > 0) {
        lines.push("Options");
        for (const [name, option] of options)
            lines.push(`  ${name} (${option.default})  ${option.what}`);
        lines.push("");
    }
    const evidence = (0,evaluate_evidence/* evidenceOf */.X)(rule);
    if (evidence.length > 0) {
        lines.push("Evidence it needs");
        for (const key of evidence) {
            lines.push(...(0,terminal/* wrap */.LV)(`${evaluate_evidence/* EVIDENCE */.S[key].label}: ${evaluate_evidence/* EVIDENCE */.S[key].how}`, width - 4, (part) => part.length).map((line, index) => `${index === 0 ? "  " : "    "}${line}`));
        }
        lines.push("");
    }
    examples(lines, "Fails", rule.examples.fails?.slice(0, 1));
    examples(lines, "Passes", rule.examples.passes?.slice(0, 1));
    examples(lines, "To be looked at", rule.examples.review?.slice(0, 1));
    lines.push("Source", ...rule.source.map((source) => `  ${source}`), "", (0,homepage/* rulePage */.g)(rule.id), "");
    return lines.join("\n");
}
function examples(lines, title, list) {
    for (const example of list ?? []) {
        lines.push(title, ...outdent(example.snapshot).trimEnd().split("\n").map((line) => `  ${line}`), "");
    }
}


/***/ }),

/***/ 4459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ EVIDENCE),
/* harmony export */   X: () => (/* binding */ evidenceOf)
/* harmony export */ });
/**
 * What a verdict can rest on, in words: what it is called, and how to export it. Menu paths are those of the client
 * console (Explorer > Administration …) and of the Admin Console.
 */
const EVIDENCE = {
    packages: {
        label: "installed packages",
        how: "list them under Administration > Configuration > Package management > Installed packages, as «packages»",
    },
    packageLabels: {
        label: "the packages' labels",
        how: "list the packages with their «label», or state the integration package's id as «integrationPackage» in ims-lint.config.yaml",
    },
    extAccounts: {
        label: "external accounts",
        how: "export them from Administration > Platform > External accounts, as «extAccounts»",
    },
    imsAccountField: {
        label: "all fields of the IMS external account",
        how: "copy the missing field from the form of the account, Administration > Platform > External accounts",
    },
    clientSecret: {
        label: "whether the IMS client secret is filled in",
        how: "look at the form of the account, and state it as «clientSecret: { present: true }» or «{ present: false }»; packages leave it out, and the secret itself belongs in no file",
    },
    groups: {
        label: "operator groups",
        how: "export them from Administration > Access management > Operator groups, as «groups»",
    },
    operators: {
        label: "operators",
        how: "export them from Administration > Access management > Operators, as «operators»",
    },
    operatorLogin: {
        label: "how operators log in",
        how: "export the operators with «authenticationType» and «email»",
    },
    operatorGroups: {
        label: "the operators' groups",
        how: "export the operators with the groups they belong to, as «groups» of each operator",
    },
    organization: {
        label: "the organization",
        how: "state its id and name, from Admin Console > Settings or the Experience Cloud profile, as «organization»",
    },
    users: {
        label: "users of the organization",
        how: "export them from Admin Console > Users > Export users list to CSV, as «organization.users»",
    },
    userProfiles: {
        label: "the users' product profiles",
        how: "export the users with their product profiles, as «groups» of each user, and with «directOnly: false»",
    },
    userStatus: {
        label: "the users' status",
        how: "export the users with «status» (User Management API)",
    },
    profiles: {
        label: "product profiles",
        how: "export them from Admin Console > Products > Adobe Campaign, or the User Management API, as «organization.groups»",
    },
    server: {
        label: "the server's build",
        how: "read it in Help > About, as «server» with «buildNumber» and «releaseName»",
    },
    console: {
        label: "the client console's build",
        how: "read it in Help > About of the client console, as «console» with «buildNumber» and «releaseName»",
    },
    url: {
        label: "the instance's access URL",
        how: "state it as «instance.url», or as «url» of the instance in ims-lint.config.yaml",
    },
    deployment: {
        label: "who runs the servers",
        how: "state it as «instance.deployment»: on-premise, hybrid, hosted or managed",
    },
    serverConf: {
        label: "the server configuration",
        how: "take serverConf.xml and config-<instance>.xml from the server, as «serverConf»",
    },
    exported: {
        label: "the date of the export",
        how: "state it as «exported»",
    },
    completeness: {
        label: "that a list is complete",
        how: "state it under «complete» of the snapshot, or of the instance in ims-lint.config.yaml",
    },
    expectations: {
        label: "what Adobe provisioned",
        how: "state it under «instances.<name>.expect» in ims-lint.config.yaml",
    },
};
/** What a rule needs, as evidence that can be exported. */
function evidenceOf(rule) {
    const keys = rule.needs.flatMap((need) => {
        if (need === "imsAccounts")
            return ["extAccounts"];
        if (need === "imsOperators")
            return ["operators", "operatorLogin"];
        if (need === "linkage")
            return ["extAccounts", "imsAccountField", "profiles", "groups"];
        return need in EVIDENCE ? [need] : [];
    });
    return [...new Set(keys)];
}


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ rulePage),
/* harmony export */   p: () => (/* binding */ HOMEPAGE)
/* harmony export */ });
/** Where the project lives; the same as in package.json. */
const HOMEPAGE = "https://github.com/ims-lint/ims-lint";
/** The page of a rule. */
function rulePage(id) {
    return `${HOMEPAGE}/blob/main/docs/rules/${id}.md`;
}


/***/ }),

/***/ 3933:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   YA: () => (/* binding */ measureFor),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/**
 * What a terminal may be sent. Every value from a file goes through `printable`: control characters could move the
 * cursor, recolour or retitle the terminal, and direction marks could show a text as another one.
 */
// C0 and C1 controls, DEL, line and paragraph separators, direction marks and isolates, invisible joiners, tags, lone surrogates.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
/** The text with everything that a terminal would act on written as an escape, `\u{1b}`. */
function printable(text) {
    return text.replace(UNPRINTABLE, (character) => {
        if (character === "\n")
            return "\\n";
        if (character === "\t")
            return "\\t";
        if (character === "\r")
            return "\\r";
        return `\\u{${character.codePointAt(0)?.toString(16)}}`;
    });
}
/** A measure that is right for the given text. */
async function measureFor(text) {
    if (/^[\x00-\x7f]*$/.test(text))
        return (part) => part.length;
    const { eastAsianWidth } = await __webpack_require__.e(/* import() */ 322).then(__webpack_require__.bind(__webpack_require__, 5322));
    const segments = new Intl.Segmenter();
    return (part) => {
        if (/^[\x00-\x7f]*$/.test(part))
            return part.length;
        let width = 0;
        for (const { segment } of segments.segment(part)) {
            const emoji = /\p{Emoji_Presentation}|\ufe0f/u.test(segment);
            const isMark = /^\p{Mark}+$/u.test(segment);
            width += isMark ? 0 : emoji ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0x20);
        }
        return width;
    };
}
/** Breaks a text into lines of at most `width` columns, at spaces. A word that is longer stays whole. */
function wrap(text, width, measure) {
    const lines = [];
    let line = "";
    let used = 0;
    for (const word of text.split(" ")) {
        const columns = measure(word);
        if (line !== "" && used + 1 + columns > width) {
            lines.push(line);
            line = "";
            used = 0;
        }
        line = line === "" ? word : `${line} ${word}`;
        used += (used === 0 ? 0 : 1) + columns;
    }
    lines.push(line);
    return lines;
}


/***/ }),

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ })

};
;