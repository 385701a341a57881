"use strict";
exports.id = 617;
exports.ids = [617];
exports.modules = {

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

/***/ 7998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderPretty: () => (/* binding */ renderPretty)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _evaluate_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4459);
/* harmony import */ var _homepage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3913);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3933);




/** The report for people: findings with their source, what follows from them folded, and what could not be known. */
async function renderPretty(report, options) {
    const page = new Page(report, options, await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .measureFor */ .YA)(textOf(report)));
    const { heads, following } = fold(report.results, options.unfold);
    for (const result of heads)
        page.finding(result, following.get(keyOf(result)) ?? []);
    if (!options.quiet && report.inputs.length > 0) {
        page.listed("review", "To be looked at by a person");
        page.unknown();
        for (const verdict of ["notApplicable", "pass"]) {
            if (options.show.has(verdict))
                page.listed(verdict, verdict === "pass" ? "Passed" : "Not applicable");
        }
        page.summary();
    }
    return page.text();
}
/** Everything of a report whose width may matter. */
function textOf(report) {
    const strange = report.results.find(({ message, excerpt, subject }) => /[^\x00-\x7f]/.test(message + subject.name) || /[^\x00-\x7f]/.test(excerpt(200)?.text ?? ""));
    return strange ? "\u00e9" : "";
}
/** Fails that stand for themselves, and those that follow from one of them, by its key. */
function fold(results, unfold) {
    const fails = results.filter((result) => result.verdict === "fail");
    const following = new Map();
    if (unfold)
        return { heads: fails, following };
    const byKey = new Map(fails.map((result) => [keyOf(result), result]));
    const headOf = (result) => {
        const seen = new Set();
        let at = result;
        while (at.causedBy && !seen.has(at)) {
            seen.add(at);
            const cause = byKey.get(JSON.stringify([at.causedBy.rule, at.causedBy.instance, at.causedBy.subject]));
            if (!cause)
                return at;
            at = cause;
        }
        return at;
    };
    const heads = [];
    for (const result of fails) {
        const head = headOf(result);
        if (head === result) {
            heads.push(result);
            continue;
        }
        const group = following.get(keyOf(head));
        if (group)
            group.push(result);
        else
            following.set(keyOf(head), [result]);
    }
    return { heads, following };
}
function keyOf({ rule, instance, subject }) {
    return JSON.stringify([rule.id, instance, subject]);
}
const STYLES = {
    error: ["bold", "red"],
    warning: ["bold", "yellow"],
    note: ["bold", "blue"],
    fail: ["bold", "red"],
    review: ["bold", "magenta"],
    unknown: ["bold", "cyan"],
    notApplicable: "dim",
    pass: "green",
};
const SUBJECT_WORDS = {
    extAccount: "external account",
    profile: "product profile",
    group: "operator group",
    console: "client console",
};
/** Lines of text, written from the top. */
class Page {
    report;
    options;
    measure;
    #lines = [];
    #explained = new Set();
    #told = new Set();
    constructor(report, options, measure) {
        this.report = report;
        this.options = options;
        this.measure = measure;
    }
    text() {
        return this.#lines.length > 0 ? `${this.#lines.join("\n")}\n` : "";
    }
    /** A finding: place, message, source, subject, why, what to do, and what follows from it. */
    finding(result, following) {
        const { rule, level } = result;
        this.#head(result, level ?? "fail");
        this.#paragraph((0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(result.message), "  ");
        this.#excerpt(result);
        for (const { location, message } of result.relatedLocations) {
            this.#field("see", `${place(location)} ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(message)}`);
        }
        this.#field("about", aboutOf(result, this.report));
        if (!this.#explained.has(rule.id))
            this.#field("why", rule.why);
        if (result.remedy)
            this.#field("mend", (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(result.remedy));
        else if (!this.#explained.has(rule.id))
            this.#field("mend", rule.remedy);
        this.#explained.add(rule.id);
        if (following.length > 0)
            this.#field("thus", followingInWords(following));
        this.#lines.push("");
    }
    /** Results of one verdict, a line or two each. */
    listed(verdict, title) {
        const results = this.report.results.filter((result) => result.verdict === verdict);
        if (results.length === 0)
            return;
        this.#title(`${title} (${count(results.length)})`);
        for (const result of results) {
            this.#head(result, verdict);
            this.#paragraph((0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(result.message), "  ");
            if (verdict === "pass" || verdict === "notApplicable")
                this.#field("about", aboutOf(result, this.report));
            if (verdict === "review" && !this.#explained.has(result.rule.id)) {
                this.#field("mend", (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(result.remedy ?? result.rule.remedy));
                this.#explained.add(result.rule.id);
            }
        }
        this.#lines.push("");
    }
    /** What could not be known: by the export that would settle it, then by the finding that stands in the way. */
    unknown() {
        const results = this.report.results.filter((result) => result.verdict === "unknown");
        if (results.length === 0)
            return;
        if (this.options.show.has("unknown")) {
            this.listed("unknown", "Not known");
            return;
        }
        this.#title(`Not known (${count(results.length)}): the evidence is not in the export`);
        const byEvidence = new Map();
        const byCause = new Map();
        const others = new Set();
        for (const result of results) {
            const { id } = result.rule;
            if (result.because)
                setOf(byCause, result.because.rule).add(id);
            else if (result.missing.length > 0)
                for (const key of result.missing)
                    setOf(byEvidence, key).add(id);
            else
                others.add(id);
        }
        for (const [key, rules] of byEvidence) {
            const { label, how } = _evaluate_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .EVIDENCE */ .S[key];
            this.#paragraph(`${this.#style(["bold"], label)}: ${how}`, "  ");
            this.#paragraph(`settles ${[...rules].join(", ")}`, "      ", "dim");
        }
        for (const [cause, rules] of byCause) {
            this.#paragraph(`${this.#style(["bold"], cause)} stands in the way of ${[...rules].join(", ")}`, "  ");
        }
        if (others.size > 0)
            this.#paragraph(`see --show unknown: ${[...others].join(", ")}`, "  ");
        this.#lines.push("");
    }
    /** All five verdicts, counted. */
    summary() {
        const { summary, inputs, asOf } = this.report;
        const level = (name) => {
            const text = `${count(summary[name])} ${name}${summary[name] === 1 ? "" : "s"}`;
            return summary[name] > 0 ? this.#style(STYLES[name], text) : text;
        };
        const verdicts = [
            `${level("error")}, ${level("warning")}, ${level("note")}`,
            `${count(summary.pass)} passed`,
            `${count(summary.unknown)} unknown`,
            `${count(summary.notApplicable)} not applicable`,
            `${count(summary.review)} to review`,
        ];
        this.#lines.push(verdicts.join(" · "));
        const instances = new Set(inputs.flatMap((input) => input.instances));
        const names = [...instances].slice(0, 5).map(_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$).join(", ");
        const more = instances.size > 5 ? ", …" : "";
        const files = `${count(inputs.length)} file${inputs.length === 1 ? "" : "s"}`;
        const about = instances.size > 0 ? ` of ${names}${more}` : "";
        this.#lines.push(this.#style("dim", `${files}${about}, as of ${asOf.toISOString().slice(0, 10)}`));
        if (!this.report.complete) {
            this.#lines.push(this.#style(["bold", "red"], "Incomplete: some input could not be read."));
        }
    }
    #head(result, word) {
        const { rule, clause, location } = result;
        const label = word === "notApplicable" ? "not applicable" : word;
        const id = clause === null ? rule.id : `${rule.id}/${clause}`;
        const linked = this.options.links ? `\u001b]8;;${(0,_homepage_js__WEBPACK_IMPORTED_MODULE_3__/* .rulePage */ .g)(rule.id)}\u001b\\${id}\u001b]8;;\u001b\\` : id;
        this.#lines.push(`${this.#style("underline", place(location))}  ${this.#style(STYLES[word], label)}  ${linked}`);
    }
    /** The line in the file, with the span underlined. The same line is not shown twice for one span. */
    #excerpt(result) {
        const excerpt = result.excerpt(Math.max(20, this.options.width - 12));
        const key = `${place(result.location)}:${result.location.endLine}:${result.location.endColumn}`;
        if (!excerpt || this.#told.has(key))
            return;
        this.#told.add(key);
        const before = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(excerpt.text.slice(0, excerpt.from));
        const meant = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(excerpt.text.slice(excerpt.from, excerpt.to));
        const after = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(excerpt.text.slice(excerpt.to));
        const number = String(excerpt.line);
        const gutter = " ".repeat(number.length);
        const marks = "^".repeat(Math.max(1, this.measure(meant)));
        this.#lines.push(`    ${this.#style("dim", `${number} |`)} ${before}${meant}${after}`);
        this.#lines.push(`    ${this.#style("dim", `${gutter} |`)} ${" ".repeat(this.measure(before))}${this.#style(STYLES[result.level ?? "fail"], marks)}`);
    }
    #title(text) {
        this.#lines.push(this.#style(["bold"], text));
    }
    #field(name, text) {
        const [first = "", ...rest] = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .wrap */ .LV)(text, Math.max(20, this.options.width - 8), this.measure);
        this.#lines.push(`  ${this.#style("dim", name.padEnd(5))} ${first}`);
        for (const line of rest)
            this.#lines.push(`        ${line}`);
    }
    #paragraph(text, indent, style) {
        for (const line of (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .wrap */ .LV)(text, Math.max(20, this.options.width - indent.length), this.measure)) {
            this.#lines.push(indent + (style ? this.#style(style, line) : line));
        }
    }
    #style(style, text) {
        return this.options.color ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text) : text;
    }
}
function place({ path, startLine, startColumn }) {
    return `${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(path)}:${startLine}:${startColumn}`;
}
/** «external account Adobe_Experience_Cloud, instance acme_prod» */
function aboutOf({ subject, instance }, report) {
    const kind = SUBJECT_WORDS[subject.kind] ?? subject.kind;
    const name = subject.name === subject.kind ? kind : `${kind} ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(subject.name)}`;
    if (instance === null || subject.kind === "instance" || report.inputs.length === 0)
        return name;
    return `${name}, instance ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(instance)}`;
}
/** «502 findings follow from this: 500 × operator-linked, 2 × membership-drift (--show caused lists them)» */
function followingInWords(following) {
    const byRule = new Map();
    for (const { rule } of following)
        byRule.set(rule.id, (byRule.get(rule.id) ?? 0) + 1);
    const parts = [...byRule].map(([id, number]) => `${count(number)} × ${id}`).join(", ");
    const noun = following.length === 1 ? "finding follows" : "findings follow";
    return `${count(following.length)} ${noun} from this: ${parts} (--show caused lists them)`;
}
/** 20,000 */
function count(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function setOf(map, key) {
    let set = map.get(key);
    if (!set) {
        set = new Set();
        map.set(key, set);
    }
    return set;
}


/***/ })

};
;