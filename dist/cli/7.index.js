"use strict";
exports.id = 7;
exports.ids = [7];
exports.modules = {

/***/ 1501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   lR: () => (/* binding */ readArguments),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2950);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8137);



/** Reads the arguments of a command; a mistyped option is answered with the nearest one. */
function readArguments(args, options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options, allowPositionals: true, strict: true });
    }
    catch (error) {
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(inWords(error, Object.keys(options)));
    }
}
function inWords(error, known) {
    const { code, message } = error;
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
        const option = /'(--?[^']*)'/.exec(message)?.[1] ?? "";
        const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(option.replace(/^-+/, ""), known);
        return `There is no option ${option}.${near ? ` Did you mean --${near}?` : ""}`;
    }
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
        return message.replace(/^Option /, "Option ").split("\n")[0] ?? message;
    throw error;
}
/** One of the allowed words, or a usage error that names them. */
function oneOf(option, value, allowed) {
    const found = allowed.find((word) => word === value);
    if (found)
        return found;
    const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, allowed);
    throw new _edges_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e(`${option} is "${value}", but must be one of ${allowed.join(", ")}.${near ? ` Did you mean ${near}?` : ""}`);
}
/** Values of an option that can be repeated and holds commas. */
function listOf(values) {
    return (values ?? []).flatMap((value) => value.split(",")).map((value) => value.trim()).filter(Boolean);
}


/***/ }),

/***/ 2007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  printSchema: () => (/* binding */ printSchema)
});

