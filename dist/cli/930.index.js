"use strict";
exports.id = 930;
exports.ids = [930];
exports.modules = {

/***/ 5617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ CONFIG_NAMES),
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _model_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3794);
/* harmony import */ var _model_secrecy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3832);
/* harmony import */ var _model_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2357);
/* harmony import */ var _read_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6668);




/** The names a config can have; it is looked for at the root alone. */
const CONFIG_NAMES = ["ims-lint.config.yaml", "ims-lint.config.yml", "ims-lint.config.json"];
/** Reads and checks a config. `schema` is the published JSON Schema. */
async function readConfig(path, bytes, schema, rules) {
    const result = await (0,_read_read_js__WEBPACK_IMPORTED_MODULE_2__/* .read */ .L)(path, bytes);
    if (!result.documents) {
        const { unreadable, source } = result;
        const position = source && unreadable.offset !== undefined ? source.position(unreadable.offset) : START;
        const message = `The config cannot be read: ${unreadable.detail || unreadable.reason}.`;
        return { config: {}, mistakes: [{ path, position, message, isFatal: true, excerpt: undefined }] };
    }
    const [document, second] = result.documents;
    if (!document)
        return { config: {}, mistakes: [] };
    if (second) {
        const message = "The config holds several documents; only one is allowed.";
        return { config: {}, mistakes: [{ path, position: START, message, isFatal: true, excerpt: undefined }] };
    }
    return check(document, schema, rules);
}
const START = { line: 1, column: 1 };
function check(document, schema, rules) {
    const checked = (0,_model_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .checkShape */ .eA)(document.value, (0,_model_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .compileShape */ .df)(schema));
    (0,_model_secrecy_js__WEBPACK_IMPORTED_MODULE_0__/* .hideSecrets */ .s)(document, [...checked.secrets.map((secret) => secret.route), ...checked.hidden]);
    const problems = [
        ...document.duplicates.map((duplicate) => ({ kind: "duplicate-key", ...duplicate })),
        ...checked.problems,
    ];
    const located = document.locate(problems.map((problem) => problem.route));
    const mistakes = problems.map((problem, index) => {
        const place = located[index];
        const isKey = problem.kind === "unknown-key";
        const span = problem.kind === "duplicate-key"
            ? problem.later
            : ((isKey ? place?.key : place?.value) ?? { start: 0, end: 0 });
        const isRule = isKey && problem.route.length === 2 && problem.route[0] === "rules";
        return {
            path: document.path,
            position: document.source.position(span.start),
            message: isRule
                ? unknownRule(String(problem.route[1]), problem.nearest, rules)
                : (0,_model_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problemInWords */ .C)(problem).message,
            // A rule that is not known may be one that was meant to be off, or on.
            isFatal: !isKey || isRule,
            excerpt: document.source.excerpt(span, 100),
        };
    });
    mistakes.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
    const isObject = typeof checked.value === "object" && checked.value !== null;
    return { config: isObject ? checked.value : {}, mistakes };
}
function unknownRule(name, near, rules) {
    const [id, clause] = name.split("/");
    const rule = rules.find((candidate) => candidate.id === id);
    const hint = near ? ` Did you mean "${near}"?` : " «ims-lint rules» lists them.";
    if (!rule || clause === undefined)
        return `There is no rule "${name}".${hint}`;
    const clauses = Object.keys(rule.clauses ?? {});
    const known = clauses.length > 0 ? `Its clauses: ${clauses.join(", ")}.` : "It has no clauses.";
    return `Rule ${rule.id} has no clause "${clause}". ${known}`;
}


/***/ }),

/***/ 5869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ relativeTo),
/* harmony export */   k4: () => (/* binding */ discover),
/* harmony export */   wg: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const EXTENSIONS = /\.(?:ya?ml|json)$/i;
const SKIPPED_FOLDERS = new Set(["node_modules", ".git"]);
/** Lists the files that may count, each once, in the order of their paths. */
function discover(request) {
    const found = new Map();
    const add = (absolute, isNamed) => {
        const known = found.get(absolute);
        if (known && (known.isNamed || !isNamed))
            return;
        const name = relativeTo(request.root, absolute);
        found.set(absolute, { path: name, absolute, isNamed, instance: request.instanceOf(name) });
    };
    for (const named of request.paths) {
        if (named === "-") {
            found.set("-", { path: request.stdinName, absolute: undefined, isNamed: true, instance: undefined });
            continue;
        }
        const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(request.cwd, named);
        const trouble = visit(absolute, request, add);
        if (trouble) {
            const name = relativeTo(request.root, absolute);
            found.set(absolute, { path: name, absolute, isNamed: true, instance: undefined, trouble });
        }
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
/** A named path: the file itself, or what is in the folder. */
function visit(absolute, request, add) {
    try {
        if (!request.fs.statSync(absolute).isDirectory()) {
            add(absolute, true);
            return undefined;
        }
        walk(absolute, request, add);
        return undefined;
    }
    catch (error) {
        const code = error.code;
        return code === "EACCES" || code === "EPERM" ? "no-access" : "not-there";
    }
}
function walk(folder, request, add) {
    for (const entry of request.fs.readdirSync(folder, { withFileTypes: true })) {
        const absolute = node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, entry.name);
        // Symbolic links are not followed: they lead out of the folder, or in circles.
        if (entry.isDirectory()) {
            if (!SKIPPED_FOLDERS.has(entry.name))
                walk(absolute, request, add);
        }
        else if (entry.isFile() && EXTENSIONS.test(entry.name)) {
            add(absolute, request.instanceOf(relativeTo(request.root, absolute)) !== undefined);
        }
    }
}
/** The path from the root, with `/`. */
function relativeTo(root, absolute) {
    const relative = node_path__WEBPACK_IMPORTED_MODULE_0__.relative(root, absolute);
    return (node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "/" ? relative : relative.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/")) || ".";
}
/** The top of the git work tree that holds `folder`; `folder` itself where there is none. */
function findRoot(folder, fs) {
    for (let at = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(folder);; at = node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(at)) {
        if (fs.statSync(node_path__WEBPACK_IMPORTED_MODULE_0__.join(at, ".git"), { throwIfNoEntry: false }))
            return at;
        if (node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(at) === at)
            return node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(folder);
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

/***/ 3832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ hideSecrets)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2357);

/** Hides in a document's source what no excerpt may show: secrets, and values of which nobody knows what they are. */
function hideSecrets(document, routes) {
    const located = document.locate(routes);
    const spans = located.flatMap((place) => (place ? writtenSpans(place) : []));
    for (const { route, values } of document.duplicates) {
        // Of a key written twice only one value was checked for secrets, or none.
        for (const span of values)
            if (!isHarmless(route, document.source.raw.slice(span.start, span.end)))
                spans.push(span);
    }
    document.source.hide(spans);
}
/** Both where an alias stands and where its value was written. */
function writtenSpans({ value, extent, definition }) {
    return definition ? [value, extent, definition] : [extent];
}
/** A plain scalar under a key of no secrecy can be shown. */
function isHarmless(route, text) {
    const key = String(route.at(-1) ?? "");
    return !_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRET_KEY */ .rB.test(key) && !/^[[{]|[\r\n]|-----BEGIN/.test(text) && (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .maskUserInfo */ .e9)(text) === text && !text.startsWith("*");
}


/***/ }),

/***/ 2357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   df: () => (/* binding */ compileShape),
/* harmony export */   e9: () => (/* binding */ maskUserInfo),
/* harmony export */   eA: () => (/* binding */ checkShape),
/* harmony export */   rB: () => (/* binding */ SECRET_KEY)
/* harmony export */ });
/* harmony import */ var _leaves_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1894);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2950);


