"use strict";
exports.id = 277;
exports.ids = [277];
exports.modules = {

/***/ 3277:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   showConfig: () => (/* binding */ showConfig)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9306);
/* harmony import */ var _config_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4767);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3933);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8137);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1501);
/* harmony import */ var _setup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3090);






/** `ims-lint config`: what is in force, and why. */
async function showConfig(args, edges) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .readArguments */ .lR)(args, { ..._setup_js__WEBPACK_IMPORTED_MODULE_4__/* .CONFIG_OPTIONS */ .y3, format: { type: "string" } });
    if (positionals.length > 0)
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .e("config takes no paths.");
    const format = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)("--format", values.format ?? "pretty", ["pretty", "json"]);
    const root = (0,_setup_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(values.root, edges);
    const setUp = await (0,_setup_js__WEBPACK_IMPORTED_MODULE_4__/* .findConfig */ .u0)(values, root, edges);
    if (setUp === undefined)
        return _edges_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.usage;
    const { config } = setUp;
    const policy = (0,_config_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .decidePolicy */ .tT)(_rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .a, config, {});
    if (format === "json") {
        const inForce = policy.settings.map(({ rule, level, origin, clauses, options }) => ({
            rule: rule.id,
            control: `IMS-${rule.control}`,
            level,
            origin,
            clauses,
            options,
        }));
        edges.stdout.write(`${JSON.stringify({ config: setUp.path ?? null, root, settings: config, rules: inForce }, null, 2)}\n`);
        return _edges_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.ok;
    }
    const lines = [
        `config  ${setUp.path === undefined ? "none; ims-lint init writes one" : (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(setUp.path)}`,
        `root    ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(root)}`,
        `preset  ${[config.preset ?? "recommended"].flat().join(", ")}`,
        `failOn  ${config.failOn ?? "error"}`,
    ];
    for (const [name, settings] of Object.entries(config.instances ?? {})) {
        lines.push("", `instance ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(name)}`);
        for (const [key, value] of Object.entries(settings ?? {})) {
            if (value !== undefined)
                lines.push(`  ${key}  ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .printable */ .g$)(JSON.stringify(value))}`);
        }
    }
    lines.push("", "rules");
    const width = Math.max(..._rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .a.map((rule) => rule.id.length + 12));
    for (const { rule, level, origin, clauses, options } of policy.settings) {
        const set = Object.entries(options).map(([name, value]) => `${name}=${value}`);
        lines.push(`  ${rule.id.padEnd(width)}  ${level.padEnd(7)}  ${[origin, ...set].join(", ")}`);
        for (const [name, clause] of Object.entries(clauses)) {
            const own = level === "off" ? { level: "off", origin } : clause;
            lines.push(`    ${`/${name}`.padEnd(width - 2)}  ${own.level.padEnd(7)}  ${own.origin}`);
        }
    }
    edges.stdout.write(`${lines.join("\n")}\n`);
    return _edges_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d.ok;
}


/***/ }),

/***/ 3090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   u0: () => (/* binding */ findConfig),
/* harmony export */   y3: () => (/* binding */ CONFIG_OPTIONS)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9306);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5617);
/* harmony import */ var _discover_discover_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5869);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3933);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(790);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8137);







const CONFIG_OPTIONS = {
    config: { type: "string" },
    "no-config": { type: "boolean" },
    root: { type: "string" },
};
/** `--root`, else the top of the git work tree, else the working folder. */
function rootOf(stated, { cwd, fs }) {
    if (stated === undefined)
        return (0,_discover_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .wg)(cwd, fs);
    const root = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(cwd, stated);
    if (!fs.statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`--root ${stated}: there is no such folder.`);
    }
    return root;
}
/** The config that counts. Its mistakes are told; undefined where one of them stops the run. */
async function findConfig(values, root, edges) {
    if (values["no-config"]) {
        if (values.config !== undefined)
            throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e("--config and --no-config exclude each other.");
        return { config: {}, mistakes: [] };
    }
    const file = values.config === undefined ? atRoot(root, edges) : node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(edges.cwd, values.config);
    if (file === undefined)
        return { config: {}, mistakes: [] };
    let bytes;
    try {
        bytes = edges.fs.readFileSync(file);
    }
    catch (error) {
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`--config ${values.config}: cannot be read (${error.code}).`);
    }
    const name = (0,_discover_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .relativeTo */ .Mf)(root, file);
    const loaded = await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .loadConfig */ .Z9)(name, bytes, _rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rules */ .a);
    for (const mistake of loaded.mistakes)
        edges.stderr.write(inWords(mistake));
    if (loaded.mistakes.some((mistake) => mistake.isFatal))
        return undefined;
    return { ...loaded, path: name, bytes };
}
/** The config at the root; two of them are a mistake. */
function atRoot(root, { fs }) {
    const present = _config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_NAMES */ .W.filter((name) => fs.statSync(node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, name), { throwIfNoEntry: false }));
    if (present.length > 1) {
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`There are several configs at the root: ${present.join(", ")}. Keep one, or name it with --config.`);
    }
    const [name] = present;
    return name === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, name);
}
function inWords({ path: name, position, message, isFatal, excerpt }) {
    const head = `${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(name)}:${position.line}:${position.column}  ${isFatal ? "error" : "note"}  ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(message)}\n`;
    if (!excerpt)
        return head;
    const before = (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(excerpt.text.slice(0, excerpt.from));
    const meant = (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(excerpt.text.slice(excerpt.from, excerpt.to));
    const after = (0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(excerpt.text.slice(excerpt.to));
    const number = String(excerpt.line);
    const marks = "^".repeat(Math.max(1, meant.length));
    return `${head}    ${number} | ${before}${meant}${after}\n    ${" ".repeat(number.length)} | ${" ".repeat(before.length)}${marks}\n`;
}


/***/ })

};
;