// EXTERNAL MODULE: ./build/schemas/config.v1.schema.json
var config_v1_schema = __webpack_require__(6772);
;// CONCATENATED MODULE: ./build/schemas/report.v1.schema.json
const report_v1_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"format":{"type":"string","const":"ims-lint/report/v1"},"tool":{"type":"object","properties":{"name":{"type":"string","const":"ims-lint"},"version":{"type":"string"}},"required":["name","version"]},"run":{"type":"object","properties":{"startedAt":{"type":"string","description":"The only value that differs between two runs on the same input and date."},"asOf":{"type":"string"},"complete":{"type":"boolean","description":"False where some input could not be read."},"exitCode":{"type":"integer","minimum":-9007199254740991,"maximum":9007199254740991},"rulesetSha256":{"type":"string"},"configSha256":{"type":["string","null"]}},"required":["startedAt","asOf","complete","exitCode","rulesetSha256","configSha256"]},"inputs":{"type":"array","items":{"type":"object","properties":{"path":{"type":"string"},"format":{"type":"string","const":"snapshot"},"instance":{"type":["string","null"]},"exportedAt":{"type":["string","null"]},"buildNumber":{"type":["string","null"]},"bytes":{"type":"integer","minimum":0,"maximum":9007199254740991},"sha256":{"type":"string"}},"required":["path","format","instance","exportedAt","buildNumber","bytes","sha256"]}},"summary":{"type":"object","properties":{"error":{"type":"integer","minimum":0,"maximum":9007199254740991},"warning":{"type":"integer","minimum":0,"maximum":9007199254740991},"note":{"type":"integer","minimum":0,"maximum":9007199254740991},"pass":{"type":"integer","minimum":0,"maximum":9007199254740991},"unknown":{"type":"integer","minimum":0,"maximum":9007199254740991},"notApplicable":{"type":"integer","minimum":0,"maximum":9007199254740991},"review":{"type":"integer","minimum":0,"maximum":9007199254740991},"waived":{"type":"integer","minimum":0,"maximum":9007199254740991},"suppressed":{"type":"integer","minimum":0,"maximum":9007199254740991}},"required":["error","warning","note","pass","unknown","notApplicable","review","waived","suppressed"]},"rules":{"type":"array","items":{"type":"object","properties":{"rule":{"type":"string"},"control":{"type":"string"},"instance":{"type":["string","null"]},"fail":{"type":"integer","minimum":0,"maximum":9007199254740991},"pass":{"type":"integer","minimum":0,"maximum":9007199254740991},"unknown":{"type":"integer","minimum":0,"maximum":9007199254740991},"notApplicable":{"type":"integer","minimum":0,"maximum":9007199254740991},"review":{"type":"integer","minimum":0,"maximum":9007199254740991}},"required":["rule","control","instance","fail","pass","unknown","notApplicable","review"]}},"results":{"type":"array","items":{"type":"object","properties":{"rule":{"type":"string"},"clause":{"type":["string","null"]},"control":{"type":"string","description":"IMS-3.7"},"verdict":{"type":"string","enum":["fail","review","unknown","notApplicable","pass"]},"level":{"anyOf":[{"type":"string","enum":["error","warning","note"]},{"type":"null"}],"description":"Null unless the verdict is fail."},"instance":{"type":["string","null"]},"subject":{"type":"object","properties":{"kind":{"type":"string","enum":["instance","organization","server","console","extAccount","profile","group","operator","user","zone","subnet","option","file","list","secret","waiver"]},"name":{"type":"string"}},"required":["kind","name"]},"message":{"type":"string"},"observed":{"type":["string","null"]},"expected":{"type":["string","null"]},"remedy":{"type":["string","null"]},"because":{"anyOf":[{"type":"object","properties":{"rule":{"type":"string"},"instance":{"type":["string","null"]},"subject":{"type":"object","properties":{"kind":{"type":"string","enum":["instance","organization","server","console","extAccount","profile","group","operator","user","zone","subnet","option","file","list","secret","waiver"]},"name":{"type":"string"}},"required":["kind","name"]}},"required":["rule","instance","subject"]},{"type":"null"}],"description":"The rule whose verdict stands in the way of this one."},"causedBy":{"anyOf":[{"type":"object","properties":{"rule":{"type":"string"},"instance":{"type":["string","null"]},"subject":{"type":"object","properties":{"kind":{"type":"string","enum":["instance","organization","server","console","extAccount","profile","group","operator","user","zone","subnet","option","file","list","secret","waiver"]},"name":{"type":"string"}},"required":["kind","name"]}},"required":["rule","instance","subject"]},{"type":"null"}],"description":"The fail from which this one follows."},"settledBy":{"type":"array","items":{"type":"string","enum":["packages","packageLabels","extAccounts","imsAccountField","clientSecret","groups","operators","operatorLogin","operatorGroups","organization","users","userProfiles","userStatus","profiles","server","console","url","deployment","serverConf","exported","completeness","expectations"]},"description":"The evidence that would settle an unknown."},"location":{"type":"object","properties":{"path":{"type":"string","description":"Relative to the root, / on every system."},"startLine":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991},"startColumn":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991,"description":"From 1, in UTF-16 units."},"endLine":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991},"endColumn":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991,"description":"Exclusive."}},"required":["path","startLine","startColumn","endLine","endColumn"]},"related":{"type":"array","items":{"type":"object","properties":{"message":{"type":"string"},"location":{"type":"object","properties":{"path":{"type":"string","description":"Relative to the root, / on every system."},"startLine":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991},"startColumn":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991,"description":"From 1, in UTF-16 units."},"endLine":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991},"endColumn":{"type":"integer","exclusiveMinimum":0,"maximum":9007199254740991,"description":"Exclusive."}},"required":["path","startLine","startColumn","endLine","endColumn"]}},"required":["message","location"]}},"fingerprint":{"type":"string","description":"Made of rule, clause, instance, subject and property, never of lines."},"waiver":{"type":"null"},"baseline":{"type":"null"}},"required":["rule","clause","control","verdict","level","instance","subject","message","observed","expected","remedy","because","causedBy","settledBy","location","related","fingerprint","waiver","baseline"]}}},"required":["format","tool","run","inputs","summary","rules","results"],"title":"ims-lint report","description":"What --format json writes."}');
// EXTERNAL MODULE: ./build/schemas/snapshot.v1.schema.json
var snapshot_v1_schema = __webpack_require__(2478);
// EXTERNAL MODULE: ./build/src/cli/edges.js
var edges = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/src/cli/options.js
var options = __webpack_require__(1501);
;// CONCATENATED MODULE: ./build/src/cli/schema.js





const SCHEMAS = { snapshot: snapshot_v1_schema, config: config_v1_schema, report: report_v1_schema_namespaceObject };
/** `ims-lint schema <name>`: prints a JSON Schema. */
async function printSchema(args, { stdout }) {
    const { positionals } = (0,options/* readArguments */.lR)(args, {});
    const names = Object.keys(SCHEMAS);
    const [wanted, ...more] = positionals;
    if (wanted === undefined || more.length > 0)
        throw new edges/* UsageError */.e(`schema takes one name: ${names.join(", ")}.`);
    stdout.write(`${JSON.stringify(SCHEMAS[(0,options/* oneOf */.yL)("schema", wanted, names)], null, 2)}\n`);
    return edges/* EXIT */.d.ok;
}


/***/ }),

/***/ 2950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/**
 * The candidate that a mistyped word most likely means; undefined where none is close. `close` is how many letters
 * may be wrong.
 */
function nearest(word, candidates, close = Math.max(2, Math.floor(word.length / 3))) {
    let best;
    let bestDistance = close + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - word.length) >= bestDistance)
            continue;
        const apart = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), candidate.toLowerCase());
        if (apart < bestDistance) {
            best = candidate;
            bestDistance = apart;
        }
    }
    return best;
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