/**
 * The fast check of a document against a published JSON Schema: one walk over the values that checks them, reads the
 * scalars, drops every secret and collects what is off. The JSON Schemas are generated from the zod schemas, which
 * take too long to load for every run; a test holds the two together.
 */
function checkShape(value, shape) {
    const walk = new Walk();
    const result = walk.read(value, shape);
    const { problems, secrets, hidden, broken, numbers } = walk;
    return { value: result, problems, secrets, hidden, broken, numbers };
}
const LEAVES = new Set(["text", "flag", "count", "date", "secret"]);
/** Compiles a JSON Schema that zod made. */
function compileShape(schema) {
    return compile(schema);
}
function compile(schema) {
    const leaf = schema.$ref?.replace("#/$defs/", "");
    if (leaf !== undefined && LEAVES.has(leaf))
        return { kind: leaf };
    if (schema.anyOf) {
        const shapes = schema.anyOf.filter((option) => option.type !== "null").map(compile);
        const [only] = shapes;
        return shapes.length === 1 && only ? only : { kind: "either", shapes };
    }
    if (schema.enum)
        return { kind: "choice", values: schema.enum };
    if (schema.const !== undefined)
        return { kind: "choice", values: [schema.const] };
    if (schema.items)
        return { kind: "list", item: compile(schema.items) };
    if (schema.type === "object") {
        const rest = schema.additionalProperties;
        return {
            kind: "record",
            fields: new Map(Object.entries(schema.properties ?? {}).map(([key, field]) => [key, compile(field)])),
            rest: typeof rest === "object" ? compile(rest) : undefined,
            required: schema.required ?? [],
        };
    }
    return { kind: "any" };
}
/** Keys under which secrets stand, wherever they are met (external account, operator, serverConf.xml). */
const SECRET_KEY = /^(?:clientSecret|password|internalPassword|authIMSCode|authIMS\w*Secret|\w*privateKey)$/i;
/** Keys of addresses, where user info can stand before a host without a scheme. */
const ADDRESS_KEY = /^(?:callbackServer|imsServer|server|url|NmsServer_URL)$/;
class Walk {
    problems = [];
    secrets = [];
    hidden = [];
    broken = [];
    numbers = [];
    #route = [];
    read(value, shape) {
        if (value === null || value === undefined)
            return undefined;
        switch (shape.kind) {
            case "text": {
                const text = (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value);
                if (typeof value === "number")
                    this.numbers.push([...this.#route]);
                return text === _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_OF_KIND */ .nV ? this.#wrongType("text", value) : this.#withoutSecrets(text);
            }
            case "flag":
                return this.#leaf(value, (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readFlag */ .fG)(value), "yes or no (true, false, 1 or 0)");
            case "count":
                return this.#leaf(value, (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readCount */ ._0)(value), "a whole number");
            case "date":
                return this.#leaf(value, (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h2)(value), "a date such as 2026-11-20 or 2026-11-20T09:00:00Z");
            case "secret":
                return this.#secret(value);
            case "choice":
                return this.#choice(value, shape.values);
            case "list":
                return this.#list(value, shape.item);
            case "record":
                return this.#record(value, shape);
            case "either":
                return this.#either(value, shape.shapes);
            case "any":
                return this.#scrub(value);
        }
    }
    #leaf(value, read, expected) {
        return read === _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_OF_KIND */ .nV ? this.#wrongType(expected, value) : read;
    }
    #choice(value, allowed) {
        const text = (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(value);
        if (text === _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_OF_KIND */ .nV)
            return this.#wrongType(`one of ${allowed.join(", ")}`, value);
        if (allowed.includes(text))
            return text;
        const found = String(this.#withoutSecrets(text));
        this.problems.push({
            kind: "unknown-value",
            route: [...this.#route],
            found,
            allowed,
            nearest: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(found, allowed),
        });
        return undefined;
    }
    #list(value, item) {
        if (!Array.isArray(value))
            return this.#wrongType("a list", value);
        const route = this.#route;
        let isBroken = false;
        for (let index = 0; index < value.length; index++) {
            const before = value[index];
            route.push(index);
            const after = before === null ? this.#wrongType(wordOf(item), before) : this.read(before, item);
            route.pop();
            if (after !== before)
                value[index] = after;
            isBroken ||= after === undefined;
        }
        if (isBroken)
            this.broken.push([...route]);
        return value;
    }
    #record(value, shape) {
        if (!isRecord(value))
            return this.#wrongType("an object", value);
        const route = this.#route;
        for (const key in value) {
            const before = value[key];
            if (before === undefined)
                continue;
            const field = shape.fields.get(key) ?? shape.rest;
            route.push(key);
            const after = field ? this.read(before, field) : this.#unknownMember(key, before, value, shape.fields);
            route.pop();
            if (after !== before)
                value[key] = after;
        }
        for (const key of shape.required) {
            if (!Object.hasOwn(value, key))
                return this.#wrongType(`an object with ${key}`, value);
        }
        return value;
    }
    /** A key that no schema knows. A mistyped secret is a secret; of anything else nobody knows. */
    #unknownMember(key, value, holder, fields) {
        const known = [...fields.keys()];
        this.problems.push({ kind: "unknown-key", route: [...this.#route], nearest: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(key, known) });
        const secrets = known.filter((name) => fields.get(name)?.kind === "secret");
        const isMistyped = typeof value !== "object" && (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(key, secrets, 2) !== undefined;
        if (isMistyped)
            return this.#secret(value);
        this.hidden.push([...this.#route]);
        return this.#scrubMember(key, value, holder);
    }
    #either(value, shapes) {
        const fitting = shapes.find((shape) => Array.isArray(value)
            ? shape.kind === "list"
            : isRecord(value)
                ? shape.kind === "record"
                : !/list|record/.test(shape.kind));
        return fitting ? this.read(value, fitting) : this.#wrongType(shapes.map(wordOf).join(" or "), value);
    }
    #secret(value) {
        const secret = (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readSecret */ .n5)(value);
        if (secret === _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_OF_KIND */ .nV) {
            // Whatever it is, it stands where a secret belongs.
            this.secrets.push({ route: [...this.#route], secret: new _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh("clear"), because: "key" });
            return this.#wrongType("{ present: true } or { present: false }", value);
        }
        this.secrets.push({ route: [...this.#route], secret, because: "key" });
        return secret;
    }
    /** Values that no schema knows: kept as they are, but for their secrets. */
    #scrub(value) {
        if (typeof value === "string")
            return this.#withoutSecrets(value);
        if (Array.isArray(value)) {
            value.forEach((item, index) => {
                this.#route.push(index);
                value[index] = this.#scrub(item);
                this.#route.pop();
            });
        }
        else if (isRecord(value)) {
            for (const key in value) {
                this.#route.push(key);
                value[key] = this.#scrubMember(key, value[key], value);
                this.#route.pop();
            }
        }
        return value;
    }
    #scrubMember(key, value, holder) {
        if (!SECRET_KEY.test(key) || value === null || value === undefined)
            return this.#scrub(value);
        const read = (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readSecret */ .n5)(value);
        // serverConf.xml: dbcnx @password is encrypted where @encrypted says so.
        const secret = read === _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_OF_KIND */ .nV
            ? undefined
            : read.exposed && (0,_leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .readFlag */ .fG)(holder.encrypted) === true
                ? new _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh("stated")
                : read;
        if (!secret) {
            // An element that happens to be named so, or a secret in a form of its own.
            this.hidden.push([...this.#route]);
            return this.#scrub(value);
        }
        this.secrets.push({ route: [...this.#route], secret, because: "key" });
        return secret;
    }
    /** Masks the user info of URLs and drops private keys, wherever they stand. */
    #withoutSecrets(text) {
        if (text.includes("@") && /:[\\/]/.test(text)) {
            const masked = maskUserInfo(text);
            if (masked !== text) {
                this.secrets.push({ route: [...this.#route], secret: new _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh("clear"), because: "url" });
                return masked;
            }
        }
        if (text.includes("@") && ADDRESS_KEY.test(String(this.#route.at(-1)))) {
            const [, address] = /^[^\s:/@]+:[^\s@]*@([^\s@]+)$/.exec(text) ?? [];
            if (address !== undefined) {
                this.secrets.push({ route: [...this.#route], secret: new _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh("clear"), because: "url" });
                return `***@${address}`;
            }
        }
        if (text.includes("-----BEGIN") && text.includes("PRIVATE KEY")) {
            this.secrets.push({ route: [...this.#route], secret: new _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh("clear"), because: "private-key" });
            return "***";
        }
        return text;
    }
    #wrongType(expected, value) {
        this.#scrub(value);
        this.problems.push({ kind: "wrong-type", route: [...this.#route], expected, found: wordFor(value) });
        return undefined;
    }
}
/**
 * Replaces the user info of every URL in a text by `***`. What stands between the slashes and the last `@` of a word
 * counts as user info unless a `/`, `?` or `#` ends a plain host, with or without a port, before it.
 */
function maskUserInfo(text) {
    return text.replace(/([a-z][a-z0-9+.-]*:[\\/]{1,})([^\s"'<>]*)@/gi, (all, scheme, before) => {
        const isPlainHost = /^[^@:/?#\\]*(?::\d*)?[/?#\\]/.test(before);
        return isPlainHost ? all : `${scheme}***@`;
    });
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof _leaves_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh);
}
function wordFor(value) {
    if (value === null || value === undefined)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    switch (typeof value) {
        case "object":
            return "an object";
        case "number":
            return "a number";
        case "boolean":
            return "true or false";
        default:
            return "text";
    }
}
function wordOf(shape) {
    switch (shape.kind) {
        case "list":
            return "a list";
        case "record":
            return "an object";
        case "choice":
            return `one of ${shape.values.join(", ")}`;
        case "either":
            return shape.shapes.map(wordOf).join(" or ");
        case "count":
            return "a whole number";
        default:
            return shape.kind === "any" ? "a value" : shape.kind;
    }
}


/***/ }),

/***/ 6668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ bearsMark),
  L: () => (/* binding */ read)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/src/read/source.js
const MASK = "***";
const CUT = "…";
/** Comments stand on lines that people write; a minified file is one line of megabytes. */
const MAX_COMMENT_LINE = 10_000;
/**
 * The text of a file. It is kept to find places in; `excerpt` is the only way in which a part of it reaches people,
 * and it masks every secret.
 */
class SourceText {
    #text;
    #lineStarts;
    /** In order, without overlap. */
    #secrets = [];
    constructor(text) {
        this.#text = text;
    }
    /** For readers alone: the text to parse and to find places in. */
    get raw() {
        return this.#text;
    }
    /**
     * Tells which spans hold a secret, before any excerpt is asked for. A comment behind a secret is hidden with it: it
     * may well hold the one before.
     */
    hide(spans) {
        const hidden = spans.flatMap((span) => [span, ...this.#commentBehind(span)]);
        const sorted = [...this.#secrets, ...hidden].sort((a, b) => a.start - b.start);
        this.#secrets = [];
        for (const { start, end } of sorted) {
            const last = this.#secrets.at(-1);
            if (last && start <= last.end)
                this.#secrets[this.#secrets.length - 1] = { start: last.start, end: Math.max(end, last.end) };
            else
                this.#secrets.push({ start, end });
        }
    }
    #commentBehind({ end }) {
        const rest = /[^\r\n]*/y;
        rest.lastIndex = end;
        const line = rest.exec(this.#text)?.[0] ?? "";
        const comment = line.length < MAX_COMMENT_LINE ? line.search(/[ \t]#/) : -1;
        return comment < 0 ? [] : [{ start: end + comment + 1, end: end + line.length }];
    }
    /** Line and column of an offset. `\n`, `\r\n` and a lone `\r` end a line. */
    position(offset) {
        const starts = this.#lines();
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >>> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    }
    /** The line on which `span` begins, cut to about `width` characters around the span. */
    excerpt(span, width) {
        const { line } = this.position(span.start);
        const starts = this.#lines();
        const lineStart = starts[line - 1] ?? 0;
        const next = starts[line] ?? this.#text.length;
        const lineEnd = lineStart + this.#text.slice(lineStart, next).replace(/[\r\n]+$/, "").length;
        const spanEnd = Math.min(Math.max(span.end, span.start), lineEnd);
        // A window in the source first, so that a line of many megabytes is never copied.
        const room = Math.max(20, width);
        const shownSpan = Math.min(spanEnd - span.start, room);
        const lead = Math.min(span.start - lineStart, Math.max(10, Math.floor((room - shownSpan) / 2)));
        let windowStart = lineEnd - lineStart <= room ? lineStart : span.start - lead;
        let windowEnd = lineEnd - lineStart <= room ? lineEnd : Math.min(lineEnd, windowStart + room);
        if (isLowSurrogate(this.#text, windowStart))
            windowStart += 1;
        if (isLowSurrogate(this.#text, windowEnd))
            windowEnd -= 1;
        let text = windowStart > lineStart ? CUT : "";
        let from = -1;
        let to = -1;
        const mark = (offset) => {
            if (from < 0 && offset >= span.start)
                from = text.length;
            if (to < 0 && offset >= spanEnd && from >= 0)
                to = text.length;
        };
        let at = windowStart;
        const copyTo = (end) => {
            for (const stop of [span.start, spanEnd, end]) {
                if (stop > at && stop <= end) {
                    mark(at);
                    text += this.#text.slice(at, stop);
                    at = stop;
                }
            }
            mark(at);
        };
        for (const secret of this.#secretsWithin(windowStart, windowEnd)) {
            if (secret.start > at)
                copyTo(secret.start);
            mark(at);
            text += MASK;
            at = Math.max(at, Math.min(secret.end, windowEnd));
            if (from < 0 && span.start < at)
                from = text.length - MASK.length;
            mark(at);
        }
        copyTo(windowEnd);
        if (from < 0)
            from = text.length;
        if (to < 0)
            to = text.length;
        if (windowEnd < lineEnd)
            text += CUT;
        return { line, text, from, to: Math.max(from, to) };
    }
    #secretsWithin(start, end) {
        let low = 0;
        let high = this.#secrets.length;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.#secrets[middle]?.end ?? 0) <= start)
                low = middle + 1;
            else
                high = middle;
        }
        const within = [];
        for (let at = low; at < this.#secrets.length; at++) {
            const secret = this.#secrets[at];
            if (!secret || secret.start >= end)
                break;
            within.push(secret);
        }
        return within;
    }
    #lines() {
        if (this.#lineStarts)
            return this.#lineStarts;
        const text = this.#text;
        const starts = [0];
        if (text.includes("\r")) {
            for (const match of text.matchAll(/\r\n?|\n/g))
                starts.push(match.index + match[0].length);
        }
        else {
            for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
                starts.push(at + 1);
        }
        this.#lineStarts = Uint32Array.from(starts);
        return this.#lineStarts;
    }
}
function isLowSurrogate(text, at) {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit <= 0xdfff;
}

;// CONCATENATED MODULE: ./build/src/read/read.js


/** Reads the bytes of a file into documents, with the reader of its format. */
async function read(path, bytes) {
    const decoded = decode(bytes);
    if (typeof decoded !== "string") {
        return {
            unreadable: { reason: "encoding", detail: "", offset: decoded.offset },
            source: new SourceText(decoded.text),
        };
    }
    const source = new SourceText(decoded);
    if (looksLikeJson(path, decoded))
        return (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 137))).readJson(path, source);
    return (await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(320)]).then(__webpack_require__.bind(__webpack_require__, 320))).readYaml(path, source);
}
/**
 * Whether bytes could be a snapshot: a key `imsLint` begins a line or an object. Asked of files that were found, not
 * named, before anything is parsed.
 */
function bearsMark(bytes) {
    const text = decode(bytes);
    return /(?:^|[\n\r{,])\s*(?:"imsLint"|'imsLint'|imsLint)\s*:/.test(typeof text === "string" ? text : text.text);
}
/** UTF-8, or UTF-16 with a byte-order mark (what PowerShell writes); the mark is not part of the text. */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return bytes.subarray(2).toString("utf16le");
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
            .swap16()
            .toString("utf16le");
    }
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const content = hasMark ? bytes.subarray(3) : bytes;
    const text = content.toString("utf8");
    if ((0,external_node_buffer_.isUtf8)(content))
        return text;
    return { text, offset: firstReplaced(content, text) };
}
/** Offset in the decoded text of the first bytes that are not UTF-8. */
function firstReplaced(bytes, text) {
    for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) {
        const before = Buffer.byteLength(text.slice(0, at));
        if (bytes.subarray(before, before + 3).toString("latin1") !== "\u00ef\u00bf\u00bd")
            return at;
    }
    return 0;
}
/** By the content, as extensions are often wrong; YAML can begin with a brace too, so the extension decides then. */
function looksLikeJson(path, text) {
    const first = /^\s*(\S)/.exec(text)?.[1];
    if (first !== "{" && first !== "[")
        return /\.json$/i.test(path);
    return !/\.ya?ml$/i.test(path);
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

/***/ 790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z9: () => (/* binding */ loadConfig),
  eF: () => (/* binding */ run)
});

// UNUSED EXPORTS: unmetInstances

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./build/schemas/config.v1.schema.json
var config_v1_schema = __webpack_require__(6772);
// EXTERNAL MODULE: ./build/schemas/snapshot.v1.schema.json
var snapshot_v1_schema = __webpack_require__(2478);
// EXTERNAL MODULE: ./build/src/config/load.js
var load = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/config/policy.js
var config_policy = __webpack_require__(4767);
// EXTERNAL MODULE: ./build/src/discover/discover.js
var discover = __webpack_require__(5869);
;// CONCATENATED MODULE: ./build/src/evaluate/cut.js
/** The longest value that any format shows. */
const MAX_VALUE = 1_000;
/** The longest message: several values can stand in one. */
const MAX_MESSAGE = 4_000;
/** A value cut to 1,000 characters; its full length is told. */
function cutValue(value) {
    return cutAt(value, MAX_VALUE);
}
/** A message in which the value that was observed, and the whole, are cut. */
function cutMessage(message, observed) {
    if (message.length <= MAX_VALUE)
        return message;
    const shorter = observed !== null && observed.length > MAX_VALUE ? message.replaceAll(observed, cutValue(observed)) : message;
    return cutAt(shorter, MAX_MESSAGE);
}
function cutAt(text, length) {
    if (text.length <= length)
        return text;
    const unit = text.charCodeAt(length - 1);
    const splitsPair = unit >= 0xd800 && unit <= 0xdbff;
    return `${text.slice(0, splitsPair ? length - 1 : length)}… (${text.length} characters)`;
}

// EXTERNAL MODULE: ./build/src/evaluate/evidence.js
var evidence = __webpack_require__(4459);
// EXTERNAL MODULE: ./build/src/model/ims-account.js
var ims_account = __webpack_require__(1249);
// EXTERNAL MODULE: ./build/src/model/linkage.js
var linkage = __webpack_require__(4667);
// EXTERNAL MODULE: ./build/src/model/mask.js + 1 modules
var model_mask = __webpack_require__(9171);
// EXTERNAL MODULE: ./build/src/model/people.js
var people = __webpack_require__(5213);
;// CONCATENATED MODULE: ./build/src/evaluate/needs.js




/** Resolves the evidence that rules ask for, each kind once for an instance. */
function resolver(instance, readMask) {
    const known = new Map();
    return (need) => {
        let resolved = known.get(need);
        if (!resolved) {
            resolved = resolve(need, instance, readMask);
            known.set(need, resolved);
        }
        return resolved;
    };
}
function resolve(need, instance, readMask) {
    switch (need) {
        case "packages":
        case "extAccounts":
        case "groups":
        case "operators":
        case "organization":
        case "server":
        case "console":
            return present(need, instance[need]);
        case "users":
            return present("users", instance.organization?.users);
        case "profiles":
            return present("profiles", (0,linkage/* profileNames */.CJ)(instance) ? true : undefined);
        case "imsAccounts":
            return resolveAccounts(instance);
        case "imsOperators":
            return resolveImsOperators(instance);
        case "linkage":
            return resolveLinkage(instance, readMask);
    }
}
function present(need, value) {
    return value === undefined ? { missing: need } : { value };
}
function resolveAccounts(instance) {
    if (!instance.extAccounts)
        return { missing: "extAccounts" };
    const accounts = (0,ims_account/* imsAccountsOf */.pe)(instance);
    if (accounts.length > 0)
        return { value: accounts };
    return { because: { rule: "account-present" }, message: "No IMS external account is in the export." };
}
function resolveLinkage(instance, readMask) {
    const accounts = resolveAccounts(instance);
    if (!("value" in accounts))
        return accounts;
    const [first] = accounts.value;
    const masks = new Set(accounts.value.map((account) => account.imsRightsMask));
    if (!first || masks.size > 1) {
        return {
            because: { rule: "account-unique", ...(accounts.value[1] ? { subject: accounts.value[1] } : {}) },
            message: `The ${accounts.value.length} IMS external accounts have different association masks, so none of them is sure to count.`,
        };
    }
    const mask = readMask(first.imsRightsMask);
    if (mask.state !== "usable") {
        const { because, message } = (0,model_mask/* whyUnusable */.I)(first, mask);
        return { because, message };
    }
    const stop = (message) => ({
        because: { rule: "mask-capture", subject: first },
        message,
    });
    if (mask.captures > 1) {
        return stop("The association mask captures more than one part, and which of them counts is not public.");
    }
    if (mask.captures === 0 && !mask.isPrefix) {
        return stop("The association mask captures nothing, so the name of the group is not known.");
    }
    return { value: (0,linkage/* link */.nf)(instance, mask) };
}
/** Steps of the regular-expression engine that matching all names may cost: about a second. */
const COST_BUDGET = 100_000_000;
/** Reads masks for an instance: one that costs too much to match against all its profiles is not evaluated. */
function affordable(instance, readMask) {
    let size;
    return (text) => {
        const mask = readMask(text);
        if (mask.state !== "usable")
            return mask;
        size ??= sizeOfNames(instance);
        if (mask.cost * size <= COST_BUDGET)
            return mask;
        return {
            state: "unsupported",
            reason: "takes too long to match against so many profiles, and ims-lint does not evaluate it",
            at: undefined,
        };
    };
}
function sizeOfNames(instance) {
    let size = 0;
    for (const name of (0,linkage/* profileNames */.CJ)(instance)?.names.keys() ?? [])
        size += name.length;
    return size;
}
/** The operators that log in with an Adobe ID; missing where no operator says how it logs in. */
function resolveImsOperators({ operators }) {
    if (!operators)
        return { missing: "operators" };
    const login = (0,people/* loginOf */.DQ)(operators);
    const [first] = operators.records;
    if (first && login(first) === undefined)
        return { missing: "operatorLogin" };
    return { value: operators.records.filter((operator) => login(operator) === "ims") };
}

// EXTERNAL MODULE: ./build/src/model/workspace.js
var workspace = __webpack_require__(8533);
;// CONCATENATED MODULE: ./build/src/evaluate/subject.js


/** What a verdict is about, in a word and a name; `kind` is what the rule is about. */
function nameOf(subject, kind, { instance, file }) {
    // The instance stands in where a rule's own subject is not in the export.
    const own = subject === instance
        ? "instance"
        : subject === instance?.organization
            ? "organization"
            : subject === file
                ? "file"
                : kind;
    const record = subject;
    const name = NAME_FIELDS.map((field) => record[field]).find((value) => typeof value === "string" && value !== "");
    return { kind: own, name: typeof name === "string" ? cutValue(name) : own };
}
const NAME_FIELDS = ["name", "groupName", "email", "username", "label", "id"];
/** Where something stands: by a record and keys, by what it stands for, or by a place that is known already. */
function placeOf(at, { instance, file }) {
    if (!isRoute(at))
        return at;
    const [of, ...keys] = at;
    if (of === file)
        return { document: file.documents[0]?.document, path: file.name, routes: [] };
    if (!instance)
        return NOWHERE;
    if (of === instance)
        return instance.origins.start;
    const standsAt = of[workspace/* STANDS_AT */.W];
    const [record, ...own] = standsAt ?? [of];
    return instance.origins.place(record, [...own, ...keys]);
}
const NOWHERE = { document: undefined, path: "", routes: [] };
function isRoute(at) {
    return Array.isArray(at);
}

;// CONCATENATED MODULE: ./build/src/evaluate/evaluate.js




/** Asks every rule about every instance and every file. Pure: the same question has the same answer. */
function evaluate(question) {
    const results = [];
    const counts = [];
    const byId = new Map(question.allRules.map((rule) => [rule.id, rule]));
    for (const rule of question.rules) {
        if (!rule.checkFile)
            continue;
        counts.push(...askOfFiles(rule, question, byId, results));
    }
    for (const instance of question.workspace.instances) {
        const readMask = affordable(instance, question.readMask);
        const evidence = resolver(instance, readMask);
        for (const rule of question.rules) {
            if (!rule.check)
                continue;
            const recorder = new Recorder(rule, instance, byId, results);
            askOfInstance(rule, instance, evidence, { ...question, readMask }, recorder);
            counts.push(recorder.count());
        }
    }
    return { results, counts };
}
function askOfFiles(rule, question, byId, results) {
    const { asOf, workspace } = question;
    const options = question.optionsOf(rule);
    const counts = new Map();
    for (const file of workspace.files) {
        const documents = file.documents.length > 0 ? file.documents : [undefined];
        for (const document of documents) {
            const name = document?.instance ?? null;
            const instance = workspace.instances.find((candidate) => candidate.name === name);
            let recorder = counts.get(name);
            if (!recorder) {
                recorder = new Recorder(rule, instance, byId, results);
                counts.set(name, recorder);
            }
            recorder.file = file;
            rule.checkFile?.({ file, document, asOf, options }, recorder);
        }
    }
    return [...counts.values()].map((recorder) => {
        recorder.closeWithoutSubject();
        return recorder.count();
    });
}
/** Gathers what the rule needs; where something is not there, the answer is one `unknown`. */
function askOfInstance(rule, instance, evidence, question, recorder) {
    const gathered = {};
    const lacking = new Set();
    let blocked;
    for (const need of rule.needs) {
        const resolved = evidence(need);
        if ("value" in resolved)
            gathered[need] = resolved.value;
        else if ("missing" in resolved)
            lacking.add(resolved.missing);
        else
            blocked ??= resolved;
    }
    const missing = [...lacking];
    if (blocked) {
        recorder.unknown(instance, { message: blocked.message, because: blocked.because, missing });
        return;
    }
    if (missing.length > 0) {
        recorder.unknown(instance, { message: missingInWords(missing), missing });
        return;
    }
    const surroundings = {
        instance,
        settings: instance.settings,
        expect: instance.settings.expect ?? {},
        integrationPackage: question.integrationPackage,
        asOf: question.asOf,
        readMask: question.readMask,
        options: question.optionsOf(rule),
    };
    rule.check?.({ ...surroundings, ...gathered }, recorder);
    recorder.closeWithoutSubject();
}
/** «The export holds no operators and no users of the organization.» */
function missingInWords(missing) {
    const labels = missing.map((key) => evidence/* EVIDENCE */.S[key].label);
    const listed = labels.length > 1 ? `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}` : (labels[0] ?? "");
    return `The export does not hold ${listed}.`;
}
/** Writes down what one rule says of one instance. */
class Recorder {
    rule;
    instance;
    byId;
    results;
    /** The file that is looked at, for rules about files. */
    file;
    #passed = [];
    #verdicts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, review: 0 };
    constructor(rule, instance, byId, results) {
        this.rule = rule;
        this.instance = instance;
        this.byId = byId;
        this.results = results;
    }
    pass(subject) {
        this.#verdicts.pass += 1;
        this.#passed.push(subject);
    }
    fail(subject, detail) {
        this.#add("fail", subject, detail);
    }
    review(subject, detail) {
        this.#add("review", subject, detail);
    }
    unknown(subject, detail) {
        this.#add("unknown", subject, detail);
    }
    notApplicable(subject, message) {
        this.#add("notApplicable", subject, { message });
    }
    /** Nothing is silently left out: a rule without any subject says so. */
    closeWithoutSubject() {
        const said = Object.values(this.#verdicts).some((count) => count > 0);
        const about = this.instance ?? this.file;
        if (!said && about)
            this.notApplicable(about, "Nothing in the export is a subject of this rule.");
    }
    count() {
        return {
            rule: this.rule,
            instance: this.instance?.name ?? null,
            verdicts: this.#verdicts,
            passes: () => this.#passed.map((subject) => this.#result("pass", subject, { message: this.rule.title })),
        };
    }
    #add(verdict, subject, detail) {
        this.#verdicts[verdict] += 1;
        this.results.push(this.#result(verdict, subject, detail));
    }
    #result(verdict, subject, detail) {
        const { rule } = this;
        const about = this.#subject(rule, subject);
        const instance = this.instance?.name ?? null;
        const clause = detail.clause ?? null;
        const missing = detail.missing === undefined
            ? []
            : typeof detail.missing === "string"
                ? [detail.missing]
                : detail.missing;
        return {
            rule,
            verdict,
            clause,
            instance,
            subject: about,
            message: cutMessage(detail.message, detail.observed ?? null),
            observed: detail.observed === undefined ? null : cutValue(detail.observed),
            expected: detail.expected === undefined ? null : cutValue(detail.expected),
            remedy: detail.remedy ?? null,
            because: this.#cause(detail.because),
            causedBy: this.#cause(detail.causedBy),
            missing,
            place: this.#place(detail.at, subject),
            related: (detail.related ?? []).map(({ at, message }) => ({
                place: this.#place(at, subject),
                message,
            })),
            identity: identityOf(rule.id, clause, instance, about, detail.property ?? propertyOf(detail.at)),
        };
    }
    #subject(rule, subject) {
        return nameOf(subject, rule.subject, this);
    }
    #cause(ref) {
        if (!ref)
            return null;
        const rule = this.byId.get(ref.rule);
        const about = ref.subject ?? this.instance;
        if (!rule || !about)
            return null;
        return { rule: rule.id, instance: this.instance?.name ?? null, subject: this.#subject(rule, about) };
    }
    #place(at, subject) {
        return placeOf(at ?? [subject], this);
    }
}
function propertyOf(at) {
    if (!at || !Array.isArray(at))
        return "";
    return at
        .slice(1)
        .filter((key) => typeof key === "string")
        .join(".");
}
/** What makes a finding the same finding tomorrow. */
function identityOf(rule, clause, instance, subject, property) {
    return JSON.stringify([rule, clause, instance, subject.kind, subject.name, property]);
}

// EXTERNAL MODULE: ./build/src/model/secrecy.js
var secrecy = __webpack_require__(3832);
;// CONCATENATED MODULE: ./build/src/judge/locate.js

/** Turns places into lines and columns, each document in one pass. Secrets are hidden first. */
function locateAll(workspace, places) {
    for (const file of workspace.files) {
        for (const { document, secrets, hidden } of file.documents) {
            (0,secrecy/* hideSecrets */.s)(document, [...secrets.map((secret) => secret.route), ...hidden]);
        }
    }
    const byDocument = new Map();
    for (const place of places) {
        const group = byDocument.get(place.document);
        if (group)
            group.push(place);
        else
            byDocument.set(place.document, [place]);
    }
    const spots = new Map();
    for (const [document, group] of byDocument) {
        const spans = document ? spansOf(document, group) : [];
        group.forEach((place, index) => {
            spots.set(place, spotOf(place, spans[index]));
        });
    }
    return spots;
}
/** The span of each place: of the first of its routes that leads somewhere. */
function spansOf(document, places) {
    const routes = [];
    const starts = [];
    for (const place of places) {
        starts.push(routes.length);
        routes.push(...place.routes);
    }
    const top = document.index > 0 ? routes.push([]) - 1 : -1;
    const located = document.locate(routes);
    const start = top < 0 ? 0 : (located[top]?.value.start ?? 0);
    return places.map((place, index) => {
        if (place.span)
            return place.span;
        const first = starts[index] ?? 0;
        for (let at = first; at < first + place.routes.length; at++) {
            const found = located[at];
            if (found)
                return meant(found, place.part);
        }
        return { start, end: start };
    });
}
/** A value by its text; an object or a list, which may be pages long, by its key. */
function meant({ value, key, isCollection }, part) {
    if (part === "key" && key)
        return key;
    return isCollection && key && value.end - value.start === 1 ? key : value;
}
function spotOf(place, span) {
    const source = place.document?.source;
    if (!source || !span) {
        return {
            location: { path: place.path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
            excerpt: () => undefined,
        };
    }
    const start = source.position(span.start);
    const end = source.position(span.end);
    return {
        location: {
            path: place.path,
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
        },
        // What could not be parsed is not shown: nobody knows where its secrets are.
        excerpt: (width) => (span.end > span.start ? source.excerpt(span, width) : undefined),
    };
}

;// CONCATENATED MODULE: ./build/src/judge/judge.js

/** Gives verdicts their levels and lines, puts them in order, and says how the run ends. */
function judge(evaluation, bench) {
    const { workspace, policy } = bench;
    const passes = bench.showPasses ? evaluation.counts.flatMap((count) => count.passes()) : [];
    const inForce = evaluation.results.filter((result) => result.verdict !== "fail" || levelOf(result, policy) !== null);
    const shown = [...inForce, ...passes];
    const places = shown.flatMap((result) => [result.place, ...result.related.map(({ place }) => place)]);
    const spots = locateAll(workspace, places);
    const results = shown.map((result) => report(result, policy, spots)).sort(inOrder);
    const summary = summarize(inForce, evaluation, policy);
    const complete = workspace.files.every((file) => file.unreadable === undefined);
    return {
        startedAt: bench.startedAt,
        asOf: bench.asOf,
        complete,
        exitCode: exitCode(summary, bench.failOn, { complete, isEmpty: workspace.files.length === 0 }),
        failOn: bench.failOn,
        policy,
        allRules: bench.allRules,
        configBytes: bench.configBytes,
        inputs: workspace.files.map((file) => inputOf(file, workspace)),
        summary,
        counts: evaluation.counts.map(({ rule, instance, verdicts }) => ({ rule, instance, verdicts })),
        results,
    };
}
function levelOf(result, policy) {
    return result.verdict === "fail" ? policy.levelOf(result.rule, result.clause) : null;
}
const judge_NOWHERE = {
    location: { path: "", startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    excerpt: () => undefined,
};
function report(result, policy, spots) {
    const spot = spots.get(result.place) ?? judge_NOWHERE;
    return {
        ...result,
        level: levelOf(result, policy),
        location: spot.location,
        relatedLocations: result.related.map(({ place, message }) => ({
            location: (spots.get(place) ?? judge_NOWHERE).location,
            message,
        })),
        excerpt: spot.excerpt,
    };
}
/** By path, line, column, rule, clause and subject; the same on every machine, whatever its language. */
function inOrder(a, b) {
    return (compare(a.location.path, b.location.path) ||
        a.location.startLine - b.location.startLine ||
        a.location.startColumn - b.location.startColumn ||
        compare(a.rule.id, b.rule.id) ||
        compare(a.clause ?? "", b.clause ?? "") ||
        compare(a.instance ?? "", b.instance ?? "") ||
        compare(a.subject.name, b.subject.name) ||
        compare(a.identity, b.identity));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function summarize(results, evaluation, policy) {
    const summary = {
        error: 0,
        warning: 0,
        note: 0,
        pass: 0,
        unknown: 0,
        notApplicable: 0,
        review: 0,
        waived: 0,
        suppressed: 0,
    };
    for (const result of results) {
        const kind = result.verdict === "fail" ? policy.levelOf(result.rule, result.clause) : result.verdict;
        if (kind)
            summary[kind] += 1;
    }
    for (const { verdicts } of evaluation.counts)
        summary.pass += verdicts.pass;
    return summary;
}
/** How bad a run must be to end with 1, from the worst. */
const AT_OR_ABOVE = {
    never: [],
    error: ["error"],
    warning: ["error", "warning"],
    note: ["error", "warning", "note"],
    unknown: ["error", "warning", "note", "unknown"],
};
/** 4: some input could not be read · 3: nothing was recognised · 1: findings at or above the threshold · 0: none. */
function exitCode(summary, failOn, input) {
    if (!input.complete)
        return 4;
    if (input.isEmpty)
        return 3;
    return AT_OR_ABOVE[failOn].some((kind) => summary[kind] > 0) ? 1 : 0;
}
function inputOf(file, workspace) {
    const instances = file.documents.map((document) => document.instance);
    const instance = workspace.instances.find((candidate) => candidate.name === instances[0]);
    return {
        file,
        instances,
        exportedAt: file.documents[0]?.exported,
        buildNumber: instance?.server?.buildNumber,
    };
}

// EXTERNAL MODULE: ./build/src/model/leaves.js
var leaves = __webpack_require__(1894);
// EXTERNAL MODULE: ./build/src/model/origins.js
var model_origins = __webpack_require__(5327);
// EXTERNAL MODULE: ./build/src/model/shape.js
var model_shape = __webpack_require__(2357);
;// CONCATENATED MODULE: ./build/src/model/assemble.js



/** Puts documents together: each is checked, its secrets are dropped, and the parts of an instance are joined. */
function assemble(files, snapshotSchema, config) {
    const shape = (0,model_shape/* compileShape */.df)(snapshotSchema);
    const parts = new Map();
    const assembled = files.map((file) => {
        const documents = (file.result.documents ?? []).map((document) => {
            const part = readPart(document, shape);
            const instance = instanceName(part.snapshot, file, document);
            const known = parts.get(instance);
            if (known)
                known.push(part);
            else
                parts.set(instance, [part]);
            return {
                document,
                instance,
                exported: part.snapshot.exported,
                problems: part.problems,
                secrets: secretsOf(part),
                hidden: part.checked.hidden,
            };
        });
        const { unreadable } = file.result;
        const source = file.result.documents ? undefined : file.result.source;
        return {
            kind: "file",
            name: file.path,
            bytes: file.bytes,
            documents,
            unreadable,
            unreadableAt: unreadablePlace(file.path, source, unreadable?.offset),
        };
    });
    const instances = [...parts].map(([name, ofInstance]) => joinParts(name, ofInstance, config.instances?.[name] ?? {}));
    return { instances, files: assembled };
}
function readPart(document, shape) {
    const checked = (0,model_shape/* checkShape */.eA)(document.value, shape);
    restoreNumbers(document, checked.numbers);
    const duplicates = document.duplicates.map((duplicate) => ({
        kind: "duplicate-key",
        ...duplicate,
    }));
    return {
        document,
        snapshot: (checked.value ?? {}),
        checked,
        problems: [...duplicates, ...checked.problems],
    };
}
/** Puts the text of typed numbers back as it was written: `1e3`, `7.10`. */
function restoreNumbers(document, routes) {
    const located = document.locate(routes);
    routes.forEach((route, index) => {
        const span = located[index]?.value;
        const holder = route
            .slice(0, -1)
            .reduce((value, step) => value[step], document.value);
        const last = route.at(-1);
        if (span && last !== undefined) {
            holder[last] = document.source.raw.slice(span.start, span.end);
        }
    });
}
/** The snapshot's own word, else the config's, else the name of the file. */
function instanceName(snapshot, file, document) {
    const stated = snapshot.instance?.name ?? file.instance;
    if (stated)
        return stated;
    const base = file.path.split("/").at(-1) ?? file.path;
    const name = base.replace(/\.(?:ya?ml|json)$/i, "");
    return document.index === 0 ? name : `${name}#${document.index + 1}`;
}
function unreadablePlace(path, source, offset) {
    const span = { start: offset ?? 0, end: offset ?? 0 };
    if (!source)
        return { document: undefined, path, routes: [] };
    return { document: { ...NO_DOCUMENT, path, source }, path, routes: [], span };
}
const NO_DOCUMENT = {
    format: "yaml",
    index: 0,
    value: undefined,
    duplicates: [],
    locate: (routes) => routes.map(() => undefined),
};
/** Secrets with names made of records' names, not of their positions. */
function secretsOf(part) {
    return part.checked.secrets.map((found) => {
        let value = part.document.value;
        const names = found.route.map((step) => {
            value = value?.[step];
            if (typeof step === "string")
                return step;
            const record = (value ?? {});
            const name = [record.name, record.label, record.groupName, record.email].find((item) => typeof item === "string");
            return typeof name === "string" ? name : String(step + 1);
        });
        return { kind: "secret", name: names.join("/"), ...found };
    });
}
function joinParts(name, parts, settings) {
    const origins = new model_origins/* OriginTable */.J(parts.map((part) => part.document));
    const list = (key, nameOf) => joinList(parts.map((part) => segment(part, [key], part.snapshot[key], key)), { nameOf, apart: [], settings, key, origins });
    const section = (key, read) => joinSections(parts.map((part) => ({ part, route: [key], value: read(part.snapshot) })), origins);
    const about = section("instance", (snapshot) => snapshot.instance);
    const organization = section("organization", (snapshot) => snapshot.organization);
    return {
        kind: "instance",
        name,
        environment: settings.environment ?? about?.environment,
        url: settings.url ?? about?.url,
        deployment: about?.deployment,
        server: section("server", (snapshot) => snapshot.server),
        console: section("console", (snapshot) => snapshot.console),
        packages: list("packages", (record) => record.id ?? record.label),
        extAccounts: list("extAccounts", (record) => record.name),
        groups: list("groups", (record) => record.name),
        operators: list("operators", (record) => record.name),
        schemas: list("schemas", (record) => record.name),
        options: section("options", (snapshot) => snapshot.options),
        serverConf: section("serverConf", (snapshot) => snapshot.serverConf),
        organization: organization && joinOrganization(organization, parts, settings, origins),
        settings,
        origins,
    };
}
function joinOrganization(section, parts, settings, origins) {
    const users = joinList(parts.map((part) => segment(part, ["organization", "users"], part.snapshot.organization?.users, "users")), { nameOf: (user) => user.email ?? user.username, apart: ["type"], settings, key: "users", origins });
    const groups = joinList(parts.map((part) => segment(part, ["organization", "groups"], part.snapshot.organization?.groups, "profiles")), {
        nameOf: (group) => group.groupName,
        apart: ["type", "productName"],
        settings,
        key: "profiles",
        origins,
    });
    const organization = {
        kind: "organization",
        id: section.id,
        name: section.name,
        directOnly: settings.directOnly ?? section.directOnly,
        users,
        groups,
    };
    origins.alias(organization, section);
    return organization;
}
function segment(part, route, records, key) {
    if (!records)
        return undefined;
    const isBroken = part.checked.broken.some((broken) => broken.join("/") === route.join("/"));
    const complete = part.snapshot.complete?.[key] ?? "yes";
    return { part, document: part.document, route, records, complete, isBroken };
}
/**
 * Joins a list's parts. A record that comes twice counts once; of values that differ none counts. A record that
 * cannot be read, or has no name, may be the one that is missed: such a list is not complete.
 */
function joinList(parts, list) {
    const segments = parts.filter((part) => part !== undefined);
    const [only] = segments;
    if (!only)
        return undefined;
    const first = new Map();
    const dropped = new Set();
    let isSure = true;
    for (const piece of segments) {
        isSure &&= !piece.isBroken;
        piece.records.forEach((item, index) => {
            const record = item;
            const name = record && list.nameOf(record);
            if (!record || name === undefined) {
                isSure = false;
                return;
            }
            const identity = list.apart.reduce((text, field) => `${text}\n${record[field] ?? ""}`, name);
            const at = {
                document: piece.document,
                path: piece.document.path,
                routes: [[...piece.route, index]],
            };
            const earlier = first.get(identity);
            if (!earlier) {
                first.set(identity, { record, at });
                return;
            }
            dropped.add(record);
            const fields = dropDiffering(earlier.record, record);
            if (fields.length > 0) {
                const route = [...piece.route, index];
                piece.part.problems.push({ kind: "record-twice", route, earlier: earlier.at, name, fields });
            }
        });
    }
    const isWhole = segments.length === 1 && dropped.size === 0 && !only.isBroken;
    const records = isWhole
        ? only.records
        : segments.flatMap((piece) => piece.records.filter((record) => record !== undefined && !dropped.has(record)));
    const stated = list.settings.complete?.includes(list.key)
        ? "yes"
        : ["yes", "no", "unknown"].find((word) => segments.some((piece) => piece.complete === word));
    const listing = {
        records: records,
        complete: stated === "yes" && !isSure ? "unknown" : (stated ?? "unknown"),
    };
    list.origins.addList(listing, segments);
    return listing;
}
/** Names of the fields in which two records of one name differ; the earlier record loses their values. */
function dropDiffering(earlier, later) {
    const fields = [];
    for (const key of new Set([...Object.keys(earlier), ...Object.keys(later)])) {
        const [a, b] = [earlier[key], later[key]];
        if (a === undefined)
            earlier[key] = b;
        if (a === undefined || b === undefined || isSame(a, b))
            continue;
        earlier[key] = undefined;
        fields.push(key);
    }
    return fields;
}
/** Secrets can be compared by their form alone: their text is gone. */
function isSame(a, b) {
    if (a instanceof leaves/* Secret */.zh || b instanceof leaves/* Secret */.zh)
        return a instanceof leaves/* Secret */.zh && b instanceof leaves/* Secret */.zh && a.form === b.form;
    return JSON.stringify(a) === JSON.stringify(b);
}
/** Joins the sections of one name: a field counts where all parts that state it agree. */
function joinSections(pieces, origins) {
    const stated = pieces.flatMap(({ part, route, value }) => (value ? [{ part, route, value }] : []));
    const [first, ...others] = stated;
    if (!first)
        return undefined;
    origins.addSection(first.value, stated.map(({ part, route, value }) => ({ document: part.document, route, value: { ...value } })));
    const at = { document: first.part.document, path: first.part.document.path, routes: [first.route] };
    for (const { part, route, value } of others) {
        const { users: _a, groups: _b, ...comparable } = value;
        const { users: _c, groups: _d, ...known } = first.value;
        const before = { ...known };
        const fields = dropDiffering(known, comparable);
        for (const key of Object.keys({ ...known, ...before })) {
            first.value[key] = known[key];
        }
        if (fields.length > 0) {
            part.problems.push({ kind: "record-twice", route, earlier: at, name: String(route[0]), fields });
        }
    }
    return first.value;
}

// EXTERNAL MODULE: ./build/src/read/read.js + 1 modules
var read = __webpack_require__(6668);
;// CONCATENATED MODULE: ./build/src/run.js










/** The pipeline: paths → files → documents → workspace → results → report. */
async function run(request) {
    const { config } = request.config;
    const found = (0,discover/* discover */.k4)({ ...request, paths: pathsOf(request), instanceOf: instanceMatcher(config) });
    const { files, skipped } = await readAll(found, request);
    const workspace = assemble(files, snapshot_v1_schema, config);
    const policy = (0,config_policy/* decidePolicy */.tT)(request.rules, config, request);
    const evaluation = evaluate({
        workspace,
        rules: policy.rules,
        allRules: request.rules,
        asOf: request.asOf,
        integrationPackage: config.integrationPackage,
        readMask: await maskReader(workspace),
        optionsOf: policy.optionsOf,
    });
    const report = judge(evaluation, {
        workspace,
        policy,
        allRules: request.rules,
        failOn: request.failOn ?? config.failOn ?? "error",
        showPasses: request.showPasses,
        startedAt: request.startedAt,
        asOf: request.asOf,
        configBytes: request.config.bytes,
    });
    return { report, skipped };
}
/** Reads a config by the schema that is published. */
function loadConfig(path, bytes, rules) {
    return (0,load/* readConfig */.X)(path, bytes, config_v1_schema, rules);
}
/** Instances that the config speaks of and that are in no file: a mistyped name, or files that were not named. */
function unmetInstances(config, report) {
    const met = new Set(report.inputs.flatMap((input) => input.instances));
    return Object.keys(config.instances ?? {}).filter((name) => !met.has(name));
}
/** The paths that were named; else what the config names; else the root. */
function pathsOf({ paths, root }) {
    return paths.length > 0 ? paths : [root];
}
function instanceMatcher(config) {
    const matchers = Object.entries(config.instances ?? {}).flatMap(([name, settings]) => settings?.files ? [{ name, matches: picomatch_default()([...settings.files], { dot: true }) }] : []);
    return (path) => matchers.find(({ matches }) => matches(path))?.name;
}
async function readAll(found, request) {
    const files = [];
    const skipped = [];
    for (const [index, file] of found.entries()) {
        request.onProgress?.(index, found.length);
        const result = await readOne(file, request);
        if ("why" in result)
            skipped.push({ path: file.path, isNamed: file.isNamed, why: result.why });
        else
            files.push(result);
    }
    return { files, skipped };
}
/** Reads a file that counts; of one that does not, says why. */
async function readOne(found, request) {
    const { path, instance } = found;
    const unreadable = (reason, detail = "") => ({
        path,
        bytes: new Uint8Array(),
        result: { unreadable: { reason, detail }, source: undefined },
        instance,
    });
    if (found.trouble)
        return unreadable(found.trouble);
    let bytes;
    try {
        if (found.absolute !== undefined) {
            const { size } = request.fs.statSync(found.absolute);
            if (size > request.maxBytes) {
                return found.isNamed
                    ? unreadable("too-large", `${size} bytes, more than --max-bytes ${request.maxBytes}`)
                    : { why: `larger than --max-bytes (${size} bytes)` };
            }
            bytes = request.fs.readFileSync(found.absolute);
        }
        else {
            bytes = request.stdin();
        }
    }
    catch {
        return found.isNamed ? unreadable("no-access") : { why: "cannot be read" };
    }
    if (!found.isNamed && !(0,read/* bearsMark */.x)(bytes))
        return { why: "no key «imsLint»: not a snapshot" };
    const result = await (0,read/* read */.L)(path, bytes);
    if (!result.documents) {
        return found.isNamed || (0,read/* bearsMark */.x)(bytes) ? { path, bytes, result, instance } : { why: "not a snapshot" };
    }
    const snapshots = result.documents.filter((document) => versionOf(document.value) !== undefined);
    if (snapshots.length === 0)
        return { why: "no key «imsLint» at the top: not a snapshot" };
    const foreign = snapshots.find((document) => versionOf(document.value) !== "snapshot/v1");
    if (foreign) {
        const [place] = foreign.locate([["imsLint"]]);
        const offset = place ? { offset: place.value.start } : {};
        const detail = String(versionOf(foreign.value)).slice(0, 60);
        return {
            path,
            bytes,
            result: { unreadable: { reason: "unknown-version", detail, ...offset }, source: foreign.source },
            instance,
        };
    }
    return { path, bytes, result: { documents: snapshots }, instance };
}
/** The value of the key `imsLint` at the top. */
function versionOf(value) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, "imsLint"))
        return undefined;
    return value.imsLint ?? "";
}
/** Reads masks, each once; the engine is loaded only where there is a mask to read. */
async function maskReader(workspace) {
    const { readMask } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9171));
    const hasMask = workspace.instances.some((instance) => instance.extAccounts?.records.some((account) => account.imsRightsMask));
    const engine = hasMask ? (await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(795)]).then(__webpack_require__.bind(__webpack_require__, 6795))).re2 : NO_ENGINE;
    const known = new Map();
    return (mask) => {
        const reading = known.get(mask) ?? readMask(mask, engine);
        known.set(mask, reading);
        return reading;
    };
}
const NO_ENGINE = { compile: () => ({ error: "no engine", fragment: "" }) };


/***/ })

};
;