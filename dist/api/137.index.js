"use strict";
exports.id = 137;
exports.ids = [137];
exports.modules = {

/***/ 966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ setOwn),
/* harmony export */   l: () => (/* binding */ MAX_DEPTH)
/* harmony export */ });
/** The deepest nesting that is read; the same in every format. */
const MAX_DEPTH = 100;
/** Sets a property of a plain object, whatever its name (`__proto__` too). */
function setOwn(target, key, value) {
    if (key === "__proto__") {
        Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    }
    else {
        target[key] = value;
    }
}


/***/ }),

/***/ 137:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJson: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(547);
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(jsonc_parser__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(966);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(688);



/** Reads a JSON file: values by the engine's own parser, places found again for what is asked. */
function readJson(path, source) {
    const text = source.raw;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        return { unreadable: syntaxError(text, error), source };
    }
    const members = countMembers(value, 0);
    if (members === undefined) {
        return { unreadable: { reason: "too-deep", detail: "" }, source };
    }
    const duplicates = countWrittenMembers(text) === members ? [] : findDuplicates(text, value);
    const document = {
        path,
        format: "json",
        index: 0,
        value,
        source,
        duplicates,
        locate: (routes) => locate(text, routes),
    };
    return { documents: [document] };
}
/** Members of all objects in a value; undefined where it nests too deep. */
function countMembers(value, depth) {
    if (typeof value !== "object" || value === null)
        return 0;
    if (depth >= _document_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .l)
        return undefined;
    let count = 0;
    if (Array.isArray(value)) {
        for (const item of value) {
            const inner = typeof item === "object" ? countMembers(item, depth + 1) : 0;
            if (inner === undefined)
                return undefined;
            count += inner;
        }
        return count;
    }
    const record = value;
    for (const key in record) {
        count += 1;
        const member = record[key];
        if (typeof member !== "object")
            continue;
        const inner = countMembers(member, depth + 1);
        if (inner === undefined)
            return undefined;
        count += inner;
    }
    return count;
}
/**
 * Members as written: colons that follow a quote. A string may hold such a pair too, so the count is never too low;
 * where it equals the members that were kept, no key was written twice.
 */
