"use strict";
exports.id = 176;
exports.ids = [176];
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

/***/ 9176:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSarif: () => (/* binding */ renderSarif)
});

// EXTERNAL MODULE: ./build/src/config/policy.js
var policy = __webpack_require__(4767);
// EXTERNAL MODULE: ./build/src/judge/fingerprint.js
var fingerprint = __webpack_require__(9018);
// EXTERNAL MODULE: ./build/src/report/homepage.js
var homepage = __webpack_require__(3913);
;// CONCATENATED MODULE: ./build/src/report/line-hash.js
/**
 * GitHub follows an alert through later commits by a hash of the line it stands on. Its upload action computes that hash
 * itself and warns where a SARIF file says something else, so this is its algorithm, of github/codeql-action,
 * src/fingerprints.ts:
 *
 * - The hash of a line is that of 100 UTF-16 units from its start on, whichever lines they stand on. Spaces and tabs
 *   are left out; `\r\n`, `\r` and `\n` are all `\n`; the end of the file is U+FFFF, and zeros fill what is missing.
 * - It is a polynomial of these in 37, modulo 2^64, in hexadecimal without leading zeros.
 * - `:n` tells lines with the same hash apart: the n-th of them from the top.
 *
 * @param text What the action reads: the file as UTF-8, with its byte-order mark.
 * @param lines Those wanted, from 1. What is beyond the end has no hash.
 */
function lineHashes(text, lines) {
    let last = 0;
    for (const line of lines)
        last = Math.max(last, line);
    const { highs, lows } = hashUpTo(text, last);
    const candidates = new Set();
    for (const line of lines) {
        const low = lows[line - 1];
        if (low !== undefined)
            candidates.add(low);
    }
    const hashes = new Map();
    const counts = new Map();
    for (const [index, low] of lows.entries()) {
        if (!candidates.has(low))
            continue;
        const hash = inHexadecimal(highs[index] ?? 0, low);
        const count = (counts.get(hash) ?? 0) + 1;
        counts.set(hash, count);
        if (lines.has(index + 1))
            hashes.set(index + 1, `${hash}:${count}`);
    }
    return hashes;
}
const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** What a unit that leaves the window was multiplied by on its way, 37^100, in two halves. */
const LEAVING = BigInt(BASE) ** BigInt(WINDOW);
const LEAVING_LOW = Number(BigInt.asIntN(32, LEAVING));
const LEAVING_HIGH = Number(BigInt.asIntN(32, (LEAVING - BigInt(LEAVING_LOW)) >> 32n));
/** A power of two above the window, so that an index wraps around by masking. */
const RING = 128;
/**
 * The hashes of the lines up to `last`, each as two signed halves: high * 2^32 + low. They roll on: a unit that enters
 * multiplies what is there by 37, and the one that leaves is taken out again. No sum reaches 2^53, so all are exact;
 * and as both halves stay small integers, the engine keeps them in registers.
 */
function hashUpTo(text, last) {
    const highs = [];
    const lows = [];
    const window = new Uint16Array(RING);
    /** How many units had been taken when a line began; lines whose window is not full yet. */
    const starts = new Int32Array(RING);
    let begun = 0;
    let due = -1;
    let taken = 0;
    let high = 0;
    let low = 0;
    let isLineStart = true;
    let isAfterCr = false;
    const end = last > 0 ? text.length + WINDOW : 0;
    for (let at = 0; at < end; at++) {
        let unit = at < text.length ? text.charCodeAt(at) : at === text.length ? END_OF_FILE : 0;
        const isSecondOfPair = isAfterCr && unit === LF;
        isAfterCr = unit === CR;
        if (unit === SPACE || unit === TAB || isSecondOfPair)
            continue;
        if (isAfterCr)
            unit = LF;
        if (isLineStart) {
            if (due < 0)
                due = taken + WINDOW;
            starts[begun & (RING - 1)] = taken;
            begun += 1;
        }
        isLineStart = unit === LF;
        const leaving = window[(taken - WINDOW) & (RING - 1)] ?? 0;
        window[taken & (RING - 1)] = unit;
        taken += 1;
        const sum = BASE * low + unit - leaving * LEAVING_LOW;
        low = sum | 0;
        high = (BASE * high + (sum - low) / 2 ** 32 - leaving * LEAVING_HIGH) | 0;
        if (taken === due) {
            highs.push(high);
            lows.push(low);
            if (lows.length === last)
                break;
            due = lows.length < begun ? (starts[lows.length & (RING - 1)] ?? 0) + WINDOW : -1;
        }
    }
    return { highs, lows };
}
function inHexadecimal(high, low) {
    const upper = (low < 0 ? high - 1 : high) >>> 0;
    const lower = low >>> 0;
    return upper === 0 ? lower.toString(16) : upper.toString(16) + lower.toString(16).padStart(8, "0");
}

