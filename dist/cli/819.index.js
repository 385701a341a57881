"use strict";
exports.id = 819;
exports.ids = [819];
exports.modules = {

/***/ 9018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ fingerprint),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The fingerprint of a finding: made of rule, clause, instance, subject and property, never of lines, so that it
 * stays the same while a file is edited. 32 hexadecimal characters.
 */
function fingerprint(identity) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(identity).digest("hex").slice(0, 32);
}
/** SHA-256 of bytes or text, in hexadecimal. */
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
}


/***/ }),

/***/ 9819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson),
/* harmony export */   toReportV1: () => (/* binding */ toReportV1)
/* harmony export */ });
/* harmony import */ var _judge_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9018);

/** The report as data, `ims-lint/report/v1`. */
function toReportV1(report, version) {
    return {
        format: "ims-lint/report/v1",
        tool: { name: "ims-lint", version },
        run: {
            startedAt: report.startedAt.toISOString(),
            asOf: report.asOf.toISOString(),
            complete: report.complete,
            exitCode: report.exitCode,
            rulesetSha256: (0,_judge_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(ruleset(report)),
            configSha256: report.configBytes ? (0,_judge_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(report.configBytes) : null,
        },
        inputs: report.inputs.flatMap(toInput),
        summary: { ...report.summary },
        rules: report.counts.map(toCount),
        results: report.results.map(toResult),
    };
}
/** The report as text. */
function renderJson(report, version) {
    return `${JSON.stringify(toReportV1(report, version), null, 2)}\n`;
}
/** What the verdicts rest on: the rules in force, their levels and options. */
function ruleset({ policy }) {
    return JSON.stringify(policy.settings.map(({ rule, level, clauses, options }) => [
        rule.id,
        rule.control,
        level,
        Object.entries(clauses).map(([name, clause]) => [name, clause.level]),
        options,
    ]));
}
function toInput({ file, instances, exportedAt, buildNumber }) {
    const common = {
        path: file.name,
        format: "snapshot",
        exportedAt: exportedAt?.toISOString() ?? null,
        buildNumber: buildNumber ?? null,
        bytes: file.bytes.length,
        sha256: (0,_judge_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(file.bytes),
    };
    const names = instances.length > 0 ? instances : [null];
    return names.map((instance) => ({ ...common, instance }));
}
function toCount({ rule, instance, verdicts }) {
    return { rule: rule.id, control: `IMS-${rule.control}`, instance, ...verdicts };
}
function toResult(result) {
    const { rule } = result;
    return {
        rule: rule.id,
        clause: result.clause,
        control: `IMS-${rule.control}`,
        verdict: result.verdict,
        level: result.level,
        instance: result.instance,
        subject: result.subject,
        message: result.message,
        observed: result.observed,
        expected: result.expected,
        remedy: result.verdict === "fail" || result.verdict === "review" ? (result.remedy ?? rule.remedy) : null,
        because: toCause(result.because),
        causedBy: toCause(result.causedBy),
        settledBy: result.missing,
        location: toLocation(result.location),
        related: result.relatedLocations.map(({ location, message }) => ({ message, location: toLocation(location) })),
        fingerprint: (0,_judge_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .fingerprint */ .R)(result.identity),
        waiver: null,
        baseline: null,
    };
}
function toCause(cause) {
    return cause && { rule: cause.rule, instance: cause.instance, subject: cause.subject };
}
function toLocation({ path, startLine, startColumn, endLine, endColumn }) {
    return { path, startLine, startColumn, endLine, endColumn };
}


/***/ })

};
;