function countWrittenMembers(text) {
    let count = 0;
    for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
        let before = colon - 1;
        while (isSpace(text.charCodeAt(before)))
            before -= 1;
        if (text.charCodeAt(before) === 0x22)
            count += 1;
    }
    return count;
}
function isSpace(unit) {
    return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
/** Finds keys written twice, and takes out of `value` those whose values differ. */
function findDuplicates(text, value) {
    const duplicates = [];
    const seen = [];
    const pending = [];
    let awaiting;
    const valueBegins = (offset) => {
        awaiting?.(offset);
        awaiting = undefined;
    };
    (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.visit)(text, {
        onObjectBegin: (offset) => {
            valueBegins(offset);
            seen.push(new Map());
        },
        onObjectEnd: () => {
            seen.pop();
        },
        onArrayBegin: (offset) => valueBegins(offset),
        onLiteralValue: (_value, offset) => valueBegins(offset),
        onObjectProperty: (name, offset, length, _line, _column, pathOf) => {
            const keys = seen.at(-1);
            if (!keys)
                return;
            const key = { start: offset, end: offset + length };
            const before = keys.get(name);
            if (before) {
                const duplicate = {
                    route: [...pathOf(), name],
                    earlier: before.key,
                    later: key,
                    first: before.valueStart,
                    second: 0,
                };
                pending.push(duplicate);
                awaiting = (start) => {
                    duplicate.second = start;
                };
            }
            else {
                const entry = { key, valueStart: 0 };
                keys.set(name, entry);
                awaiting = (start) => {
                    entry.valueStart = start;
                };
            }
        },
    });
    for (const { route, earlier, later, first, second } of pending) {
        const [a, b] = [valueAt(text, first), valueAt(text, second)];
        const differs = a.content !== b.content;
        if (differs)
            unset(value, route);
        duplicates.push({ route, earlier, later, values: [a.extent, b.extent], differs });
    }
    return duplicates;
}
/** The value that begins at `offset`: its content in a form that can be compared, and all of its text. */
function valueAt(text, offset) {
    const parts = [];
    let depth = 0;
    let end = 0;
    const stop = new Error("done");
    const push = (part, change, at, length) => {
        parts.push(part);
        depth += change;
        end = at + length;
        if (depth === 0)
            throw stop;
    };
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.visit)(text.slice(offset), {
            onObjectBegin: (at, length) => push("{", 1, at, length),
            onObjectEnd: (at, length) => push("}", -1, at, length),
            onArrayBegin: (at, length) => push("[", 1, at, length),
            onArrayEnd: (at, length) => push("]", -1, at, length),
            onObjectProperty: (name) => {
                parts.push(JSON.stringify(name));
            },
            onLiteralValue: (value, at, length) => push(JSON.stringify(value), 0, at, length),
        });
    }
    catch (error) {
        if (error !== stop)
            throw error;
    }
    return { content: parts.join(" "), extent: { start: offset, end: offset + end } };
}
function unset(value, route) {
    let holder = value;
    for (const step of route.slice(0, -1)) {
        if (typeof holder !== "object" || holder === null)
            return;
        holder = holder[step];
    }
    const last = route.at(-1);
    if (typeof holder !== "object" || holder === null || typeof last !== "string")
        return;
    (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P)(holder, last, undefined);
}
/** One pass over the text; of a key written twice the last one counts, as in the values. */
function locate(text, routes) {
    const found = new Array(routes.length).fill(undefined);
    if (routes.length === 0)
        return found;
    const wanted = (0,_wanted_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedTree */ .g)(routes);
    const stack = [{ wanted, index: -1, key: undefined, member: wanted }];
    /** Notes the value that begins here, and says what is wanted below it. */
    const meet = (value, isCollection) => {
        const frame = stack.at(-1);
        const node = frame && (frame.index >= 0 ? frame.wanted?.next.get(frame.index) : frame.member);
        for (const end of node?.ends ?? [])
            found[end] = { value, key: frame?.key, isCollection, extent: { ...value } };
        return node;
    };
    const open = (offset, isArray) => {
        const node = meet({ start: offset, end: endIfEmpty(text, offset) }, true);
        const wantsMore = node !== undefined && node.next.size > 0;
        stack.push({ wanted: node, index: isArray ? 0 : -1, key: undefined, member: undefined });
        return wantsMore;
    };
    const close = (offset, length) => {
        for (const end of stack.pop()?.wanted?.ends ?? []) {
            const place = found[end];
            if (place)
                found[end] = { ...place, extent: { start: place.value.start, end: offset + length } };
        }
    };
    (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.visit)(text, {
        onObjectBegin: (offset) => open(offset, false),
        onArrayBegin: (offset) => open(offset, true),
        onObjectEnd: close,
        onArrayEnd: close,
        onObjectProperty: (name, offset, length) => {
            const frame = stack.at(-1);
            if (!frame)
                return;
            frame.member = frame.wanted?.next.get(name);
            frame.key = { start: offset, end: offset + length };
        },
        onSeparator: (character) => {
            const frame = stack.at(-1);
            if (frame && frame.index >= 0 && character === ",")
                frame.index += 1;
        },
        onLiteralValue: (_value, offset, length) => {
            meet({ start: offset, end: offset + length }, false);
        },
    });
    return found;
}
/** The end of `[]` or `{}`; of a collection that holds something, the end of its opening. */
function endIfEmpty(text, offset) {
    let at = offset + 1;
    while (isSpace(text.charCodeAt(at)))
        at += 1;
    const unit = text.charCodeAt(at);
    return unit === 0x5d || unit === 0x7d ? at + 1 : offset + 1;
}
const WORDS = {
    InvalidSymbol: "a value that JSON does not know",
    InvalidNumberFormat: "a number that JSON does not allow",
    PropertyNameExpected: "expected a key in double quotes",
    ValueExpected: "expected a value",
    ColonExpected: "expected a colon",
    CommaExpected: "expected a comma",
    CloseBraceExpected: "expected a closing brace",
    CloseBracketExpected: "expected a closing bracket",
    EndOfFileExpected: "expected the end of the file",
    InvalidCommentToken: "a comment, which JSON does not allow",
    UnexpectedEndOfComment: "a comment that does not end",
    UnexpectedEndOfString: "a string that does not end",
    UnexpectedEndOfNumber: "a number that does not end",
    InvalidUnicode: "an invalid \\u escape",
    InvalidEscapeCharacter: "an invalid escape in a string",
    InvalidCharacter: "a control character in a string",
};
/** Says what is wrong and where; the engine's own message quotes the source, so only its number is taken. */
function syntaxError(text, error) {
    let first;
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.visit)(text, {
            onError: (code, offset) => {
                first ??= { name: (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.printParseErrorCode)(code), offset };
            },
        }, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch {
        // Nesting that overflows the visitor; the engine's position has to do.
    }
    if (first)
        return { reason: "syntax", detail: WORDS[first.name] ?? "not JSON", offset: first.offset };
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    return { reason: "syntax", detail: "not JSON", offset: position ? Number(position) : text.length };
}


/***/ }),

/***/ 688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ wantedTree)
/* harmony export */ });
/** Puts routes into a tree. */
function wantedTree(routes) {
    const top = { ends: [], next: new Map() };
    routes.forEach((route, index) => {
        let node = top;
        for (const step of route) {
            let next = node.next.get(step);
            if (!next) {
                next = { ends: [], next: new Map() };
                node.next.set(step, next);
            }
            node = next;
        }
        node.ends.push(index);
    });
    return top;
}


/***/ })

};
;