"use strict";
exports.id = 320;
exports.ids = [320];
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


/***/ }),

/***/ 320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readYaml: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(243);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(966);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(688);



const DOCUMENT = 1;
const SEQUENCE = 2;
const MAPPING = 3;
const SCALAR = 4;
const ALIAS = 5;
const POP = 6;
const PLAIN = 1;
/**
 * Values that aliases may add to a file. An alias stands for a copy of its anchor, so a few nested ones could stand
 * for billions.
 */
const ALIAS_BUDGET = 1_000_000;
/** Reads a YAML file, every document in it. The parser's events are kept: they are the table of places. */
function readYaml(path, source) {
    const text = source.raw;
    let events;
    try {
        events = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(text, { maxDepth: _document_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .l });
    }
    catch (error) {
        if (!(error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB))
            throw error;
        const tooDeep = error.reason.startsWith("nesting exceeded");
        return {
            unreadable: {
                reason: tooDeep ? "too-deep" : "syntax",
                detail: tooDeep ? "" : withoutSource(error.reason),
                offset: error.mark?.position ?? 0,
            },
            source,
        };
    }
    const documents = [];
    for (let at = 0; at < events.length; at++) {
        if (events[at]?.type !== DOCUMENT)
            continue;
        const start = at + 1;
        at = endOfNode(events, at) - 1;
        if (events[start]?.type === POP)
            continue;
        const builder = new Builder(events, text);
        try {
            const value = builder.build(start);
            documents.push({
                path,
                format: "yaml",
                index: documents.length,
                value,
                source,
                duplicates: builder.duplicates,
                locate: (routes) => locate(events, text, start, builder.anchors, routes),
            });
        }
        catch (error) {
            if (!(error instanceof Refused))
                throw error;
            return { unreadable: { reason: error.reason, detail: error.detail, offset: error.offset }, source };
        }
    }
    return { documents };
}
/** The parser's reason without the parts of the source that it quotes. */
function withoutSource(reason) {
    return reason
        .replace(/ ?(?:for )?"[\s\S]*"/, "")
        .replace(/: [\s\S]*$/, "")
        .trim();
}
class Refused extends Error {
    reason;
    detail;
    offset;
    constructor(reason, detail, offset) {
        super(reason);
        this.reason = reason;
        this.detail = detail;
        this.offset = offset;
    }
}
/** Builds the values of one document. */
class Builder {
    events;
    text;
    duplicates = [];
    /** For each alias event, the event of the value that it stands for. */
    anchors = new Map();
    #latest = new Map();
    #open = new Set();
    #route = [];
    #at = 0;
    #depth = 0;
    #aliasDepth = 0;
    #budget = ALIAS_BUDGET;
    constructor(events, text) {
        this.events = events;
        this.text = text;
    }
    build(start) {
        this.#at = start;
        return this.#node();
    }
    #node() {
        const index = this.#at++;
        const event = this.events[index];
        if (this.#aliasDepth > 0 && --this.#budget < 0) {
            throw new Refused("too-many-aliases", "", offsetOf(event));
        }
        switch (event.type) {
            case SCALAR:
                this.#anchor(event, index);
                return scalar(this.text, event);
            case ALIAS:
                return this.#alias(event, index);
            case SEQUENCE:
            case MAPPING: {
                this.#anchor(event, index);
                if (++this.#depth > _document_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_DEPTH */ .l)
                    throw new Refused("too-deep", "", event.start);
                this.#open.add(index);
                const value = event.type === SEQUENCE ? this.#sequence() : this.#mapping();
                this.#open.delete(index);
                this.#depth -= 1;
                return value;
            }
            default:
                throw new Refused("syntax", "an incomplete document", 0);
        }
    }
    #anchor(event, index) {
        if (event.anchorStart < 0 || this.#aliasDepth > 0)
            return;
        this.#latest.set(this.text.slice(event.anchorStart, event.anchorEnd), index);
    }
    #alias(event, index) {
        if (this.#aliasDepth === 0) {
            const target = this.#latest.get(this.text.slice(event.anchorStart, event.anchorEnd));
            if (target === undefined) {
                throw new Refused("syntax", "an alias without an anchor of its name before it", event.anchorStart - 1);
            }
            this.anchors.set(index, target);
        }
        const target = this.anchors.get(index);
        if (target === undefined || this.#open.has(target)) {
            throw new Refused("syntax", "an alias inside the very value that it stands for", event.anchorStart - 1);
        }
        const back = this.#at;
        this.#at = target;
        this.#aliasDepth += 1;
        const value = this.#node();
        this.#aliasDepth -= 1;
        this.#at = back;
        return value;
    }
    #sequence() {
        const items = [];
        while (this.events[this.#at]?.type !== POP) {
            this.#route.push(items.length);
            items.push(this.#node());
            this.#route.pop();
        }
        this.#at += 1;
        return items;
    }
    #mapping() {
        const record = {};
        const keys = new Map();
        const merged = [];
        while (this.events[this.#at]?.type !== POP) {
            const keyIndex = this.#at;
            const keyEvent = this.events[keyIndex];
            const key = this.#node();
            if (typeof key !== "string" && key !== null) {
                // A list or an object as a key: nothing of ours is named so.
                this.#at = endOfNode(this.events, this.#at);
                continue;
            }
            const name = key ?? "";
            if (isMergeKey(this.text, keyEvent)) {
                merged.push(this.#node());
                continue;
            }
            this.#route.push(name);
            const valueIndex = this.#at;
            const value = this.#node();
            const span = spanOf(this.text, keyEvent);
            const earlier = keys.get(name);
            if (earlier) {
                const differs = JSON.stringify(record[name]) !== JSON.stringify(value);
                if (this.#aliasDepth === 0) {
                    const values = [extentOf(this.text, this.events, earlier.valueIndex), extentOf(this.text, this.events, valueIndex)];
                    this.duplicates.push({ route: [...this.#route], earlier: earlier.span, later: span, values, differs });
                }
                (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P)(record, name, differs ? undefined : value);
            }
            else {
                keys.set(name, { span, valueIndex });
                (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P)(record, name, value);
            }
            this.#route.pop();
        }
        this.#at += 1;
        for (const source of merged)
            merge(record, source);
        return record;
    }
}
/** Keys of a record win over merged ones, earlier merged ones over later ones. */
function merge(record, source) {
    if (Array.isArray(source)) {
        for (const item of source)
            if (!Array.isArray(item))
                merge(record, item);
    }
    else if (typeof source === "object" && source !== null) {
        for (const [key, value] of Object.entries(source)) {
            if (!Object.hasOwn(record, key))
                (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P)(record, key, value);
        }
    }
}
function isMergeKey(text, event) {
    return (event.type === SCALAR && event.style === PLAIN && text.slice(event.valueStart, event.valueEnd) === "<<");
}
/** Text as written; null where the core schema reads null. */
function scalar(text, event) {
    if (event.valueStart < 0)
        return event.tagStart >= 0 ? "" : null;
    const value = event.fast ? text.slice(event.valueStart, event.valueEnd) : (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(text, event);
    if (event.style !== PLAIN || event.tagStart >= 0 || value.length > 4)
        return value;
    return value === "" || value === "~" || value === "null" || value === "Null" || value === "NULL"
        ? null
        : value;
}
/** The index behind the node that begins at `at`. */
function endOfNode(events, at) {
    let depth = 0;
    for (let index = at; index < events.length; index++) {
        const type = events[index]?.type;
        if (type === POP)
            depth -= 1;
        else if (type !== SCALAR && type !== ALIAS)
            depth += 1;
        if (depth === 0)
            return index + 1;
    }
    return events.length;
}
function offsetOf(event) {
    switch (event.type) {
        case SCALAR:
            return Math.max(0, event.valueStart);
        case ALIAS:
            return event.anchorStart - 1;
        case SEQUENCE:
        case MAPPING:
            return event.start;
        default:
            return 0;
    }
}
/** The span of a value as it is written; of a block scalar from its indicator to the end of its last line with text. */
function spanOf(text, event) {
    if (event.type === ALIAS)
        return { start: event.anchorStart - 1, end: event.anchorEnd };
    if (event.type === SEQUENCE || event.type === MAPPING)
        return collectionSpan(text, event);
    if (event.type !== SCALAR || event.valueStart < 0)
        return { start: 0, end: 0 };
    switch (event.style) {
        case 2:
        case 3:
            return { start: event.valueStart - 1, end: event.valueEnd + 1 };
        case 4:
        case 5: {
            const end = event.valueStart + text.slice(event.valueStart, event.valueEnd).trimEnd().length;
            const start = indicatorBefore(text, event.valueStart);
            return { start, end: Math.max(end, start + 1) };
        }
        default:
            return { start: event.valueStart, end: event.valueEnd };
    }
}
/** Where `|` or `>` stands, on the line above the first line of a block scalar. */
function indicatorBefore(text, contentStart) {
    const breakAt = text.lastIndexOf("\n", contentStart - 1);
    const headEnd = breakAt < 0 ? contentStart : breakAt;
    const headStart = text.lastIndexOf("\n", headEnd - 1) + 1;
    const indicator = /[|>][-+0-9]*(?:[ \t]+#.*)?[ \t\r]*$/.exec(text.slice(headStart, headEnd));
    return indicator ? headStart + indicator.index : contentStart;
}
/** All of a value; of a collection up to what comes next, as the parser does not tell where it ends. */
function extentOf(text, events, index) {
    const event = events[index];
    const span = spanOf(text, event);
    if (event.type !== SEQUENCE && event.type !== MAPPING)
        return span;
    for (let next = endOfNode(events, index); next < events.length; next++) {
        const following = events[next];
        if (following.type !== POP && following.type !== DOCUMENT && offsetOf(following) > span.start) {
            return { start: span.start, end: offsetOf(following) };
        }
    }
    return { start: span.start, end: text.length };
}
function collectionSpan(text, event) {
    const start = event.start;
    if (event.style !== 2)
        return { start, end: start + 1 };
    const empty = /^[[{]\s*[\]}]/.exec(text.slice(start, start + 200));
    return { start, end: start + (empty ? empty[0].length : 1) };
}
/** One pass over the events for all routes; aliases and merge keys are followed. */
function locate(events, text, start, anchors, routes) {
    const found = new Array(routes.length).fill(undefined);
    /** Visits the node at `at` for what is wanted of it; returns the index behind it. */
    const node = (at, wanted, key, alias) => {
        const event = events[at];
        if (!wanted)
            return endOfNode(events, at);
        if (event.type === ALIAS) {
            const target = anchors.get(at);
            if (target !== undefined)
                node(target, wanted, key, alias ?? spanOf(text, event));
            return at + 1;
        }
        const written = spanOf(text, event);
        const value = alias ?? (written.end > 0 ? written : (key ?? written));
        const isCollection = event.type !== SCALAR;
        for (const end of wanted.ends) {
            const extent = extentOf(text, events, at);
            found[end] = { value, key, isCollection, extent, ...(alias ? { definition: written } : {}) };
        }
        if (wanted.next.size === 0)
            return endOfNode(events, at);
        if (event.type === SEQUENCE)
            return sequence(at + 1, wanted);
        if (event.type === MAPPING)
            return mapping(at + 1, wanted);
        return at + 1;
    };
    const sequence = (first, wanted) => {
        let at = first;
        for (let index = 0; events[at]?.type !== POP; index++)
            at = node(at, wanted.next.get(index), undefined, undefined);
        return at + 1;
    };
    const mapping = (first, wanted) => {
        let at = first;
        const own = new Set();
        const merges = [];
        while (events[at]?.type !== POP) {
            const keyAt = at;
            const keyEvent = events[keyAt];
            at = endOfNode(events, keyAt);
            const name = keyName(keyAt);
            if (name === undefined) {
                at = endOfNode(events, at);
            }
            else if (isMergeKey(text, keyEvent)) {
                merges.push(at);
                at = endOfNode(events, at);
            }
            else {
                own.add(name);
                at = node(at, wanted.next.get(name), spanOf(text, keyEvent), undefined);
            }
        }
        const rest = {
            ends: [],
            next: new Map([...wanted.next].filter(([key]) => !own.has(String(key)))),
        };
        if (rest.next.size > 0)
            for (const merged of merges.toReversed())
                mergedFrom(merged, rest);
        return at + 1;
    };
    /** Later sources first, so that the earlier ones, which win, overwrite what was found. */
    const mergedFrom = (at, wanted) => {
        const event = events[at];
        if (event.type === ALIAS) {
            const target = anchors.get(at);
            if (target !== undefined)
                mergedFrom(target, wanted);
        }
        else if (event.type === MAPPING) {
            mapping(at + 1, wanted);
        }
        else if (event.type === SEQUENCE) {
            const items = [];
            for (let item = at + 1; events[item]?.type !== POP; item = endOfNode(events, item))
                items.push(item);
            for (const item of items.reverse())
                mergedFrom(item, wanted);
        }
    };
    const keyName = (at) => {
        const event = events[at];
        if (event.type === ALIAS) {
            const target = anchors.get(at);
            return target === undefined ? undefined : keyName(target);
        }
        return event.type === SCALAR ? (scalar(text, event) ?? "") : undefined;
    };
    if (routes.length > 0)
        node(start, (0,_wanted_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedTree */ .g)(routes), undefined, undefined);
    return found;
}


/***/ })

};
;