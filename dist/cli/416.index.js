"use strict";
exports.id = 416;
exports.ids = [416];
exports.modules = {

/***/ 2416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CHECK_OPTIONS: () => (/* binding */ CHECK_OPTIONS),
  FORMATS: () => (/* reexport */ FORMATS),
  check: () => (/* binding */ check),
  unknownRule: () => (/* binding */ unknownRule)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/rules/index.js + 57 modules
var rules = __webpack_require__(9306);
;// CONCATENATED MODULE: ./build/src/config/config.words.js
/** The words of the config and the command line. Apart from the schema, which takes long to load. */
const PRESETS = ["recommended", "migration", "hardening", "all"];
const LEVELS = ["off", "note", "warning", "error"];
const FAIL_ON = ["error", "warning", "note", "unknown", "never"];
/** The lists whose completeness counts. */
const LISTS = (/* unused pure expression or super */ null && ([
    "packages",
    "extAccounts",
    "groups",
    "operators",
    "options",
    "schemas",
    "users",
    "profiles",
]));

// EXTERNAL MODULE: ./build/src/model/leaves.js
var leaves = __webpack_require__(1894);
// EXTERNAL MODULE: ./build/src/report/terminal.js
var terminal = __webpack_require__(3933);
// EXTERNAL MODULE: ./build/src/run.js + 7 modules
var run = __webpack_require__(790);
// EXTERNAL MODULE: ./build/src/cli/edges.js
var cli_edges = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(8797);
// EXTERNAL MODULE: ./build/src/cli/options.js
var options = __webpack_require__(1501);
;// CONCATENATED MODULE: ./build/src/cli/formats.js



const FORMATS = ["pretty", "json", "sarif"];
/** `--format pretty --format sarif=out.sarif`; pretty is also the default where all formats go to files. */
function parseFormats(values) {
    const formats = (values ?? ["pretty"]).map((value) => {
        const at = value.indexOf("=");
        const name = (0,options/* oneOf */.yL)("--format", at < 0 ? value : value.slice(0, at), FORMATS);
        const file = at < 0 ? undefined : value.slice(at + 1);
        if (file === "")
            throw new cli_edges/* UsageError */.e(`--format ${value}: the name of the file is missing.`);
        return { name, file };
    });
    const [, second] = formats.filter((format) => format.file === undefined);
    if (second) {
        throw new cli_edges/* UsageError */.e(`Only one format can go to standard output; give ${second.name} a file: --format ${second.name}=<file>.`);
    }
    return formats;
}
/** Renders a report; each renderer is loaded when it is asked for. */
async function render(name, report, options) {
    switch (name) {
        case "pretty":
            return (await __webpack_require__.e(/* import() */ 617).then(__webpack_require__.bind(__webpack_require__, 7998))).renderPretty(report, options);
        case "json":
            return (await __webpack_require__.e(/* import() */ 819).then(__webpack_require__.bind(__webpack_require__, 9819))).renderJson(report, build_package/* version */.rE);
        case "sarif": {
            const { renderSarif } = await __webpack_require__.e(/* import() */ 176).then(__webpack_require__.bind(__webpack_require__, 9176));
            return renderSarif(report, build_package/* version */.rE);
        }
    }
}

;// CONCATENATED MODULE: ./build/src/cli/progress.js
/** Shorter runs say nothing. */
const PATIENCE_MS = 500;
const CLEAR_LINE = "\r\u001b[2K";
/** Progress on standard error, for long runs and on a terminal alone. */
function progressOn({ stderr, env, now }, off) {
    if (off || !stderr.isTTY || env.CI || env.TERM === "dumb")
        return undefined;
    const start = now().getTime();
    let shown = false;
    return {
        step(done, total) {
            if (now().getTime() - start < PATIENCE_MS)
                return;
            shown = true;
            stderr.write(`${CLEAR_LINE}Reading ${done + 1} of ${total} …`);
        },
        done() {
            if (shown)
                stderr.write(CLEAR_LINE);
        },
    };
}

// EXTERNAL MODULE: ./build/src/cli/setup.js
var setup = __webpack_require__(3090);
;// CONCATENATED MODULE: ./build/src/cli/check.js











const CHECK_OPTIONS = {
    ...setup/* CONFIG_OPTIONS */.y3,
    format: { type: "string", multiple: true },
    "fail-on": { type: "string" },
    preset: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
    rule: { type: "string", multiple: true },
    show: { type: "string", multiple: true },
    "as-of": { type: "string" },
    "stdin-name": { type: "string" },
    "max-bytes": { type: "string" },
    color: { type: "string" },
    "no-color": { type: "boolean" },
    "no-progress": { type: "boolean" },
    quiet: { type: "boolean", short: "q" },
    verbose: { type: "boolean" },
};
const SHOW = ["pass", "unknown", "notApplicable", "review", "caused", "all"];
/** Larger files are a mistake, or an attack. */
const MAX_BYTES = 100 * 1024 * 1024;
/** `ims-lint [check] [paths…]`: lints exports and reports. */
async function check(args, edges) {
    const { values, positionals } = (0,options/* readArguments */.lR)(args, CHECK_OPTIONS);
    const formats = parseFormats(values.format);
    const show = new Set((0,options/* listOf */.c3)(values.show).map((word) => (0,options/* oneOf */.yL)("--show", word, SHOW)));
    const shows = (verdict) => show.has("all") || show.has(verdict);
    const root = (0,setup/* rootOf */.I5)(values.root, edges);
    const levels = parseLevels(values.rule);
    const overrides = {
        presets: (0,options/* listOf */.c3)(values.preset).map((word) => (0,options/* oneOf */.yL)("--preset", word, PRESETS)),
        only: parseOnly(values.only),
        levels,
    };
    const startedAt = edges.now();
    const asOf = parseAsOf(values["as-of"]) ?? startedAt;
    const failOn = values["fail-on"] === undefined ? undefined : (0,options/* oneOf */.yL)("--fail-on", values["fail-on"], FAIL_ON);
    const maxBytes = parseBytes(values["max-bytes"]) ?? MAX_BYTES;
    const config = await (0,setup/* findConfig */.u0)(values, root, edges);
    if (config === undefined)
        return cli_edges/* EXIT */.d.usage;
    const progress = progressOn(edges, values["no-progress"] === true);
    const result = await (0,run/* run */.eF)({
        ...overrides,
        rules: rules/* rules */.a,
        fs: edges.fs,
        cwd: edges.cwd,
        root,
        paths: positionals.length > 0 ? positionals : [edges.cwd],
        config,
        stdin: edges.stdin,
        stdinName: values["stdin-name"] ?? "<stdin>",
        maxBytes,
        failOn,
        showPasses: shows("pass"),
        startedAt,
        asOf,
        ...(progress ? { onProgress: progress.step } : {}),
    });
    progress?.done();
    tellSkipped(result, values.verbose === true, edges);
    tellUnmet(config, result, positionals, edges);
    await output(result, formats, { values, show, edges });
    return result.report.exitCode;
}
async function output({ report }, formats, { values, show, edges }) {
    for (const format of formats) {
        const text = await render(format.name, report, {
            color: colorOn(values, edges) && format.file === undefined,
            links: format.file === undefined && linksOn(edges),
            width: format.file === undefined ? Math.min(edges.stdout.columns ?? 100, 140) : 100,
            show: new Set([...show].includes("all") ? ["pass", "unknown", "notApplicable", "review"] : show),
            unfold: show.has("caused") || show.has("all"),
            quiet: values.quiet === true,
        });
        if (format.file === undefined) {
            edges.stdout.write(text);
        }
        else {
            const file = external_node_path_.resolve(edges.cwd, format.file);
            try {
                edges.fs.mkdirSync(external_node_path_.dirname(file), { recursive: true });
                edges.fs.writeFileSync(file, text);
            }
            catch (error) {
                throw new cli_edges/* UsageError */.e(`--format ${format.name}: cannot write ${format.file} (${error.code}).`);
            }
        }
    }
}
/** `--color`, then NO_COLOR and FORCE_COLOR (https://no-color.org), then whether a terminal reads. */
function colorOn(values, { env, stdout }) {
    if (values["no-color"])
        return false;
    const wanted = values.color === undefined ? "auto" : (0,options/* oneOf */.yL)("--color", values.color, ["auto", "always", "never"]);
    if (wanted !== "auto")
        return wanted === "always";
    if (env.NO_COLOR)
        return false;
    if (env.FORCE_COLOR !== undefined)
        return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
    return stdout.isTTY && env.TERM !== "dumb";
}
/** Terminals that show OSC 8 links; there is no way to ask one. */
function linksOn({ env, stdout }) {
    if (env.FORCE_HYPERLINK !== undefined)
        return env.FORCE_HYPERLINK !== "0";
    if (!stdout.isTTY || env.CI || env.TERM === "dumb")
        return false;
    return (Boolean(env.WT_SESSION || env.KITTY_WINDOW_ID || env.DOMTERM) ||
        Number(env.VTE_VERSION ?? 0) >= 5000 ||
        ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].includes(env.TERM_PROGRAM ?? ""));
}
function tellSkipped({ skipped, report }, verbose, { stderr }) {
    for (const { path: name, isNamed, why } of skipped) {
        if (isNamed || verbose)
            stderr.write(`ims-lint: skipped ${(0,terminal/* printable */.g$)(name)}: ${(0,terminal/* printable */.g$)(why)}\n`);
    }
    if (report.inputs.length > 0)
        return;
    stderr.write("ims-lint: nothing here is an export that ims-lint reads: a snapshot in YAML or JSON with the key imsLint at its top.\n" +
        "ims-lint init writes one to fill in; --verbose says why files were skipped.\n");
}
/** An instance that the config names and no file is: its settings had no effect. */
function tellUnmet(config, { report }, paths, { stderr }) {
    if (paths.length > 0)
        return;
    const met = new Set(report.inputs.flatMap((input) => input.instances));
    for (const name of Object.keys(config.config.instances ?? {})) {
        if (!met.has(name)) {
            stderr.write(`ims-lint: the config speaks of instance "${(0,terminal/* printable */.g$)(name)}", which is in none of the files.\n`);
        }
    }
}
function parseAsOf(value) {
    if (value === undefined)
        return undefined;
    const date = (0,leaves/* readDate */.h2)(value);
    if (date instanceof Date)
        return date;
    throw new cli_edges/* UsageError */.e(`--as-of is "${value}", but must be a date such as 2026-11-20.`);
}
function parseBytes(value) {
    if (value === undefined)
        return undefined;
    const parts = /^(\d+)([kKmMgG]?)$/.exec(value);
    if (!parts)
        throw new cli_edges/* UsageError */.e(`--max-bytes is "${value}", but must be a number such as 5000000 or 50M.`);
    const unit = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(parts[2] ?? "").toLowerCase()] ?? 1;
    return Number(parts[1]) * unit;
}
/** `--rule callback-https=off`, `--rule org-id-format/non-hex=note` */
function parseLevels(values) {
    const levels = new Map();
    for (const value of (0,options/* listOf */.c3)(values)) {
        const [name = "", level, ...rest] = value.split("=");
        if (level === undefined || rest.length > 0) {
            throw new cli_edges/* UsageError */.e(`--rule is "${value}", but must be <id>=<level> or <id>/<clause>=<level>.`);
        }
        const [id, clause] = name.split("/");
        const rule = rules/* rules */.a.find((candidate) => candidate.id === id);
        if (!rule)
            throw new cli_edges/* UsageError */.e(unknownRule("--rule", id ?? ""));
        if (clause !== undefined && !Object.hasOwn(rule.clauses ?? {}, clause)) {
            const known = Object.keys(rule.clauses ?? {}).join(", ") || "none";
            throw new cli_edges/* UsageError */.e(`--rule: ${rule.id} has no clause "${clause}"; its clauses: ${known}.`);
        }
        levels.set(name, (0,options/* oneOf */.yL)(`--rule ${name}`, level, LEVELS));
    }
    return levels;
}
function parseOnly(values) {
    const items = (0,options/* listOf */.c3)(values);
    for (const item of items) {
        const wanted = item.replace(/^IMS-/i, "");
        const known = rules/* rules */.a.some(({ id, control }) => wanted === id || wanted === control || wanted === control.split(".")[0]);
        if (!known)
            throw new cli_edges/* UsageError */.e(unknownRule("--only", item));
    }
    return items;
}
function unknownRule(option, id) {
    return `${option}: there is no rule "${id}". «ims-lint rules» lists them.`;
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