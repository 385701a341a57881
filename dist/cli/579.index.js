"use strict";
exports.id = 579;
exports.ids = [579];
exports.modules = {

/***/ 7304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listRules: () => (/* binding */ listRules)
});

// EXTERNAL MODULE: ./build/rules/index.js + 57 modules
var rules = __webpack_require__(9306);
// EXTERNAL MODULE: ./build/src/config/policy.js
var policy = __webpack_require__(4767);
;// CONCATENATED MODULE: ./build/src/evaluate/areas.js
/** The areas of the catalogue, by the first figure of the control number. */
const AREA_NAMES = {
    "1": "Prerequisites",
    "2": "Package",
    "3": "External account",
    "4": "Association mask",
    "5": "Users, profiles, groups",
    "6": "Migration to IMS",
    "7": "Server hardening",
    "8": "Environments",
    "9": "The export itself",
};

// EXTERNAL MODULE: ./build/src/report/homepage.js
var homepage = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/cli/edges.js
var edges = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/src/cli/options.js
var options = __webpack_require__(1501);
;// CONCATENATED MODULE: ./build/src/cli/rules.js






/** `ims-lint rules`: the catalogue. */
async function listRules(args, { stdout }) {
    const { values, positionals } = (0,options/* readArguments */.lR)(args, {
        format: { type: "string" },
        only: { type: "string", multiple: true },
    });
    if (positionals.length > 0)
        throw new edges/* UsageError */.e("rules takes no paths; to see one rule: ims-lint explain <rule>.");
    const format = (0,options/* oneOf */.yL)("--format", values.format ?? "pretty", ["pretty", "json"]);
    const only = (0,options/* listOf */.c3)(values.only);
    const listed = rules/* rules */.a.filter((rule) => only.length === 0 || only.some((item) => (0,policy/* selects */.ko)(item, rule)));
    if (listed.length === 0)
        throw new edges/* UsageError */.e(`--only ${only.join(", ")} selects no rule.`);
    if (format === "json") {
        const data = listed.map((rule) => ({
            id: rule.id,
            control: `IMS-${rule.control}`,
            level: policy/* LEVEL_OF */.PA[rule.level],
            title: rule.title,
            clauses: Object.entries(rule.clauses ?? {}).map(([id, clause]) => ({
                id,
                level: policy/* LEVEL_OF */.PA[clause.level],
                title: clause.what,
            })),
            subject: rule.subject,
            securitySeverity: rule.securitySeverity ?? null,
            options: rule.options ?? {},
            since: rule.since,
            page: (0,homepage/* rulePage */.g)(rule.id),
        }));
        stdout.write(`${JSON.stringify(data, null, 2)}\n`);
        return edges/* EXIT */.d.ok;
    }
    const width = Math.max(...listed.map((rule) => rule.id.length));
    let area = "";
    for (const rule of listed) {
        const [of = ""] = rule.control.split(".");
        if (of !== area)
            stdout.write(`${area === "" ? "" : "\n"}${of} ${AREA_NAMES[of] ?? ""}\n`);
        area = of;
        const level = policy/* LEVEL_OF */.PA[rule.level].padEnd(7);
        stdout.write(`  ${`IMS-${rule.control}`.padEnd(8)}  ${rule.id.padEnd(width)}  ${level}  ${rule.title}\n`);
        for (const [name, clause] of Object.entries(rule.clauses ?? {})) {
            stdout.write(`  ${"".padEnd(8)}  ${`  /${name}`.padEnd(width)}  ${policy/* LEVEL_OF */.PA[clause.level].padEnd(7)}  ${clause.what}\n`);
        }
    }
    return edges/* EXIT */.d.ok;
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