// EXTERNAL MODULE: ./build/src/report/terminal.js
var terminal = __webpack_require__(3933);
;// CONCATENATED MODULE: ./build/src/report/sarif.js





/**
 * The findings as SARIF 2.1.0, for GitHub code scanning: the fails of the run, the worst first, and all rules. What
 * GitHub asks for and where it ends: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files.
 *
 * @param version Of ims-lint.
 * @param automationId Tells this analysis from others of the same commit, such as one an instance; GitHub's category.
 */
function renderSarif(report, version, automationId = "ims-lint") {
    const rules = byId(report.allRules);
    const { kept, leftOut } = worst(report.results.filter(isFinding));
    const places = {
        ruleIndexes: new Map(rules.map((rule, index) => [rule.id, index])),
        artifactIndexes: new Map(report.inputs.map(({ file }, index) => [file.name, index])),
        lineHashes: hashesOf(report, kept),
    };
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "ims-lint",
                        version,
                        semanticVersion: version,
                        informationUri: homepage/* HOMEPAGE */.p,
                        rules: rules.map(toDescriptor),
                        notifications: NOTIFICATIONS,
                    },
                },
                automationDetails: { id: toAutomationId(automationId) },
                invocations: [toInvocation(report, places, leftOut)],
                columnKind: "utf16CodeUnits",
                newlineSequences: ["\r\n", "\n", "\r"],
                originalUriBaseIds: {
                    [ROOT]: {
                        // Where it is on the machine of the run is nobody's business, and GitHub knows its own checkout.
                        description: {
                            text: "The folder that paths are relative to: the top of the git work tree, or --root.",
                        },
                    },
                },
                artifacts: report.inputs.map(({ file }) => toArtifact(file)),
                results: kept.map((result) => toResult(result, places)),
            },
        ],
    };
    return `${JSON.stringify(log)}\n`;
}
const ROOT = "%SRCROOT%";
/** What GitHub takes of one run; of more it takes nothing. */
const MAX_RESULTS = 25_000;
/** How many places of one result GitHub keeps. */
const MAX_RELATED = 100;
function isFinding(result) {
    return result.verdict === "fail" && result.level !== null;
}
const ORDER = ["error", "warning", "note"];
/** The worst first, as every reader that shows a part shows the first; within a level in the order of the report. */
function worst(findings) {
    const sorted = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level));
    const kept = sorted.slice(0, MAX_RESULTS);
    return { kept, leftOut: sorted.length - kept.length };
}
function byId(rules) {
    return [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** GitHub takes what stands before the last slash for the category, and what follows for the name of one run. */
function toAutomationId(id) {
    return id.endsWith("/") ? id : `${id}/`;
}
const SEVERITY = {
    must: "error",
    should: "warning",
    info: "recommendation",
};
const AREAS = {
    1: "prerequisites",
    2: "package",
    3: "account",
    4: "mask",
    5: "linkage",
    6: "migration",
    7: "hardening",
    8: "environments",
    9: "export",
};
function toDescriptor(rule) {
    const tags = ["ims", "adobe-campaign", AREAS[(0,policy/* areaOf */.d6)(rule)] ?? "other", `IMS-${rule.control}`];
    const security = rule.securitySeverity === undefined ? {} : { "security-severity": rule.securitySeverity };
    return {
        id: rule.id,
        ...named(rule.id),
        shortDescription: { text: sentence(rule.title) },
        fullDescription: { text: sentence(rule.why) },
        help: { text: helpText(rule), markdown: helpMarkdown(rule) },
        helpUri: (0,homepage/* rulePage */.g)(rule.id),
        defaultConfiguration: { level: policy/* LEVEL_OF */.PA[rule.level] },
        properties: {
            tags: rule.securitySeverity === undefined ? tags : [...tags, "security"],
            precision: "very-high",
            "problem.severity": SEVERITY[rule.level],
            ...security,
        },
    };
}
/** The id in PascalCase; a name that is the id but for its letter case is none, says SARIF. */
function named(id) {
    if (!id.includes("-"))
        return {};
    return { name: id.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()) };
}
function helpText(rule) {
    return [
        sentence(rule.title),
        `Why: ${sentence(rule.why)}`,
        `How to mend it: ${sentence(rule.remedy)}`,
        `Source: ${rule.source.join("; ")}`,
    ].join("\n\n");
}
function helpMarkdown(rule) {
    return [
        `**${inMarkdown(sentence(rule.title))}**`,
        `**Why:** ${inMarkdown(sentence(rule.why))}`,
        `**How to mend it:** ${inMarkdown(sentence(rule.remedy))}`,
        `**Source:** ${rule.source.map(inMarkdown).join("; ")}`,
        `[${rule.id} in the documentation](${(0,homepage/* rulePage */.g)(rule.id)})`,
    ].join("\n\n");
}
/** Plain text as Markdown; an address becomes a link. */
function inMarkdown(text) {
    return text
        .split(/(https?:\/\/[^\s<>]*[\w/])/)
        .map((part, index) => (index % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>|~&#]/g, "\\$&")))
        .join("");
}
function sentence(text) {
    return /[.!?…]$/.test(text) ? text : `${text}.`;
}
const UNREADABLE = "input-not-read";
const LEFT_OUT = "results-left-out";
const NOTIFICATIONS = [
    {
        id: UNREADABLE,
        name: "InputNotRead",
        shortDescription: { text: "An input could not be read." },
        fullDescription: { text: "What stands in an input that could not be read was not checked." },
        help: { text: "Mend the input at the place that is named, or export it again." },
    },
    {
        id: LEFT_OUT,
        name: "ResultsLeftOut",
        shortDescription: { text: "Some results are left out." },
        fullDescription: { text: `GitHub takes ${MAX_RESULTS} results of one run; the worst are kept.` },
        help: { text: "Mend the worst first, or see the report in JSON, which holds all." },
    },
];
function toInvocation(report, places, leftOut) {
    const unread = new Set(report.inputs.filter(({ file }) => file.unreadable).map(({ file }) => file.name));
    const notifications = report.results
        .filter((result) => isFinding(result) && result.subject.kind === "file" && unread.has(result.location.path))
        .map((result) => ({
        descriptor: { id: UNREADABLE, index: 0 },
        associatedRule: { id: result.rule.id, index: places.ruleIndexes.get(result.rule.id) ?? -1 },
        level: "error",
        message: { text: toMessage(sentence(result.message)) },
        locations: [{ physicalLocation: toPhysical(result.location, places) }],
    }));
    if (leftOut > 0) {
        notifications.push({
            descriptor: { id: LEFT_OUT, index: 1 },
            level: "warning",
            message: {
                text: `${leftOut} results are left out, none worse than those that are here: GitHub takes ${MAX_RESULTS} of one run. The report in JSON holds all.`,
            },
        });
    }
    return {
        executionSuccessful: report.complete,
        exitCode: report.exitCode,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
        properties: { asOf: report.asOf.toISOString() },
    };
}
/** Reasons why nothing at all of a file was seen. */
const UNSEEN = ["not-there", "no-access", "too-large"];
function isSeen({ unreadable }) {
    return !unreadable || !UNSEEN.includes(unreadable.reason);
}
function toArtifact(file) {
    return {
        location: toArtifactLocation(file.name),
        roles: ["analysisTarget"],
        ...(isSeen(file) ? { length: file.bytes.length, hashes: { "sha-256": (0,fingerprint/* sha256 */.s)(file.bytes) } } : {}),
    };
}
function toResult(result, places) {
    const { rule, location } = result;
    const related = result.relatedLocations.slice(0, MAX_RELATED);
    const lineHash = places.lineHashes.get(location.path)?.get(location.startLine);
    return {
        ruleId: rule.id,
        ruleIndex: places.ruleIndexes.get(rule.id) ?? -1,
        level: result.level,
        message: { text: [...said(result), ...links(result)].join(" ") },
        locations: [{ physicalLocation: toPhysical(location, places) }],
        ...(related.length > 0
            ? {
                relatedLocations: related.map((at, index) => ({
                    id: index + 1,
                    physicalLocation: toPhysical(at.location, places),
                    message: { text: toMessage(linkText(at.message)) },
                })),
            }
            : {}),
        partialFingerprints: {
            ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
            "imsLint/v1": (0,fingerprint/* fingerprint */.R)(result.identity),
        },
        properties: {
            clause: result.clause,
            control: `IMS-${rule.control}`,
            instance: result.instance && wellFormed(result.instance),
            subject: { kind: result.subject.kind, name: wellFormed(result.subject.name) },
            ...(result.causedBy ? { causedBy: result.causedBy.rule } : {}),
        },
    };
}
/** What is the matter, and what to do: GitHub shows the first sentence where there is little room. */
function said({ message, remedy, rule }) {
    return [message, remedy ?? rule.remedy].map((text) => toMessage(sentence(text)));
}
/** Links to the related places, by their ids. */
function links({ relatedLocations }) {
    if (relatedLocations.length === 0)
        return [];
    const shown = relatedLocations
        .slice(0, MAX_RELATED)
        .map(({ message }, index) => `[${toMessage(linkText(message))}](${index + 1})`);
    const more = relatedLocations.length - shown.length;
    return [`See also: ${shown.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`];
}
function linkText(message) {
    return message.replace(/\.$/, "") || "related place";
}
/**
 * A text as SARIF writes messages: what could be taken for a link is escaped (§3.11.6), and so is what a display would
 * act on instead of showing. Braces stay single, unlike §3.11.5: no message has arguments, and GitHub would show both.
 */
function toMessage(text) {
    return (0,terminal/* printable */.g$)(text).replace(/[\\[\]]/g, "\\$&");
}
/** Half a surrogate pair is no text: parsers differ in what they make of it. */
function wellFormed(text) {
    return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
function toPhysical(location, { artifactIndexes }) {
    const index = artifactIndexes.get(location.path);
    const { startLine, startColumn, endLine, endColumn } = location;
    const isEmpty = startLine === endLine && startColumn === endColumn;
    return {
        artifactLocation: {
            ...toArtifactLocation(location.path),
            ...(index === undefined ? {} : { index }),
        },
        region: isEmpty ? { startLine } : { startLine, startColumn, endLine, endColumn },
    };
}
/** Relative to the root; a path on another drive of Windows has no way from there. */
function toArtifactLocation(path) {
    const encoded = wellFormed(path).split("/").map(encodeURIComponent).join("/");
    const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
    if (drive)
        return { uri: `file:///${drive}${encoded.slice(encoded.indexOf("/"))}` };
    return { uri: encoded, uriBaseId: ROOT };
}
/** GitHub's hash of the line of each finding, file by file. */
function hashesOf({ inputs }, findings) {
    const wanted = new Map();
    for (const { location } of findings) {
        const lines = wanted.get(location.path);
        if (lines)
            lines.add(location.startLine);
        else
            wanted.set(location.path, new Set([location.startLine]));
    }
    const hashes = new Map();
    for (const { file } of inputs) {
        const lines = wanted.get(file.name);
        // From the bytes, not from the text that was parsed: GitHub's action knows UTF-8 alone and keeps a byte-order mark.
        if (lines && isSeen(file))
            hashes.set(file.name, lineHashes(asUtf8(file.bytes), lines));
    }
    return hashes;
}
function asUtf8({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
}


/***/ })

};
;