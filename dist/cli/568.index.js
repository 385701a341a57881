"use strict";
exports.id = 568;
exports.ids = [568];
exports.modules = {

/***/ 9306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

;// CONCATENATED MODULE: ./build/src/evaluate/rule.js
/** Defines a rule about an instance. */
function defineRule(rule) {
    return rule;
}
/** Defines a rule about the exported files themselves. */
function defineFileRule(rule) {
    return { needs: [], ...rule };
}

// EXTERNAL MODULE: ./build/src/model/ims-account.js
var ims_account = __webpack_require__(1249);
;// CONCATENATED MODULE: ./build/rules/account/account-enabled.js


/* harmony default export */ const account_enabled = (defineRule({
    id: "account-enabled",
    control: "3.4",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS external account is enabled",
    why: "Campaign does not use an external account that is not enabled, so nobody can log in with an Adobe ID.",
    remedy: 'Tick "Enabled" in the account. Save in Campaign, restart the server, export again.',
    source: ["campaign-classic.en: installation/using/external-accounts.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            if (account.active === undefined) {
                verdict.unknown(account, {
                    message: "Whether the account is enabled is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (account.active) {
                verdict.pass(account);
            }
            else {
                verdict.fail(account, {
                    message: `"Enabled" is not ticked in "${(0,ims_account/* accountName */.vi)(account)}": Campaign does not use the account, so nobody can log in with an Adobe ID.`,
                    at: [account, "active"],
                    observed: "false",
                    expected: "true",
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: false }
        `,
                at: "false",
            },
            {
                shows: "As Campaign's exports write it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "0" }
        `,
                at: '"0"',
            },
            {
                shows: "As a number",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: 0 }
        `,
                at: "0",
            },
            {
                shows: "An empty attribute is false",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "" }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: true }
        `,
            },
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "1" }
        `,
            },
        ],
        unknown: [
            {
                shows: "What the field is when it is left out is not public",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/account-exported.js


/* harmony default export */ const account_exported = (defineRule({
    id: "account-exported",
    control: "3.21",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS external account does not go along in every package",
    why: "Packages carry configuration from one environment to the next; with this account in them, one instance gets the callback server and the association mask of another.",
    remedy: 'Clear "Automatically exported in packages" in the account. Save in Campaign, restart the server, export again.',
    source: ["campaign-classic.en: installation/using/external-accounts.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            if (account.packageAutoExport === undefined) {
                verdict.unknown(account, {
                    message: "Whether the account is automatically exported in packages is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (account.packageAutoExport) {
                verdict.fail(account, {
                    message: `"Automatically exported in packages" is ticked in "${(0,ims_account/* accountName */.vi)(account)}": where such a package is imported, the account there is overwritten with this instance's values.`,
                    at: [account, "packageAutoExport"],
                    observed: "true",
                    expected: "false",
                });
            }
            else {
                verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: true }
        `,
                at: "true",
            },
            {
                shows: "As Campaign's exports write it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: "1" }
        `,
                at: '"1"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: "false" }
        `,
            },
            {
                shows: "An empty attribute is false",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, packageAutoExport: "" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/account-hosted.js


/* harmony default export */ const account_hosted = (defineRule({
    id: "account-hosted",
    control: "3.23",
    level: "info",
    since: "0.1.0",
    subject: "extAccount",
    title: "Where Adobe runs the servers, the IMS external account is left to Adobe",
    why: "On hosted and managed instances Adobe sets this account up, and it must not be modified there.",
    remedy: "Change nothing in this account yourself, and ask Adobe to mend what the other rules find in it. What Adobe then does: Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
    needs: ["extAccounts"],
    check({ instance }, verdict) {
        const accounts = (0,ims_account/* imsAccountsOf */.pe)(instance);
        const { deployment } = instance;
        if (accounts.length === 0)
            return;
        if (deployment === undefined) {
            verdict.unknown(instance, {
                message: "Who runs the servers is not stated, so it is not known whether the account is Adobe's.",
                missing: "deployment",
            });
            return;
        }
        for (const account of accounts) {
            if (deployment === "hosted" || deployment === "managed") {
                verdict.review(account, {
                    message: `The instance is ${deployment}, so this account is Adobe's: see that nobody changes it, and have Adobe mend what is wrong in it.`,
                    at: [account, "name"],
                    observed: deployment,
                });
            }
            else {
                verdict.notApplicable(account, `The deployment is ${deployment}, so the account is yours.`);
            }
        }
    },
    examples: {
        review: [
            {
                snapshot: `
          instance: { deployment: hosted }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                snapshot: `
          instance: { deployment: managed }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
        notApplicable: [
            {
                snapshot: `
          instance: { deployment: on-premise }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "No IMS external account",
                snapshot: `
          instance: { deployment: hosted }
          extAccounts: []
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "No external accounts in the export",
                snapshot: `
          instance: { deployment: hosted }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/account-name.js


/* harmony default export */ const account_name = (defineRule({
    id: "account-name",
    control: "3.3",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS external account has the internal name that Adobe gives it",
    why: "Adobe's instructions, and people who help with the login, look for the account under this name.",
    remedy: `Set the internal name of the account to ${ims_account/* IMS_ACCOUNT_NAMES */.bS.join(" or ")}. Save in Campaign, restart the server, export again.`,
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        const names = ims_account/* IMS_ACCOUNT_NAMES */.bS;
        for (const account of imsAccounts) {
            const { name } = account;
            if (name === undefined) {
                verdict.unknown(account, {
                    message: "The internal name of the IMS external account is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (names.includes(name)) {
                verdict.pass(account);
            }
            else {
                verdict.fail(account, {
                    message: name === ""
                        ? "Internal name of the IMS external account is empty, so it is not found under the name that Adobe's instructions give."
                        : `Internal name "${name}" of the IMS external account is neither ${names.join(" nor ")}, under which Adobe's instructions look for it.`,
                    at: [account, "name"],
                    observed: name,
                    expected: names.join(" or "),
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: IMS, imsServer: ims-na1.adobelogin.com }
        `,
                at: "IMS",
            },
            {
                shows: "Letter case counts in internal names",
                snapshot: `
          extAccounts:
            - { name: adobe_experience_cloud, imsServer: ims-na1.adobelogin.com }
        `,
                at: "adobe_experience_cloud",
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Marketing_Cloud }
        `,
            },
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { label: MAC, imsServer: ims-na1.adobelogin.com }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/account-present.js


/* harmony default export */ const account_present = (defineRule({
    id: "account-present",
    control: "3.1",
    level: "must",
    since: "0.1.0",
    subject: "instance",
    title: "The IMS external account is there",
    why: "Campaign reads from this one account how to reach IMS and whom to let in; without it nobody can log in with an Adobe ID.",
    remedy: `Create the external account ${ims_account/* IMS_ACCOUNT_NAMES */.bS.join(" or ")} under Administration > Platform > External accounts. Save in Campaign, restart the server, export again.`,
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["extAccounts"],
    check({ instance, extAccounts }, verdict) {
        if ((0,ims_account/* imsAccountsOf */.pe)(instance).length > 0) {
            verdict.pass(instance);
        }
        else if (extAccounts.complete === "yes") {
            verdict.fail(instance, {
                message: `None of the ${extAccounts.records.length} external accounts is the IMS account: nobody can log in with an Adobe ID.`,
                at: [extAccounts],
                observed: `${extAccounts.records.length} external accounts, none for IMS`,
                expected: ims_account/* IMS_ACCOUNT_NAMES */.bS.join(" or "),
            });
        }
        else {
            verdict.unknown(instance, {
                message: "The exported external accounts hold no IMS account, and the list may not be complete.",
                at: [extAccounts],
                missing: ["extAccounts", "completeness"],
            });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: defaultPopAccount, type: 3 }
        `,
                at: "extAccounts",
            },
            {
                shows: "An empty list is evidence",
                snapshot: `
          extAccounts: []
        `,
                at: "[]",
            },
        ],
        passes: [
            {
                shows: "Known by its name, or by a field that only this type of account fills",
                snapshot: `
          extAccounts:
            - { name: my_account, imsServer: ims-na1.adobelogin.com }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          groups: []
        `,
            },
            {
                shows: "A list that may not be complete proves no lack",
                snapshot: `
          extAccounts:
            - { name: defaultPopAccount }
          complete: { extAccounts: unknown }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/account-unique.js


/* harmony default export */ const account_unique = (defineRule({
    id: "account-unique",
    control: "3.2",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "There is one IMS external account only",
    why: "Campaign expects a single account of this type; with several, nobody can say which of them decides who is let in.",
    remedy: "Delete every IMS external account but the one that is in use. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts }, verdict) {
        const [first, ...extra] = imsAccounts;
        if (!first)
            return;
        for (const account of extra) {
            verdict.fail(account, {
                message: `"${(0,ims_account/* accountName */.vi)(account)}" is one more IMS external account beside "${(0,ims_account/* accountName */.vi)(first)}": it is not sure which of them Campaign uses.`,
                at: [account, "name"],
                observed: `${imsAccounts.length} IMS external accounts`,
                expected: "1",
                related: [{ at: [first, "name"], message: `The first is "${(0,ims_account/* accountName */.vi)(first)}".` }],
            });
        }
        if (extra.length > 0)
            return;
        if (instance.extAccounts?.complete === "yes") {
            verdict.pass(first);
        }
        else {
            verdict.unknown(first, {
                message: `"${(0,ims_account/* accountName */.vi)(first)}" is the only IMS account in the export, but the list of external accounts may not be complete.`,
                missing: ["extAccounts", "completeness"],
            });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: ims-na1.adobelogin.com }
            - { name: Adobe_Marketing_Cloud, imsServer: ims-na1.adobelogin.com }
        `,
                at: "Adobe_Marketing_Cloud",
            },
            {
                shows: "Two are too many, whether or not there are more",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
            - { name: copy, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg, active: "0" }
          complete: { extAccounts: no }
        `,
                at: "copy",
            },
        ],
        passes: [
            {
                shows: "Accounts of other types do not count",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
            - { name: defaultPopAccount, type: 3 }
        `,
            },
        ],
        unknown: [
            {
                shows: "Where the list may not be complete, there may be one more",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
          complete: { extAccounts: unknown }
        `,
            },
            {
                shows: "No account at all is the matter of account-present",
                snapshot: `
          extAccounts: []
        `,
            },
        ],
    },
}));

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/src/model/white-space.js
/** White space as people leave it in fields: the invisible kinds and control characters too. */
const SPACE = /[\s\p{Cc}\u00ad\u200b-\u200d\u2060\ufeff]/u;
/** Whether a text holds white space. */
function hasSpace(text) {
    return SPACE.test(text);
}
/** The text without the white space around it. */
function trimSpace(text) {
    let start = 0;
    let end = text.length;
    while (start < end && SPACE.test(text.charAt(start)))
        start += 1;
    while (end > start && SPACE.test(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}

;// CONCATENATED MODULE: ./build/src/model/url.js


/**
 * Reads an absolute URL with a host, white space around it left aside; undefined where the text is none. Stricter than
 * the WHATWG parser, which takes back-slashes for slashes, finds a host in `https:acme.com` and drops tabs.
 */
function readUrl(text) {
    const address = readAddress(text);
    return address?.scheme === undefined ? undefined : address;
}
/** Reads an absolute URL, or the same without its scheme: `acme.example.com:8443/nms`. */
function readAddress(text) {
    const own = trimSpace(text);
    if (own === "" || hasSpace(own))
        return undefined;
    const [, scheme, authority = "", path = "", query, fragment] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(own) ?? [];
    const at = authority.lastIndexOf("@");
    const [, written = "", colon, digits = ""] = /^(\[[^\]]*\]|[^:[\]]*)(?:(:)(\d*))?$/.exec(authority.slice(at + 1)) ?? [];
    const host = readHost(written);
    const port = digits === "" ? undefined : Number(digits);
    if (host === undefined || (port !== undefined && port > 65535))
        return undefined;
    // `https:/acme.com` is no host «https» with an empty port.
    if (scheme === undefined && colon !== undefined && port === undefined)
        return undefined;
    return { scheme: scheme?.toLowerCase(), hasUserInfo: at >= 0, host, port, path, query, fragment };
}
/** The host as the WHATWG parser writes it; undefined where no server can have that name. */
function readHost(written) {
    if (/[\\%]/.test(written) || !URL.canParse(`https://${written}`))
        return undefined;
    const { hostname } = new URL(`https://${written}`);
    return /^(?:\[.*\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?)$/.test(hostname) ? hostname : undefined;
}
/** Where a host leads that cannot be reached from elsewhere, in words; undefined where nothing speaks against it. */
function privatePlace(host) {
    const name = host.replace(/\.$/, "");
    if (name === "localhost" || name.endsWith(".localhost"))
        return "the machine itself";
    const address = name.replace(/^\[|\]$/g, "");
    const family = (0,external_node_net_.isIP)(address) === 6 ? "ipv6" : "ipv4";
    ranges ??= makeRanges();
    return ranges.find(({ list }) => list.check(address, family))?.what;
}
let ranges;
/** The ranges of RFC 1122, 1918, 3927, 4193 and 4291; an IPv4 address written as IPv6 (`::ffff:…`) is in its own. */
function makeRanges() {
    const range = (what, ipv4, ipv6) => {
        const list = new external_node_net_.BlockList();
        for (const [net, prefix] of ipv4)
            list.addSubnet(net, prefix, "ipv4");
        for (const [net, prefix] of ipv6)
            list.addSubnet(net, prefix, "ipv6");
        return { what, list };
    };
    return [
        range("the machine itself", [
            ["127.0.0.0", 8],
            ["0.0.0.0", 32],
        ], [
            ["::1", 128],
            ["::", 128],
        ]),
        range("a private network", [
            ["10.0.0.0", 8],
            ["172.16.0.0", 12],
            ["192.168.0.0", 16],
        ], [["fc00::", 7]]),
        range("a link-local address", [["169.254.0.0", 16]], [["fe80::", 10]]),
    ];
}

;// CONCATENATED MODULE: ./build/rules/account/callback-allowlisted.js



/* harmony default export */ const callback_allowlisted = (defineRule({
    id: "callback-allowlisted",
    control: "3.10",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The callback server is on the IMS allowlist",
    why: "IMS sends people back only to addresses that Adobe has put on the allowlist of this client.",
    remedy: "Set the callback server of the account to the address on the allowlist, or have Adobe add this one and then state it under expect.callbackAllowlist. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts, expect }, verdict) {
        const { callbackAllowlist } = expect;
        if (!callbackAllowlist) {
            verdict.unknown(instance, {
                message: "The callback URLs on the IMS allowlist are not stated.",
                missing: "expectations",
            });
            return;
        }
        const allowed = new Set(callbackAllowlist.map(comparable));
        for (const account of imsAccounts) {
            const { callbackServer } = account;
            const at = [account, "callbackServer"];
            if (callbackServer === undefined) {
                verdict.unknown(account, {
                    message: "The callback server is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (callbackServer === "") {
                verdict.unknown(account, {
                    message: "Callback server is empty.",
                    at,
                    because: { rule: "callback-https", subject: account },
                });
            }
            else if (allowed.has(comparable(callbackServer))) {
                verdict.pass(account);
            }
            else {
                const onlyScheme = allowed.has(comparable(withHttps(callbackServer)));
                const how = onlyScheme ? "on the IMS allowlist with https only" : "not on the IMS allowlist";
                verdict.fail(account, {
                    message: `Callback server "${callbackServer}" is ${how}: IMS refuses to send people back to it.`,
                    at,
                    observed: callbackServer,
                    expected: callbackAllowlist.join(", ") || "an address on the allowlist, which is empty",
                    causedBy: onlyScheme ? { rule: "callback-https", subject: account } : undefined,
                });
            }
        }
    },
    examples: {
        fails: [
            {
                config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme-stage.campaign.example.com" }
        `,
                at: '"https://acme-stage.campaign.example.com"',
            },
            {
                shows: "Follows from callback-https where only the scheme differs",
                config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" }
        `,
            },
            {
                shows: "The path counts",
                config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com/nms"] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
            },
            {
                shows: "A list that is stated and empty holds nothing",
                config: `{ instances: { prod: { expect: { callbackAllowlist: [] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
            },
        ],
        passes: [
            {
                shows: "Letter case of the host, the default port and a slash at the end do not matter",
                config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com/"] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://ACME.campaign.example.com:443" }
        `,
            },
        ],
        unknown: [
            {
                shows: "The allowlist is not stated",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
            },
            {
                shows: "The callback server is not in the export",
                config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "Empty: callback-https fails",
                config: `{ instances: { prod: { expect: { callbackAllowlist: ["https://acme.campaign.example.com"] } } } }`,
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
            },
        ],
    },
}));
const DEFAULT_PORTS = { http: 80, https: 443 };
/** A URL in the one way of writing it: lower-case scheme and host, no default port, no slash at the end. */
function comparable(text) {
    const url = readUrl(text);
    if (!url)
        return withoutSlashes(trimSpace(text));
    const { scheme = "", hasUserInfo, host, port, path, query, fragment } = url;
    const userInfo = hasUserInfo ? "***@" : "";
    const ownPort = port === undefined || port === DEFAULT_PORTS[scheme] ? "" : `:${port}`;
    const rest = `${query === undefined ? "" : `?${query}`}${fragment === undefined ? "" : `#${fragment}`}`;
    return `${scheme}://${userInfo}${host}${ownPort}${withoutSlashes(path)}${rest}`;
}
function withoutSlashes(text) {
    let end = text.length;
    while (end > 0 && text[end - 1] === "/")
        end -= 1;
    return text.slice(0, end);
}
/** The same address with https; one without a scheme gets it. */
function withHttps(text) {
    return `https://${trimSpace(text).replace(/^http:\/\//i, "")}`;
}

;// CONCATENATED MODULE: ./build/rules/account/callback-https.js

/* harmony default export */ const callback_https = (defineRule({
    id: "callback-https",
    control: "3.7",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    securitySeverity: "7.5",
    title: "The callback server is an https address",
    why: "IMS sends people back to the callback server with their session; it refuses any address that does not start with https://, and over http the session could be read on the way.",
    remedy: "Set the callback server of the account to the instance's https access URL. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { callbackServer } = account;
            if (callbackServer === undefined) {
                verdict.unknown(account, {
                    message: "The callback server is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (callbackServer === "") {
                verdict.fail(account, {
                    message: "Callback server is empty: IMS does not know where to send people back to.",
                    at: [account, "callbackServer"],
                    observed: "",
                    expected: "https://…",
                });
            }
            else if (!/^\s*https:/i.test(callbackServer)) {
                verdict.fail(account, {
                    message: `Callback server "${callbackServer}" is not https: IMS refuses to send people back to it.`,
                    at: [account, "callbackServer"],
                    observed: callbackServer,
                    expected: "https://…",
                });
            }
            else {
                verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              callbackServer: "http://acme.campaign.example.com"
        `,
                at: '"http://acme.campaign.example.com"',
            },
            {
                shows: "An empty field",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              callbackServer: https://acme.campaign.example.com
        `,
            },
            {
                shows: "Letter case of the scheme does not matter",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "HTTPS://acme.campaign.example.com" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/callback-matches-instance.js


/* harmony default export */ const callback_matches_instance = (defineRule({
    id: "callback-matches-instance",
    control: "3.9",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The callback server is the instance's own address",
    why: "After the login, IMS sends people back to the callback server; if that is not this instance, they end up at another one or at adobe.com.",
    remedy: "Set the callback server of the account to the instance's https access URL. Save in Campaign, restart the server, export again.",
    source: [
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
        "campaign-classic.en: installation/using/configuring-campaign-options.md",
    ],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { callbackServer } = account;
            const at = [account, "callbackServer"];
            const callback = readAddress(callbackServer ?? "");
            if (callbackServer === undefined) {
                verdict.unknown(account, {
                    message: "The callback server is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (callback) {
                compare({ account, instance, callback }, verdict);
            }
            else if (callbackServer === "") {
                verdict.unknown(account, {
                    message: "Callback server is empty.",
                    at,
                    because: { rule: "callback-https", subject: account },
                });
            }
            else {
                verdict.unknown(account, {
                    message: `Callback server "${callbackServer}" names no host that can be compared.`,
                    at,
                    because: { rule: "callback-url", subject: account },
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme-stage.campaign.example.com" }
        `,
                at: '"https://acme-stage.campaign.example.com"',
            },
            {
                shows: "Another port",
                snapshot: `
          instance: { url: "https://acme.campaign.example.com:8443" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
                at: '"https://acme.campaign.example.com"',
            },
            {
                shows: "The URL of the config goes before the snapshot's",
                config: `{ instances: { prod: { url: "https://acme.campaign.example.com" } } }`,
                snapshot: `
          instance: { name: prod, url: "https://other.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://other.campaign.example.com" }
        `,
            },
        ],
        passes: [
            {
                shows: "Letter case, the default port and the path do not matter",
                snapshot: `
          instance: { url: "https://acme.campaign.example.com/view/home" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://ACME.campaign.example.com:443" }
        `,
            },
            {
                shows: "A port that is not written counts as 443, whatever the scheme",
                snapshot: `
          instance: { url: acme.campaign.example.com }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" }
        `,
            },
            {
                shows: "The option NmsServer_URL says the same",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
          options: { NmsServer_URL: "https://acme.campaign.example.com" }
        `,
            },
        ],
        unknown: [
            {
                shows: "No address of the instance is known",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
            },
            {
                shows: "The callback server is not in the export",
                snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "Empty: callback-https fails",
                snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
            },
            {
                shows: "No host: callback-url fails",
                snapshot: `
          instance: { url: "https://acme.campaign.example.com" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https:acme.campaign.example.com" }
        `,
            },
            {
                shows: "The access URL cannot be read",
                snapshot: `
          instance: { url: "https://" }
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
            },
        ],
        review: [
            {
                shows: "The public web server may be another host than the access URL",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
          options: { NmsServer_URL: "https://t.acme.example.com" }
        `,
            },
        ],
    },
}));
function compare({ account, instance, callback }, verdict) {
    const { url, options } = instance;
    const publicUrl = options?.NmsServer_URL || undefined;
    const stated = url ?? publicUrl;
    const at = [account, "callbackServer"];
    if (stated === undefined) {
        verdict.unknown(account, {
            message: "The instance's access URL is not stated, so the callback server cannot be compared to it.",
            at,
            missing: "url",
        });
        return;
    }
    const known = readAddress(stated);
    if (!known) {
        verdict.unknown(account, {
            message: `The instance's ${url === undefined ? "option NmsServer_URL" : "access URL"} "${stated}" is no URL with a host, so the callback server cannot be compared to it.`,
            at,
            missing: "url",
        });
        return;
    }
    const [observed, expected] = [endpoint(callback), endpoint(known)];
    if (observed === expected) {
        verdict.pass(account);
    }
    else if (url !== undefined) {
        verdict.fail(account, {
            message: `Callback server "${account.callbackServer}" leads to ${observed}, the instance's access URL "${url}" to ${expected}: after the login people do not come back to this instance.`,
            at,
            observed,
            expected,
        });
    }
    else {
        verdict.review(account, {
            message: `Callback server "${account.callbackServer}" leads to ${observed}, the option NmsServer_URL "${stated}" to ${expected}: see whether the callback server is the address with which people open the instance.`,
            at,
            observed,
            expected: "the instance's access URL",
            remedy: "State the access URL as instance.url in the snapshot, or as url of the instance in ims-lint.config.yaml; where the callback server differs from it, set the callback server to it.",
            related: options ? [{ at: [options, "NmsServer_URL"], message: "The option NmsServer_URL." }] : [],
        });
    }
}
/** Host and port; a port that is not written counts as 443. */
function endpoint({ host, port }) {
    return `${host}:${port ?? 443}`;
}

;// CONCATENATED MODULE: ./build/rules/account/callback-url.js



/* harmony default export */ const callback_url = (defineRule({
    id: "callback-url",
    control: "3.8",
    level: "must",
    clauses: {
        private: {
            level: "should",
            what: "The host of the callback server is not localhost, a loopback or a private address",
        },
    },
    since: "0.1.0",
    subject: "extAccount",
    title: "The callback server is a plain URL that people can reach",
    why: "IMS sends people's browsers back to exactly this address; what does not read as a URL, or is reached from one network alone, leads them nowhere.",
    remedy: "Set the callback server of the account to the instance's access URL: https, the host, nothing after it. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { callbackServer } = account;
            const at = [account, "callbackServer"];
            if (callbackServer === undefined) {
                verdict.unknown(account, {
                    message: "The callback server is not in the export.",
                    missing: "imsAccountField",
                });
                continue;
            }
            if (callbackServer === "") {
                verdict.unknown(account, {
                    message: "Callback server is empty.",
                    at,
                    because: { rule: "callback-https", subject: account },
                });
                continue;
            }
            const off = whatIsOff(callbackServer);
            // Where nothing but the scheme is missing, the one who mends that mends this too.
            const onlyScheme = off.length === 1 && !hasScheme(callbackServer);
            const host = readAddress(callbackServer)?.host;
            const place = host === undefined ? undefined : privatePlace(host);
            if (off.length > 0) {
                verdict.fail(account, {
                    message: `Callback server "${callbackServer}" ${off.join(", ")}: IMS cannot send people back to it.`,
                    at,
                    observed: callbackServer,
                    expected: "https://host",
                    causedBy: onlyScheme ? { rule: "callback-https", subject: account } : undefined,
                });
            }
            if (place !== undefined) {
                verdict.fail(account, {
                    clause: "private",
                    message: `Callback server "${callbackServer}" leads to ${place}: from anywhere else, people cannot come back to it.`,
                    at,
                    observed: callbackServer,
                    expected: "a host that people's browsers can reach",
                });
            }
            if (off.length === 0 && place === undefined)
                verdict.pass(account);
        }
    },
    examples: {
        fails: [
            {
                shows: "Without the slashes it is no URL, though browsers would mend it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https:acme.campaign.example.com" }
        `,
                at: '"https:acme.campaign.example.com"',
            },
            {
                shows: "Follows from callback-https where only the scheme is missing",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: acme.campaign.example.com }
        `,
                at: "acme.campaign.example.com",
            },
            {
                shows: "A query",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com/?lang=en" }
        `,
                at: '"https://acme.campaign.example.com/?lang=en"',
            },
            {
                shows: "A fragment",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com/#home" }
        `,
            },
            {
                shows: "White space around it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: " https://acme.campaign.example.com" }
        `,
                at: '" https://acme.campaign.example.com"',
            },
            {
                shows: "Back-slashes are no slashes",
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              callbackServer: https:\\\\acme.campaign.example.com
        `,
            },
            {
                shows: "No host",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://" }
        `,
                at: '"https://"',
            },
            {
                clause: "private",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://localhost:8080" }
        `,
                at: '"https://localhost:8080"',
            },
            {
                clause: "private",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://192.168.10.4" }
        `,
            },
            {
                clause: "private",
                shows: "IPv6",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://[::1]:8443" }
        `,
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://acme.campaign.example.com" }
        `,
            },
            {
                shows: "A port and a path are fine, and so is an address that is not private",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "https://203.0.113.7:8443/nms/" }
        `,
            },
            {
                shows: "The scheme is the matter of callback-https",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "http://acme.campaign.example.com" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "Empty: callback-https fails",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, callbackServer: "" }
        `,
            },
        ],
    },
}));
/** Everything that is off, in words that follow the value. */
function whatIsOff(callback) {
    const off = [];
    const address = readAddress(callback);
    if (!readUrl(callback))
        off.push("is no absolute URL with a host");
    if (address?.hasUserInfo)
        off.push("holds user info");
    if (address?.query !== undefined)
        off.push("holds a query");
    if (address?.fragment !== undefined)
        off.push("holds a fragment");
    const own = trimSpace(callback);
    if (own !== "" && own !== callback)
        off.push("has white space around it");
    return off;
}
function hasScheme(callback) {
    const address = readAddress(callback);
    if (address)
        return address.scheme !== undefined;
    return /^[a-z][a-z0-9+.-]*:/i.test(trimSpace(callback));
}

;// CONCATENATED MODULE: ./build/rules/account/client-id.js


/* harmony default export */ const client_id = (defineRule({
    id: "client-id",
    control: "3.13",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS client identifier is the one that Adobe provisioned",
    why: "With it the instance tells IMS who asks; IMS turns away a client that it does not know.",
    remedy: "Set the IMS client identifier of the account to the one that Adobe gave you. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: installation/using/external-accounts.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts, expect }, verdict) {
        for (const account of imsAccounts) {
            const { clientId } = account;
            const at = [account, "clientId"];
            const expected = expect.clientId;
            if (clientId === undefined) {
                verdict.unknown(account, {
                    message: "The IMS client identifier is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (trimSpace(clientId) === "") {
                const how = clientId === "" ? "is empty" : "holds white space alone";
                verdict.fail(account, {
                    message: `IMS client identifier ${how}: IMS turns away a client without a name.`,
                    at,
                    observed: clientId,
                    expected: expected ?? "the identifier that Adobe gave you",
                });
            }
            else if (expected !== undefined && clientId !== expected) {
                const isNear = trimSpace(clientId).toLowerCase() === trimSpace(expected).toLowerCase();
                verdict.fail(account, {
                    message: `IMS client identifier "${clientId}" is not "${expected}", which Adobe provisioned${isNear ? "; they differ in letter case or white space" : ""}: IMS turns it away.`,
                    at,
                    observed: clientId,
                    expected,
                });
            }
            else {
                verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                shows: "Empty",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: "" }
        `,
                at: '""',
            },
            {
                shows: "Another one than the config expects",
                config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: Campaign1-Demo }
        `,
                at: "Campaign1-Demo",
            },
        ],
        passes: [
            {
                shows: "Any identifier, where none is expected",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: Campaign1 }
        `,
            },
            {
                config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientId: Campaign1 }
        `,
            },
        ],
        unknown: [
            {
                config: "{ instances: { prod: { expect: { clientId: Campaign1 } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/client-secret-present.js

/* harmony default export */ const client_secret_present = (defineRule({
    id: "client-secret-present",
    control: "3.14",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS client secret is filled in",
    why: "Campaign proves with it to IMS that it is the client it says; without it IMS turns Campaign away.",
    remedy: "Enter the IMS client secret that Adobe gave you in the form of the account. Save in Campaign, restart the server, export again.",
    source: [
        "campaign-classic.en: installation/using/external-accounts.md",
        "campaign-classic.en: production/using/duplicating-environments.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { clientSecret } = account;
            if (clientSecret === undefined) {
                verdict.unknown(account, {
                    message: "Whether the IMS client secret is filled in is not in the export; packages always leave it out.",
                    missing: "clientSecret",
                });
            }
            else if (clientSecret.form === "empty") {
                verdict.fail(account, {
                    message: "IMS client secret is empty: IMS turns Campaign away.",
                    at: [account, "clientSecret"],
                    observed: "empty",
                    expected: "a secret",
                });
            }
            else {
                verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: { present: false } }
        `,
                at: "clientSecret",
            },
            {
                shows: "An empty field",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "" }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: { present: true, encrypted: true } }
        `,
            },
            {
                shows: "Asterisks stand for a secret",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "********" }
        `,
            },
        ],
        unknown: [
            {
                shows: "Packages leave it out, so its absence says nothing",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/src/model/ims-server.js
/** Hosts of the IMS server, for stage and production instances alike (ims-troubleshooting.md, external-accounts.md). */
const IMS_HOSTS = ["ims-na1.adobelogin.com", "adobeid-na1.services.adobe.com"];
/** Hosts of IMS itself under test, which no instance may use (the same pages). */
const IMS_STAGE_HOSTS = ["ims-na1-stg1.adobelogin.com", "adobeid-na1-stg1.services.adobe.com"];
/** Whether the docs know the host, of production or of stage. */
function isDocumentedImsHost(host) {
    return [...IMS_HOSTS, ...IMS_STAGE_HOSTS].includes(host);
}
/** Whether a host, in lower case, is one of IMS under test. */
function isStageHost(host) {
    return host.includes("-stg1");
}

// EXTERNAL MODULE: ./build/src/model/nearest.js
var nearest = __webpack_require__(2950);
;// CONCATENATED MODULE: ./build/rules/account/ims-server-endpoint.js





/* harmony default export */ const ims_server_endpoint = (defineRule({
    id: "ims-server-endpoint",
    control: "3.5",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS server is one that Adobe documents",
    why: "Campaign sends people to this server to log in; at any other address there is no IMS.",
    remedy: `Set the IMS server of the account to https://${IMS_HOSTS[0]}, or to the documented host that Adobe gave you. Save in Campaign, restart the server, export again.`,
    source: [
        "campaign-classic.en: installation/using/external-accounts.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { imsServer } = account;
            if (imsServer === undefined) {
                verdict.unknown(account, {
                    message: "The IMS server is not in the export.",
                    missing: "imsAccountField",
                });
                continue;
            }
            const off = ims_server_endpoint_whatIsOff(imsServer);
            if (off.length === 0) {
                verdict.pass(account);
            }
            else {
                verdict.fail(account, {
                    message: imsServer === ""
                        ? "IMS server is empty: Campaign does not know where to send people to log in."
                        : `IMS server "${imsServer}" ${off.join(", ")}: Campaign cannot send people there to log in.`,
                    at: [account, "imsServer"],
                    observed: imsServer,
                    expected: IMS_HOSTS.map((host) => `https://${host}`).join(" or "),
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims.adobe.example.com" }
        `,
                at: '"https://ims.adobe.example.com"',
            },
            {
                shows: "A mistyped host",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: ims-na1.adobelogin.co }
        `,
                at: "ims-na1.adobelogin.co",
            },
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "http://ims-na1.adobelogin.com" }
        `,
                at: '"http://ims-na1.adobelogin.com"',
            },
            {
                shows: "White space around it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "ims-na1.adobelogin.com " }
        `,
                at: '"ims-na1.adobelogin.com "',
            },
            {
                shows: "Another port",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "ims-na1.adobelogin.com:8443" }
        `,
                at: '"ims-na1.adobelogin.com:8443"',
            },
            {
                shows: "Without the slashes it is no address",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https:ims-na1.adobelogin.com" }
        `,
                at: '"https:ims-na1.adobelogin.com"',
            },
            {
                shows: "Empty",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "" }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" }
        `,
            },
            {
                shows: "Without scheme",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: adobeid-na1.services.adobe.com }
        `,
            },
            {
                shows: "Letter case, the default port and a path do not matter",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "HTTPS://IMS-na1.AdobeLogin.com:443/ims/" }
        `,
            },
            {
                shows: "A stage host is documented; ims-server-production refuses it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1-stg1.adobelogin.com" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));
/** Everything that is off, in words that follow the value. */
function ims_server_endpoint_whatIsOff(imsServer) {
    const address = readAddress(imsServer);
    if (!address)
        return ["is neither a URL nor a host"];
    const off = [];
    const { scheme, hasUserInfo, host, port } = address;
    if (trimSpace(imsServer) !== imsServer)
        off.push("has white space around it");
    if (scheme !== undefined && scheme !== "https")
        off.push(`has the scheme ${scheme} instead of https`);
    if (hasUserInfo)
        off.push("holds user info");
    if (port !== undefined && port !== 443)
        off.push(`has the port ${port} instead of 443`);
    if (!isDocumentedImsHost(host)) {
        const meant = (0,nearest/* nearest */.p)(host, IMS_HOSTS);
        off.push(`names a host that Adobe does not document${meant ? ` (did you mean ${meant}?)` : ""}`);
    }
    return off;
}

;// CONCATENATED MODULE: ./build/rules/account/ims-server-production.js



/* harmony default export */ const ims_server_production = (defineRule({
    id: "ims-server-production",
    control: "3.6",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS server is a production one",
    why: "Stage and production instances alike must use the production endpoint of IMS; its stage hosts do not know your people.",
    remedy: `Set the IMS server of the account to https://${IMS_HOSTS[0]}, or to ${IMS_HOSTS[1]} where that was its host without "-stg1". Save in Campaign, restart the server, export again.`,
    source: [
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
        "campaign-classic.en: installation/using/external-accounts.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { imsServer } = account;
            if (imsServer === undefined) {
                verdict.unknown(account, {
                    message: "The IMS server is not in the export.",
                    missing: "imsAccountField",
                });
                continue;
            }
            const host = readAddress(imsServer)?.host;
            if (host !== undefined && isStageHost(host)) {
                verdict.fail(account, {
                    message: `IMS server "${imsServer}" is a stage host of IMS: stage and production instances must both use the production endpoint.`,
                    at: [account, "imsServer"],
                    observed: imsServer,
                    expected: IMS_HOSTS.map((known) => `https://${known}`).join(" or "),
                });
            }
            else if (host !== undefined && isDocumentedImsHost(host)) {
                verdict.pass(account);
            }
            else {
                verdict.unknown(account, {
                    message: `${whyUnclear(imsServer, host)}, so it is not known whether it is a production one.`,
                    at: [account, "imsServer"],
                    because: { rule: "ims-server-endpoint", subject: account },
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1-stg1.adobelogin.com" }
        `,
                at: '"https://ims-na1-stg1.adobelogin.com"',
            },
            {
                shows: "On a stage instance too, and whatever the letter case",
                snapshot: `
          instance: { environment: stage }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: AdobeID-na1-STG1.services.adobe.com }
        `,
                at: "AdobeID-na1-STG1.services.adobe.com",
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "https://ims-na1.adobelogin.com" }
        `,
            },
            {
                shows: "The scheme is the matter of ims-server-endpoint",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "http://adobeid-na1.services.adobe.com" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "Empty: ims-server-endpoint fails",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: "" }
        `,
            },
            {
                shows: "A host that is not documented",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsServer: ims.acme.example.com }
        `,
            },
        ],
    },
}));
function whyUnclear(imsServer, host) {
    if (imsServer === "")
        return "IMS server is empty";
    return host === undefined
        ? `IMS server "${imsServer}" is neither a URL nor a host`
        : `IMS server "${imsServer}" names a host that Adobe does not document`;
}

// EXTERNAL MODULE: ./build/src/model/leaves.js
var leaves = __webpack_require__(1894);
;// CONCATENATED MODULE: ./build/rules/account/org-id-consistent.js




/* harmony default export */ const org_id_consistent = (defineRule({
    id: "org-id-consistent",
    control: "3.12",
    level: "must",
    since: "0.1.0",
    subject: "instance",
    title: "Account, server configuration and organization name the same IMS organization ID",
    why: "People are looked for in the organization that the account names; if that is not the one they are in, nobody can log in.",
    remedy: "Copy the organization ID from the Experience Cloud profile or the Admin Console to every place that differs. Save in Campaign, restart the server, export again.",
    source: [
        "core-services.en: help/interface/administration/organizations.md",
        "campaign-classic.en: installation/using/the-server-configuration-file.md",
    ],
    needs: [],
    check({ instance }, verdict) {
        const statements = statementsOf(instance);
        const [first, ...others] = statements;
        if (!first || others.length === 0) {
            const emptyAt = (0,ims_account/* imsAccountsOf */.pe)(instance).find((account) => account.imsOrgId === "");
            verdict.unknown(instance, {
                message: first
                    ? `The IMS organization ID is stated in one place only, ${first.where}: there is nothing to compare it to.`
                    : "The IMS organization ID is stated nowhere.",
                at: first?.at,
                missing: missingFrom(instance),
                because: emptyAt ? { rule: "org-id-format", subject: emptyAt } : undefined,
            });
        }
        else if (others.every(({ id }) => id === first.id)) {
            verdict.pass(instance);
        }
        else {
            const shown = statements.map(({ where, id }) => `"${id}" in ${where}`);
            verdict.fail(instance, {
                message: `The IMS organization IDs differ: ${shown.join(", ")}. People of one organization cannot log in to another.`,
                at: first.at,
                observed: shown.join(", "),
                expected: "the same ID everywhere",
                related: others.map(({ at, where, id }) => ({ at, message: `"${id}" in ${where}.` })),
                causedBy: causeOf(instance, statements),
            });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
          organization: { id: 0A1B2C3D4E5F60718293A4B5@AdobeOrg }
        `,
                at: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
            },
            {
                shows: "Without the account, the other two are compared",
                snapshot: `
          serverConf: { web: { redirection: { IMSOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg } } }
          organization: { id: 0A1B2C3D4E5F60718293A4B5@AdobeOrg }
        `,
                at: "4D5E6F708192A3B49F1C2B3A@AdobeOrg",
            },
            {
                shows: "Every character counts; where only the form differs, this follows from org-id-format",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4d5e6f708192a3b49f1c2b3a@AdobeOrg }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
                at: "4d5e6f708192a3b49f1c2b3a@AdobeOrg",
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
            },
            {
                shows: "What is empty states nothing",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
          serverConf: { web: { redirection: { IMSOrgId: "" } } }
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
            },
        ],
        unknown: [
            {
                shows: "One statement has nothing to be compared to",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
            },
            {
                shows: "None",
                snapshot: `
          groups: []
        `,
            },
        ],
    },
}));
/** Every ID that is stated, the accounts' first. */
function statementsOf(instance) {
    const { organization, serverConf } = instance;
    const statements = [];
    for (const account of (0,ims_account/* imsAccountsOf */.pe)(instance)) {
        if (account.imsOrgId) {
            const where = `the external account "${(0,ims_account/* accountName */.vi)(account)}"`;
            statements.push({ id: account.imsOrgId, where, at: [account, "imsOrgId"] });
        }
    }
    if (serverConf) {
        for (const { id, route } of redirectionIds(serverConf)) {
            statements.push({
                id,
                where: "web/redirection of the server configuration",
                at: [serverConf, ...route],
            });
        }
    }
    if (organization?.id) {
        statements.push({ id: organization.id, where: "the organization", at: [organization, "id"] });
    }
    return statements;
}
/** The attribute web/redirection @IMSOrgId; an element that is repeated is a list. */
function redirectionIds(serverConf) {
    let holders = [{ value: serverConf, route: [] }];
    for (const key of ["web", "redirection", "IMSOrgId"]) {
        holders = holders.flatMap(({ value, route }) => {
            const child = memberOf(value, key);
            const own = [...route, key];
            return Array.isArray(child)
                ? child.map((item, index) => ({ value: item, route: [...own, index] }))
                : [{ value: child, route: own }];
        });
    }
    return holders.flatMap(({ value, route }) => {
        const id = (0,leaves/* readText */.yR)(value);
        return id === leaves/* NOT_OF_KIND */.nV || id === "" ? [] : [{ id, route }];
    });
}
function memberOf(value, key) {
    if (typeof value !== "object" || value === null)
        return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
}
/** The IDs are one and the same but for the form of an account's: org-id-format reports that already. */
function causeOf(instance, statements) {
    const likenesses = statements.map(({ id }) => trimSpace(id)
        .toLowerCase()
        .replace(/@adobeorg$/, ""));
    if (new Set(likenesses).size > 1)
        return undefined;
    const subject = (0,ims_account/* imsAccountsOf */.pe)(instance).find(({ imsOrgId }) => imsOrgId && !/^[A-F0-9]{24}@AdobeOrg$/.test(imsOrgId));
    return subject && { rule: "org-id-format", subject };
}
/** What would state an ID and does not. */
function missingFrom(instance) {
    const { extAccounts, organization, serverConf } = instance;
    const missing = [];
    if (!extAccounts)
        missing.push("extAccounts");
    else if ((0,ims_account/* imsAccountsOf */.pe)(instance).some(({ imsOrgId }) => imsOrgId === undefined))
        missing.push("imsAccountField");
    if (organization?.id === undefined)
        missing.push("organization");
    if (!serverConf || redirectionIds(serverConf).length === 0)
        missing.push("serverConf");
    return missing;
}

;// CONCATENATED MODULE: ./build/rules/account/org-id-format.js

/* harmony default export */ const org_id_format = (defineRule({
    id: "org-id-format",
    control: "3.11",
    level: "must",
    clauses: {
        "non-hex": {
            level: "should",
            what: "The 24 characters are upper-case hexadecimal figures, as in every organization ID that is known",
        },
    },
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS organization ID has its form",
    why: "With a wrong ID people are sent to another organization, or to none, and nobody can log in.",
    remedy: "Copy the organization ID from the Experience Cloud profile or the Admin Console, 24 characters and @AdobeOrg. Save in Campaign, restart the server, export again.",
    source: ["core-services.en: help/interface/administration/organizations.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { imsOrgId } = account;
            const at = [account, "imsOrgId"];
            if (imsOrgId === undefined) {
                verdict.unknown(account, {
                    message: "The IMS organization ID is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (imsOrgId === "") {
                verdict.fail(account, {
                    message: "IMS organization ID is empty: Campaign does not know whose people to let in.",
                    at,
                    observed: "",
                    expected: "24 characters and @AdobeOrg",
                });
            }
            else if (!/^[A-Za-z0-9]{24}@AdobeOrg$/.test(imsOrgId)) {
                verdict.fail(account, {
                    message: `IMS organization ID "${imsOrgId}" ${org_id_format_whatIsOff(imsOrgId)}: people are sent to another organization, or to none.`,
                    at,
                    observed: imsOrgId,
                    expected: "24 characters and @AdobeOrg",
                });
            }
            else if (!/^[A-F0-9]{24}@/.test(imsOrgId)) {
                verdict.fail(account, {
                    clause: "non-hex",
                    message: `IMS organization ID "${imsOrgId}" holds other characters than 0 to 9 and A to F; every organization ID that is known is upper-case hexadecimal.`,
                    at,
                    observed: imsOrgId,
                    expected: "24 characters of 0 to 9 and A to F, and @AdobeOrg",
                });
            }
            else {
                verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                shows: "The suffix is part of the ID",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A }
        `,
                at: "4D5E6F708192A3B49F1C2B3A",
            },
            {
                shows: "23 characters",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3@AdobeOrg }
        `,
                at: "4D5E6F708192A3B49F1C2B3@AdobeOrg",
            },
            {
                shows: "Empty",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: "" }
        `,
                at: '""',
            },
            {
                clause: "non-hex",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4d5e6f708192a3b49f1c2b3a@AdobeOrg }
        `,
                at: "4d5e6f708192a3b49f1c2b3a@AdobeOrg",
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));
/** The first thing that is off, in words. */
function org_id_format_whatIsOff(id) {
    if (/^\s|\s$/.test(id))
        return "has white space around it";
    const [own = "", suffix] = id.split("@", 2);
    if (suffix === undefined)
        return "lacks the suffix @AdobeOrg";
    if (suffix !== "AdobeOrg")
        return `ends in "@${suffix}" instead of "@AdobeOrg"`;
    if (!/^[A-Za-z0-9]*$/.test(own))
        return "holds a character that is neither a letter nor a figure";
    return `has ${own.length} characters before @AdobeOrg, not 24`;
}

;// CONCATENATED MODULE: ./build/rules/account/product-context.js

/* harmony default export */ const product_context = (defineRule({
    id: "product-context",
    control: "3.19",
    level: "must",
    clauses: {
        empty: { level: "should", what: "The product context is filled in where the field exists" },
    },
    since: "0.1.0",
    subject: "extAccount",
    title: "The product context is that of Campaign Classic",
    why: "The field says which product people log in to, and Adobe documents one value of it for Campaign Classic. Copies from pages that were translated by machine are known to be broken.",
    remedy: "Set the product context of the account to dma_campaign_classic, or to the one that Adobe gave you and that you then state under expect.productContext. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: installation/using/external-accounts.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts, expect }, verdict) {
        const expected = expect.productContext || CAMPAIGN_CLASSIC;
        for (const account of imsAccounts) {
            const { productContext } = account;
            const at = [account, "productContext"];
            if (productContext === undefined) {
                verdict.unknown(account, {
                    message: "The product context is not in the export; builds that are older do not have the field.",
                    missing: "imsAccountField",
                });
            }
            else if (productContext === expected) {
                verdict.pass(account);
            }
            else if (productContext === "") {
                verdict.fail(account, {
                    clause: "empty",
                    message: `Product context is empty: where a build has the field, it should be ${expected}.`,
                    at,
                    observed: "",
                    expected,
                });
            }
            else {
                verdict.fail(account, {
                    message: `Product context "${productContext}" is not ${expected}: it stands for another product, or for none.`,
                    at,
                    observed: productContext,
                    expected,
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign }
        `,
                at: "dma_campaign",
            },
            {
                shows: "Copied from a page that was translated by machine",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_活动_classic }
        `,
                at: "dma_活动_classic",
            },
            {
                shows: "Letter case and white space count",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: "dma_campaign_classic " }
        `,
                at: '"dma_campaign_classic "',
            },
            {
                shows: "The config expects another one",
                config: "{ instances: { prod: { expect: { productContext: dma_campaign } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign_classic }
        `,
                at: "dma_campaign_classic",
            },
            {
                clause: "empty",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: "" }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign_classic }
        `,
            },
            {
                config: "{ instances: { prod: { expect: { productContext: dma_campaign } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, productContext: dma_campaign }
        `,
            },
        ],
        unknown: [
            {
                shows: "Older builds do not have the field",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));
/** Where the field does not exist, Campaign takes dma_campaign. */
const CAMPAIGN_CLASSIC = "dma_campaign_classic";

;// CONCATENATED MODULE: ./build/src/model/scope.js
/** The scope that carries the product profiles; without it no group can match (inferred). */
const PROFILE_SCOPE = "additional_info.projectedProductContext";
/** Scopes that Adobe's pages show in full. What else an organization may have is not public. */
const KNOWN_SCOPES = [
    "openid",
    "avatar",
    "audiencemanager_api",
    "read_organizations",
    "session",
    PROFILE_SCOPE,
    "AdobeID",
];
/** The scopes in a field, whatever separates them. */
function scopesIn(userScope) {
    return userScope.split(/[\s,;\u00ad\u200b-\u200d\u2060\ufeff]+/).filter((scope) => scope !== "");
}
/** The known scope that differs from this one in letter case alone. */
function meantScope(scope) {
    const known = KNOWN_SCOPES;
    if (known.includes(scope))
        return undefined;
    return known.find((candidate) => candidate.toLowerCase() === scope.toLowerCase());
}

;// CONCATENATED MODULE: ./build/rules/account/scope-provisioned.js


/* harmony default export */ const scope_provisioned = (defineRule({
    id: "scope-provisioned",
    control: "3.18",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS scope holds only what Adobe provisioned",
    why: "IMS refuses a client that asks for more than it was given; people then never reach the login page.",
    remedy: "Take what was not provisioned out of the IMS scope of the account, or have Adobe provision it and then state it under expect.scopes. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts, expect }, verdict) {
        if (!expect.scopes) {
            verdict.unknown(instance, {
                message: "The IMS scopes that Adobe provisioned are not stated.",
                missing: "expectations",
            });
            return;
        }
        const provisioned = expect.scopes.flatMap(scopesIn);
        for (const account of imsAccounts) {
            const { userScope } = account;
            const at = [account, "userScope"];
            if (userScope === undefined) {
                verdict.unknown(account, {
                    message: "The IMS scope is not in the export.",
                    missing: "imsAccountField",
                });
                continue;
            }
            const scopes = scopesIn(userScope);
            if (scopes.length === 0) {
                verdict.unknown(account, {
                    message: "IMS scope is empty.",
                    at,
                    because: { rule: "scope-required", subject: account },
                });
                continue;
            }
            const foreign = [...new Set(scopes)].filter((scope) => !provisioned.includes(scope));
            if (foreign.length === 0) {
                verdict.pass(account);
                continue;
            }
            const onlyCase = foreign.every((scope) => provisioned.includes(meantScope(scope) ?? scope));
            verdict.fail(account, {
                message: `IMS scope holds ${foreign.map((scope) => `"${scope}"`).join(", ")}, which Adobe did not provision${onlyCase ? " in this letter case" : ""}: IMS refuses a client that asks for more than it was given.`,
                at,
                observed: userScope,
                expected: provisioned.join(","),
                causedBy: onlyCase ? { rule: "scope-syntax", subject: account } : undefined,
            });
        }
    },
    examples: {
        fails: [
            {
                config: "{ instances: { prod: { expect: { scopes: [openid, AdobeID] } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID,audiencemanager_api" }
        `,
                at: '"openid,AdobeID,audiencemanager_api"',
            },
            {
                shows: "Follows from scope-syntax where only the letter case is wrong",
                config: "{ instances: { prod: { expect: { scopes: [openid, AdobeID] } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeId" }
        `,
            },
            {
                shows: "A list that is stated and empty allows nothing",
                config: "{ instances: { prod: { expect: { scopes: [] } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: openid }
        `,
                at: "openid",
            },
        ],
        passes: [
            {
                shows: "Fewer than provisioned are fine",
                config: "{ instances: { prod: { expect: { scopes: [openid, AdobeID, session] } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID" }
        `,
            },
        ],
        unknown: [
            {
                shows: "What Adobe provisioned is not stated",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID" }
        `,
            },
            {
                shows: "The scope is not in the export",
                config: "{ instances: { prod: { expect: { scopes: [openid] } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "Empty: scope-required fails",
                config: "{ instances: { prod: { expect: { scopes: [openid] } } } }",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "" }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/account/scope-required.js


/* harmony default export */ const scope_required = (defineRule({
    id: "scope-required",
    control: "3.16",
    level: "should",
    clauses: {
        other: { level: "info", what: "The IMS scope holds openid, AdobeID and read_organizations" },
    },
    since: "0.1.0",
    subject: "extAccount",
    title: `The IMS scope asks for the product profiles, with ${PROFILE_SCOPE}`,
    why: `IMS gives Campaign what the scope asks for; without ${PROFILE_SCOPE} it does not send the product profiles, and no operator group can match.`,
    remedy: `Add what is missing to the IMS scope of the account, separated by commas without spaces, as far as Adobe provisioned it. Save in Campaign, restart the server, export again.`,
    source: [
        "campaign-classic.en: installation/using/external-accounts.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { userScope } = account;
            if (userScope === undefined) {
                verdict.unknown(account, {
                    message: "The IMS scope is not in the export.",
                    missing: "imsAccountField",
                });
            }
            else if (userScope === "") {
                verdict.fail(account, {
                    message: "IMS scope is empty: people never reach the login page of Adobe.",
                    at: [account, "userScope"],
                    observed: "",
                    expected: [PROFILE_SCOPE, ...OTHER_SCOPES].join(","),
                });
            }
            else {
                const scopes = scopesIn(userScope);
                const lacksProfiles = reportLack(account, scopes, [PROFILE_SCOPE], verdict);
                const lacksOther = reportLack(account, scopes, OTHER_SCOPES, verdict);
                if (!lacksProfiles && !lacksOther)
                    verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID,read_organizations" }
        `,
                at: '"openid,AdobeID,read_organizations"',
            },
            {
                shows: "Follows from scope-syntax where only the letter case is wrong",
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid,AdobeID,read_organizations,additional_info.projectedproductcontext
        `,
                at: "openid,AdobeID,read_organizations,additional_info.projectedproductcontext",
            },
            {
                shows: "Empty",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "" }
        `,
                at: '""',
            },
            {
                clause: "other",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,additional_info.projectedProductContext" }
        `,
                at: '"openid,additional_info.projectedProductContext"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid,AdobeID,read_organizations,additional_info.projectedProductContext
        `,
            },
            {
                shows: "Other separators are the matter of scope-syntax",
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid AdobeID; read_organizations, additional_info.projectedProductContext
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));
/** All scopes that Adobe's pages show hold these as well. An official minimum is not public. */
const OTHER_SCOPES = ["openid", "AdobeID", "read_organizations"];
/** Reports those of `required` that are not there; says whether there are any. */
function reportLack(account, scopes, required, verdict) {
    const lacking = required.filter((scope) => !scopes.includes(scope));
    if (lacking.length === 0)
        return false;
    const lowerCase = new Set(scopes.map((scope) => scope.toLowerCase()));
    const onlyCase = lacking.every((scope) => lowerCase.has(scope.toLowerCase()));
    const isProfiles = required.includes(PROFILE_SCOPE);
    const effect = isProfiles
        ? "without it IMS does not send the product profiles, so no operator group can match"
        : "every scope that Adobe's pages show holds openid, AdobeID and read_organizations";
    const how = onlyCase ? " in this letter case" : "";
    verdict.fail(account, {
        ...(isProfiles ? {} : { clause: "other" }),
        message: `IMS scope "${account.userScope}" does not hold ${inWords(lacking)}${how}: ${effect}.`,
        at: [account, "userScope"],
        observed: account.userScope,
        expected: required.join(","),
        causedBy: onlyCase ? { rule: "scope-syntax", subject: account } : undefined,
    });
    return true;
}
function inWords(scopes) {
    return scopes.length > 1 ? `${scopes.slice(0, -1).join(", ")} and ${scopes.at(-1)}` : (scopes[0] ?? "");
}

;// CONCATENATED MODULE: ./build/rules/account/scope-syntax.js



/* harmony default export */ const scope_syntax = (defineRule({
    id: "scope-syntax",
    control: "3.17",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "The IMS scope is a list with commas and nothing else",
    why: "IMS compares scopes character by character; with one that it does not know, people never reach the login page.",
    remedy: "Write the IMS scope of the account as Adobe gave it to you: scopes separated by commas, without spaces, each once, in their letter case. Save in Campaign, restart the server, export again.",
    source: [
        "campaign-classic.en: installation/using/external-accounts.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const { userScope } = account;
            const at = [account, "userScope"];
            if (userScope === undefined) {
                verdict.unknown(account, {
                    message: "The IMS scope is not in the export.",
                    missing: "imsAccountField",
                });
                continue;
            }
            if (userScope === "") {
                verdict.unknown(account, {
                    message: "IMS scope is empty.",
                    at,
                    because: { rule: "scope-required", subject: account },
                });
                continue;
            }
            const off = scope_syntax_whatIsOff(userScope);
            if (off.length === 0) {
                verdict.pass(account);
            }
            else {
                verdict.fail(account, {
                    message: `IMS scope "${userScope}" ${off.join(", ")}: IMS may not know what is asked for.`,
                    at,
                    observed: userScope,
                    expected: mended(userScope),
                });
            }
        }
    },
    examples: {
        fails: [
            {
                shows: "White space",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid, AdobeID" }
        `,
                at: '"openid, AdobeID"',
            },
            {
                shows: "An empty place in the list",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,,AdobeID" }
        `,
                at: '"openid,,AdobeID"',
            },
            {
                shows: "A scope that stands there twice",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeID,openid" }
        `,
                at: '"openid,AdobeID,openid"',
            },
            {
                shows: "A known scope in another letter case",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,AdobeId" }
        `,
                at: '"openid,AdobeId"',
            },
            {
                shows: "Another separator",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: openid;AdobeID }
        `,
                at: "openid;AdobeID",
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              userScope: openid,AdobeID,read_organizations,additional_info.projectedProductContext
        `,
            },
            {
                shows: "A scope that ims-lint does not know is no mistake",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "openid,acme_scope" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "Empty: scope-required fails",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, userScope: "" }
        `,
            },
        ],
    },
}));
/** Everything that is off, in words that follow the value. */
function scope_syntax_whatIsOff(userScope) {
    const off = [];
    const scopes = scopesIn(userScope);
    if (hasSpace(userScope))
        off.push("holds white space");
    if (userScope.includes(";"))
        off.push("holds a semicolon where a comma belongs");
    if (userScope.split(",").some((part) => trimSpace(part) === "")) {
        off.push("holds a comma too many");
    }
    const repeated = new Set(scopes.filter((scope, index) => scopes.indexOf(scope) < index));
    for (const scope of repeated)
        off.push(`holds ${scope} more than once`);
    for (const scope of new Set(scopes)) {
        const meant = meantScope(scope);
        if (meant !== undefined)
            off.push(`holds ${scope} instead of ${meant}`);
    }
    return off;
}
function mended(userScope) {
    return [...new Set(scopesIn(userScope).map((scope) => meantScope(scope) ?? scope))].join(",");
}

;// CONCATENATED MODULE: ./build/rules/account/secret-exposed.js

/* harmony default export */ const secret_exposed = (defineFileRule({
    id: "secret-exposed",
    control: "3.15",
    level: "must",
    clauses: {
        encrypted: {
            level: "should",
            what: "No file holds a secret in Campaign's encrypted form (@…=)",
        },
    },
    since: "0.1.0",
    subject: "secret",
    securitySeverity: "9.1",
    isProtected: true,
    title: "No file holds a secret",
    why: "Whoever can read the file, a copy or an older version of it can act with the secret; taking it out later does not undo that.",
    remedy: "Rotate the secret, then purge the history of the file wherever it was kept. In the snapshot write clientSecret: { present: true, encrypted: true } in its place. Save in Campaign, restart the server, export again.",
    source: [
        "campaign-classic.en: production/using/duplicating-environments.md",
        "campaign-classic.en: installation/using/privacy.md",
        "campaign-classic.en: installation/using/the-server-configuration-file.md",
    ],
    checkFile({ file, document }, verdict) {
        if (!document)
            return;
        for (const record of document.secrets) {
            const at = { document: document.document, path: file.name, routes: [record.route] };
            switch (record.secret.form) {
                case "clear":
                    verdict.fail(record, {
                        message: `${inClear(record)} Take it as known to everyone who can read the file.`,
                        at,
                        expected: "no secret in the file",
                    });
                    break;
                case "encrypted":
                    verdict.fail(record, {
                        clause: "encrypted",
                        message: `"${record.name}" holds a secret in Campaign's encrypted form: it cannot be read as it stands, but it is the secret still, in every copy of the file.`,
                        at,
                        expected: "no secret in the file",
                    });
                    break;
                case "stated":
                case "masked":
                case "empty":
                    verdict.pass(record);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: not-a-real-secret }
        `,
                at: "not-a-real-secret",
            },
            {
                shows: "User info in a URL",
                snapshot: `
          instance: { url: "https://jane:not-a-real-secret@acme.campaign.example.com" }
        `,
                at: '"https://jane:not-a-real-secret@acme.campaign.example.com"',
            },
            {
                shows: "A private key, whatever field it stands in",
                snapshot: `
          serverConf:
            shared:
              ims: { note: "-----BEGIN PRIVATE KEY----- not a real key" }
        `,
                at: '"-----BEGIN PRIVATE KEY----- not a real key"',
            },
            {
                shows: "A password of the database that is not encrypted",
                snapshot: `
          serverConf:
            shared:
              dataStore:
                dataSource:
                  dbcnx: { encrypted: "false", password: not-a-real-secret }
        `,
                at: "not-a-real-secret",
            },
            {
                clause: "encrypted",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "@bm90LWEtc2VjcmV0=" }
        `,
                at: '"@bm90LWEtc2VjcmV0="',
            },
        ],
        passes: [
            {
                shows: "Only that there is one: the form that snapshots should hold",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: { present: true, encrypted: true } }
        `,
            },
            {
                shows: "Asterisks, or nothing, are no secret",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, clientSecret: "********", password: "" }
        `,
            },
            {
                shows: "A password of the database that is said to be encrypted",
                snapshot: `
          serverConf:
            shared:
              dataStore:
                dataSource:
                  dbcnx: { encrypted: "true", password: bm90LWEtc2VjcmV0 }
        `,
            },
        ],
        notApplicable: [
            {
                shows: "No field that is a secret",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));
function inClear({ name, because }) {
    switch (because) {
        case "key":
            return `"${name}" holds a secret in clear.`;
        case "url":
            return `"${name}" holds a URL with user info, a login or a password before the @.`;
        case "private-key":
            return `"${name}" holds a private key.`;
    }
}

;// CONCATENATED MODULE: ./build/rules/account/tenant.js



/* harmony default export */ const tenant = (defineRule({
    id: "tenant",
    control: "3.20",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "Server and tenant of the Experience Cloud connection are filled in",
    why: "With them Campaign reaches your part of the Experience Cloud; over http what is sent there could be read on the way.",
    remedy: "Fill in server, an https address such as https://marketing.adobe.com, and tenant in the account. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: installation/using/external-accounts.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts }, verdict) {
        for (const account of imsAccounts) {
            const off = FIELDS.flatMap((field) => {
                const what = tenant_whatIsOff(account, field);
                return what === undefined ? [] : [{ field, what }];
            });
            for (const { field, what } of off) {
                verdict.fail(account, {
                    message: `${LABELS[field]} ${what}: Campaign does not reach your part of the Experience Cloud as it should.`,
                    at: [account, field],
                    observed: account[field],
                    expected: field === "server" ? "https://marketing.adobe.com" : "your tenant",
                    property: field,
                });
            }
            if (off.length > 0)
                continue;
            const absent = FIELDS.filter((field) => account[field] === undefined);
            if (absent.length === 0) {
                verdict.pass(account);
            }
            else {
                const what = absent.map((field) => LABELS[field]).join(" and ");
                verdict.unknown(account, {
                    message: `${what} of the Experience Cloud connection ${absent.length > 1 ? "are" : "is"} not in the export.`,
                    missing: "imsAccountField",
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "https://marketing.adobe.com", tenant: "" }
        `,
                at: '""',
            },
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "http://marketing.adobe.com", tenant: acme }
        `,
                at: '"http://marketing.adobe.com"',
            },
            {
                shows: "Without scheme it is not https; and what is wrong counts, though the tenant is not in the export",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: marketing.adobe.com }
        `,
                at: "marketing.adobe.com",
            },
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "", tenant: acme }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "https://marketing.adobe.com", tenant: acme }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
            {
                shows: "One of the two is not in the export",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, server: "https://marketing.adobe.com" }
        `,
            },
        ],
    },
}));
const FIELDS = ["server", "tenant"];
const LABELS = { server: "Server", tenant: "Tenant" };
/** What is off with a field that is in the export, in words; undefined where nothing is. */
function tenant_whatIsOff(account, field) {
    const value = account[field];
    if (value === undefined)
        return undefined;
    if (value === "")
        return "is empty";
    if (trimSpace(value) === "")
        return "holds white space alone";
    if (field === "server" && readUrl(value)?.scheme !== "https")
        return `"${value}" is no https address`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/rules/account/index.js






















/** Area 3, external account, in the order of control numbers. */
const accountRules = [
    account_present,
    account_unique,
    account_name,
    account_enabled,
    ims_server_endpoint,
    ims_server_production,
    callback_https,
    callback_url,
    callback_matches_instance,
    callback_allowlisted,
    org_id_format,
    org_id_consistent,
    client_id,
    client_secret_present,
    secret_exposed,
    scope_required,
    scope_syntax,
    scope_provisioned,
    product_context,
    tenant,
    account_exported,
    account_hosted,
];

;// CONCATENATED MODULE: ./build/rules/export/export-readable.js

/* harmony default export */ const export_readable = (defineFileRule({
    id: "export-readable",
    control: "9.1",
    level: "must",
    since: "0.1.0",
    subject: "file",
    isProtected: true,
    title: "Every file can be read",
    why: "What stands in a file that cannot be read is not checked, so the run is incomplete.",
    remedy: "Export the file again, or mend it at the place that is named.",
    source: ["The formats: YAML 1.2, JSON (RFC 8259), UTF-8 or UTF-16 with a byte-order mark"],
    checkFile({ file }, verdict) {
        const { unreadable } = file;
        if (!unreadable) {
            verdict.pass(file);
            return;
        }
        verdict.fail(file, { message: export_readable_inWords(unreadable), at: file.unreadableAt, property: unreadable.reason });
    },
    examples: {
        fails: [
            {
                shows: "The place is the parser's",
                snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud }
          groups: []
        `,
            },
        ],
        passes: [
            {
                snapshot: `
          groups: []
        `,
            },
        ],
    },
}));
function export_readable_inWords({ reason, detail }) {
    switch (reason) {
        case "not-there":
            return "There is no such file or folder.";
        case "no-access":
            return "The file cannot be opened: access is denied, or it is no regular file.";
        case "too-large":
            return `The file is too large: ${detail}.`;
        case "encoding":
            return "The file is neither UTF-8 nor UTF-16 with a byte-order mark.";
        case "syntax":
            return `The file cannot be parsed: ${detail}.`;
        case "too-deep":
            return "The file nests deeper than 100 levels.";
        case "too-many-aliases":
            return "The aliases of the file stand for more than a million values.";
        case "unknown-version":
            return `The file's format "${detail}" is not known to this version of ims-lint; it reads snapshot/v1.`;
    }
}

// EXTERNAL MODULE: ./build/src/model/origins.js
var origins = __webpack_require__(5327);
// EXTERNAL MODULE: ./build/src/model/problems.js
var problems = __webpack_require__(3794);
;// CONCATENATED MODULE: ./build/rules/export/export-shape.js



/* harmony default export */ const export_shape = (defineFileRule({
    id: "export-shape",
    control: "9.2",
    level: "must",
    clauses: {
        "unknown-key": { level: "info", what: "Every key of a snapshot is one that the format knows" },
    },
    since: "0.1.0",
    subject: "file",
    title: "The file has the shape of its format",
    why: "A value of the wrong type, or stated twice with a difference, counts as not known, so what it says is not checked.",
    remedy: "Mend the file at the place that is named, or export it again.",
    source: ["The format: schemas/snapshot.v1.schema.json"],
    checkFile({ file, document }, verdict) {
        if (!document) {
            verdict.notApplicable(file, "The file could not be read.");
            return;
        }
        for (const problem of document.problems) {
            verdict.fail(file, {
                ...(0,problems/* problemInWords */.C)(problem),
                ...evidenceOf(problem, document),
                property: [problem.kind, ...problem.route].join("."),
            });
        }
        if (document.problems.length === 0)
            verdict.pass(file);
    },
    examples: {
        fails: [
            {
                shows: "A value of the wrong type",
                snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, active: perhaps } ]
        `,
                at: "perhaps",
            },
            {
                shows: "A word that the format does not know",
                snapshot: `
          instance: { deployment: on-premises }
        `,
                at: "on-premises",
            },
            {
                shows: "A key that is written twice",
                snapshot: `
          extAccounts:
            - name: Adobe_Experience_Cloud
              clientId: Campaign1
              "clientId": Campaign2
        `,
                at: '"clientId"',
            },
            {
                shows: "A record that is there twice, with different values",
                snapshot: `
          groups:
            - { name: delivery, label: Delivery operators }
            - { label: Operators, name: "delivery" }
        `,
                at: '"delivery"',
            },
            {
                shows: "A mistyped key",
                clause: "unknown-key",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsOrgID: 4D5E6F708192A3B49F1C2B3A@AdobeOrg }
        `,
                at: "imsOrgID",
            },
        ],
        passes: [
            {
                shows: "Typed values and their text mean the same; a value may be left empty",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, active: "1", packageAutoExport: false, imsOrgId: "", tenant: }
        `,
            },
            {
                shows: "The same record twice, without a difference",
                snapshot: `
          groups: [ { name: delivery }, { name: delivery } ]
        `,
            },
        ],
        notApplicable: [
            {
                shows: "A file that cannot be read has no shape",
                snapshot: `
          groups: [ { name: delivery }
        `,
            },
        ],
    },
}));
/** Where the problem stands and what else belongs to it. */
function evidenceOf(problem, { document }) {
    const here = { document, path: document.path, routes: [problem.route] };
    switch (problem.kind) {
        case "unknown-key":
            return { clause: "unknown-key", at: { ...here, part: "key" }, observed: String(problem.route.at(-1)) };
        case "wrong-type":
            return { at: here, observed: problem.found, expected: problem.expected };
        case "unknown-value":
            return { at: here, observed: problem.found, expected: problem.allowed.join(", ") };
        case "duplicate-key": {
            const earlier = { ...here, span: problem.earlier };
            return {
                at: { ...here, span: problem.later },
                related: [{ at: earlier, message: "The key is written here first." }],
            };
        }
        case "record-twice": {
            const { earlier, fields } = problem;
            return {
                at: named(here, fields),
                related: [{ at: named(earlier, fields), message: `"${problem.name}" is here first.` }],
            };
        }
    }
}
/** A record by its name; a section, which has none, by the first field that differs. */
function named(place, fields) {
    const routes = place.routes.flatMap((route) => {
        const isRecord = typeof route.at(-1) === "number";
        const names = isRecord ? origins/* NAME_FIELDS */.U : fields;
        return [...names.map((name) => [...route, name]), route];
    });
    return { ...place, routes };
}

;// CONCATENATED MODULE: ./build/rules/export/export-stale.js

/* harmony default export */ const export_stale = (defineFileRule({
    id: "export-stale",
    control: "9.4",
    level: "should",
    since: "0.1.0",
    subject: "file",
    title: "The export is recent",
    why: "An old export tells how the instance was, not how it is.",
    remedy: "Export again, and state the new date as «exported».",
    source: ["The format: schemas/snapshot.v1.schema.json"],
    options: {
        maxAgeDays: {
            default: 90,
            what: "How many days old an export may be; a date without a time is its midnight, UTC.",
        },
    },
    checkFile({ file, document, asOf, options }, verdict) {
        if (!document) {
            verdict.notApplicable(file, "The file could not be read.");
            return;
        }
        const { exported } = document;
        const place = { document: document.document, path: file.name, routes: [["exported"], []] };
        const isBroken = document.problems.some(({ route }) => route.length === 1 && route[0] === "exported");
        if (!exported) {
            verdict.unknown(file, {
                message: isBroken
                    ? "The date of the export cannot be read."
                    : "The file does not say when it was exported.",
                at: place,
                missing: "exported",
                because: isBroken ? { rule: "export-shape", subject: file } : undefined,
            });
            return;
        }
        const maxAge = options.maxAgeDays ?? 0;
        const age = (asOf.getTime() - exported.getTime()) / DAY;
        if (age <= maxAge) {
            verdict.pass(file);
            return;
        }
        const days = Math.floor(age);
        verdict.fail(file, {
            message: `The export is of ${dayOf(exported)}, ${days > maxAge ? `${days} days` : `a little more than ${days} days`} before this run: the instance may have changed since.`,
            at: place,
            observed: exported.toISOString(),
            expected: `at most ${maxAge} days before ${dayOf(asOf)}`,
        });
    },
    examples: {
        fails: [
            {
                snapshot: `
          exported: 2025-11-20T09:00:00Z
        `,
                at: "2025-11-20T09:00:00Z",
            },
        ],
        passes: [
            {
                snapshot: `
          exported: 2026-11-20T09:00:00Z
        `,
            },
            {
                shows: "Exactly 90 days before the run",
                snapshot: `
          exported: "2026-08-22 12:00:00.000Z"
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          groups: []
        `,
            },
            {
                shows: "A day that does not exist",
                snapshot: `
          exported: 2026-02-30
        `,
            },
        ],
        notApplicable: [
            {
                shows: "A file in a format that is not known",
                snapshot: `
          imsLint: snapshot/v2
          exported: 2026-11-20
        `,
            },
        ],
    },
}));
const DAY = 24 * 60 * 60 * 1000;
function dayOf(date) {
    return date.toISOString().slice(0, 10);
}

;// CONCATENATED MODULE: ./build/rules/export/index.js



/** Area 9, the export itself, in the order of control numbers. */
const exportRules = [export_readable, export_shape, export_stale];

;// CONCATENATED MODULE: ./build/rules/linkage/index.js
/** Area 5, users, profiles, groups, in the order of control numbers. */
const linkageRules = [];

// EXTERNAL MODULE: ./build/src/model/mask.js + 1 modules
var model_mask = __webpack_require__(9171);
;// CONCATENATED MODULE: ./build/rules/mask/mask-capture.js


/* harmony default export */ const mask_capture = (defineRule({
    id: "mask-capture",
    control: "4.3",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask captures one part, the name of the operator group",
    why: "What the parentheses capture of a profile's name is the internal name of the group. With none or several, how Campaign finds the group is not public.",
    remedy: 'End the mask in "(.*)" and have no other parentheses that capture; "(?:…)" groups without capturing. Save in Campaign, restart the server, export again.',
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            const at = [account, "imsRightsMask"];
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
            }
            else if (mask.captures > 1) {
                verdict.fail(account, {
                    message: `Association mask "${mask.text}" captures ${mask.captures} parts: which of them is the name of the operator group is not public.`,
                    at,
                    observed: `${mask.captures} capture groups`,
                    expected: "1 capture group",
                });
            }
            else if (mask.captures === 1) {
                verdict.pass(account);
            }
            else {
                verdict.review(account, {
                    message: mask.isPrefix
                        ? `Association mask "${mask.text}" has no parentheses: ims-lint reads it as a prefix, after which the name of the operator group follows. See whether Campaign does.`
                        : `Association mask "${mask.text}" has no parentheses that capture: what Campaign takes for the name of the operator group is not known.`,
                    at,
                    observed: "no capture group",
                    expected: mask.isPrefix ? `${mask.text}(.*)` : "1 capture group",
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(Campaign|CampaignV6) - acme - (.*)" }
        `,
                at: '"(Campaign|CampaignV6) - acme - (.*)"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "Parentheses that only group, and a capture that has a name",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(?:Campaign|CampaignV6) - acme - (?P<group>.*)" }
        `,
            },
        ],
        review: [
            {
                shows: "A literal prefix, as one page of the documentation describes the mask",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
        `,
            },
            {
                shows: "Other metacharacters, but nothing captured",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - .*" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (*)" }
        `,
            },
        ],
    },
}));

// EXTERNAL MODULE: ./build/src/model/linkage.js
var model_linkage = __webpack_require__(4667);
// EXTERNAL MODULE: ./build/src/model/likeness.js
var likeness = __webpack_require__(2898);
;// CONCATENATED MODULE: ./build/src/model/mask-text.js

/** What is wrong in the mere text of an association mask, whatever it matches. */
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi;
/** Those that a mask meets on its way through a web page or an XML file. */
const NAMED = new Map([
    ["amp", "&"],
    ["lt", "<"],
    ["gt", ">"],
    ["quot", '"'],
    ["apos", "'"],
    ["nbsp", "\u00a0"],
    ["ast", "*"],
    ["period", "."],
    ["lpar", "("],
    ["rpar", ")"],
    ["ndash", "\u2013"],
    ["mdash", "\u2014"],
]);
/** The HTML and XML entities in a mask, in their order; «&word;» is none where a profile is named so. */
function entitiesIn(mask, profiles) {
    const entities = [...mask.matchAll(ENTITY)];
    if (entities.length === 0)
        return [];
    const names = [...profiles];
    return entities
        .filter(([entity, , , word]) => {
        const isWord = word !== undefined && !NAMED.has(word.toLowerCase());
        return !isWord || !names.some((name) => name.includes(entity));
    })
        .map(([entity]) => entity);
}
/** The mask with its entities decoded, those that were encoded twice too; words that are not known stay. */
function decodeEntities(mask) {
    let decoded = mask;
    for (let round = 0; round < 3; round++) {
        const before = decoded;
        decoded = decoded.replace(ENTITY, (entity, decimal, hex, word) => {
            if (word !== undefined)
                return asTyped(NAMED.get(word.toLowerCase()) ?? entity);
            const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
            return code > 0 && code <= 0x10ffff ? asTyped(String.fromCodePoint(code)) : entity;
        });
        if (decoded === before)
            break;
    }
    return decoded;
}
/** The space and the hyphen of the keyboard in place of their typographic kin. */
function asTyped(char) {
    if (likeness/* DASH */.jr.test(char))
        return "-";
    if (INVISIBLE.test(char))
        return "";
    return likeness/* SPACE */.t6.test(char) ? " " : char;
}
const PLACEHOLDERS = [
    /tenant[_-]id/gi,
    /internal_name/gi,
    // In «(?P<name>…)» it is the name of a group.
    /(?<!\(\?P?)<[A-Za-z][^<>]*>/g,
    /(?<![A-Za-z])your[_-][\w-]*/gi,
    /x{3,}/gi,
    /(?<![A-Za-z0-9])example(?![A-Za-z0-9])/gi,
];
/** Texts of a sample that were never replaced, in their order; what stands in the name of a profile is none. */
function placeholdersIn(mask, profiles) {
    const text = mask.replace(/\\(\W)/g, "$1");
    const found = PLACEHOLDERS.flatMap((pattern) => [...text.matchAll(pattern)])
        .sort((a, b) => a.index - b.index)
        .map(([word]) => word);
    const words = [...new Set(found)];
    if (words.length === 0)
        return [];
    const seen = new Set();
    for (const profile of profiles) {
        for (const word of words)
            if (profile.includes(word))
                seen.add(word);
    }
    return words.filter((word) => !seen.has(word));
}
/** White space and dashes that are most likely not meant; what a profile has too is none. */
function odditiesIn(mask, isPrefix, profiles) {
    const found = [...endsOf(mask, isPrefix), ...insideOf(mask)].sort((a, b) => a.at - b.at);
    if (found.length === 0)
        return [];
    const names = [...profiles];
    return found
        .filter(({ excuses }) => !names.some(excuses))
        .map(({ at, text, what }) => ({ at, text, what }));
}
/** One space before or after the mask; a prefix ends in one. */
function* endsOf(mask, isPrefix) {
    if (/^ (?! )/.test(mask)) {
        yield { at: 0, text: " ", what: "a space at the start", excuses: (name) => name.startsWith(" ") };
    }
    if (/(?<! ) $/.test(mask) && !isPrefix && !/\\ $/.test(mask)) {
        const at = mask.length - 1;
        yield { at, text: " ", what: "a space at the end", excuses: (name) => name.endsWith(" ") };
    }
}
function* insideOf(mask) {
    for (const match of mask.matchAll(/ {2,}/g)) {
        const [text] = match;
        yield {
            at: match.index,
            text,
            what: `${text.length} spaces in a row`,
            excuses: (name) => name.includes(text),
        };
    }
    for (let at = 0; at < mask.length; at++) {
        const text = mask.charAt(at);
        if (text === " " || text === "-" || !(likeness/* SPACE */.t6.test(text) || likeness/* DASH */.jr.test(text)))
            continue;
        yield { at, text, what: nameOf(text), excuses: (name) => name.includes(text) };
    }
}
const NAMES = {
    "\t": "a tab",
    "\n": "a line break",
    "\r": "a line break",
    "\u00a0": "a non-breaking space",
    "\u202f": "a narrow non-breaking space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u2060": "a word joiner",
    "\ufeff": "a zero-width space",
    "\u2010": "a typographic hyphen",
    "\u2011": "a non-breaking hyphen",
    "\u2012": "a figure dash",
    "\u2013": "an en dash",
    "\u2014": "an em dash",
    "\u2212": "a minus sign",
};
function nameOf(char) {
    const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    return `${NAMES[char] ?? (likeness/* DASH */.jr.test(char) ? "another dash" : "an invisible character")} (${code})`;
}
/** The mask as it was most likely meant. */
function tidy(mask, isPrefix) {
    const plain = Array.from(mask, asTyped).join("").replace(/ {2,}/g, " ").trimStart();
    return isPrefix ? plain : plain.trimEnd();
}
/** White space that takes no room. */
const INVISIBLE = /^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/;

;// CONCATENATED MODULE: ./build/rules/mask/mask-html-entity.js




/* harmony default export */ const mask_html_entity = (defineRule({
    id: "mask-html-entity",
    control: "4.4",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask holds no HTML or XML entity",
    why: 'A mask that was copied from the source of a web page has "&#42;" where a star belongs; Campaign takes it as it stands, and no profile is named so.',
    remedy: "Type the characters themselves in place of the entities. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
                continue;
            }
            const entities = entitiesIn(mask.text, (0,model_linkage/* profileNames */.CJ)(instance)?.names.keys() ?? []);
            if (entities.length === 0) {
                verdict.pass(account);
                continue;
            }
            const decoded = decodeEntities(mask.text);
            const isWhole = decoded !== mask.text;
            verdict.fail(account, {
                message: `Association mask "${mask.text}" holds ${listed(entities)}, of HTML or XML: Campaign does not decode it, so the mask does not match what it was meant to.`,
                at: [account, "imsRightsMask"],
                observed: mask.text,
                expected: isWhole ? decoded : undefined,
                ...(isWhole
                    ? {
                        remedy: `Set the mask to "${decoded}". Save in Campaign, restart the server, export again.`,
                    }
                    : {}),
            });
        }
    },
    examples: {
        fails: [
            {
                shows: "The star as it stands in the source of the documentation",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.&#42;)" }
        `,
                at: '"Campaign - acme - (.&#42;)"',
            },
            {
                shows: "Encoded twice, in hexadecimal, and by name",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign&nbsp;- R&amp;amp;D - (.&#x2a;)" }
        `,
                at: '"Campaign&nbsp;- R&amp;amp;D - (.&#x2a;)"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "A mere ampersand is none",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - R&D - (.*)" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));
function listed(entities) {
    return [...new Set(entities)].map((entity) => `"${entity}"`).join(", ");
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/src/model/mask-nearest.js


/** The names that come nearest to a mask that matches none of them. */
function nearestNames(mask, names, count) {
    const start = (0,likeness/* fold */.AU)(mask.literalStart, likeness/* DIFFERENCES */.dz);
    const ranked = Array.from(names, (name) => {
        const misses = mask.nearMiss(name)?.differences;
        const apart = misses ? -1 : (0,mod/* distance */.Io)((0,likeness/* fold */.AU)(name, likeness/* DIFFERENCES */.dz).slice(0, start.length), start);
        return { name, misses, apart };
    });
    ranked.sort((a, b) => a.apart - b.apart || (a.name < b.name ? -1 : 1));
    return ranked.slice(0, count).map(({ name, misses }) => ({
        name,
        how: misses ? `differs only in ${(0,likeness/* differencesInWords */.tS)(misses)}` : parting(mask.literalStart, name),
    }));
}
/** «has "V6 - acme" where the mask has " - acme - "». */
function parting(start, name) {
    let at = 0;
    while (at < start.length && start[at] === name[at])
        at += 1;
    if (start === "")
        return "does not fit the pattern";
    if (at === start.length)
        return "begins as the mask does, but the rest does not fit";
    const wanted = excerpt(start.slice(at));
    return at === name.length
        ? `ends where the mask goes on with "${wanted}"`
        : `has "${excerpt(name.slice(at))}" from character ${at + 1} on, where the mask has "${wanted}"`;
}
function excerpt(text) {
    return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

;// CONCATENATED MODULE: ./build/rules/mask/mask-matches.js






/* harmony default export */ const mask_matches = (defineRule({
    id: "mask-matches",
    control: "4.9",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask matches a product profile",
    why: "Where the mask matches no profile, nobody gets any right: people meet «Login does not have any right matching the expression».",
    remedy: "Make mask and profile names agree to the letter: change the mask, or rename the profiles in the Admin Console. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/ims-troubleshooting.md"],
    needs: ["imsAccounts", "profiles"],
    check({ instance, imsAccounts, readMask }, verdict) {
        const names = [...((0,model_linkage/* profileNames */.CJ)(instance)?.names.keys() ?? [])];
        const isComplete = (0,model_linkage/* profileNames */.CJ)(instance)?.complete === "yes";
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            const at = [account, "imsRightsMask"];
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
                continue;
            }
            if (mask.captures === 0 && !mask.isPrefix) {
                verdict.unknown(account, {
                    message: `Association mask "${mask.text}" captures nothing, so what it has to match is not known.`,
                    at,
                    because: { rule: "mask-capture", subject: account },
                });
                continue;
            }
            if (names.some((name) => mask.capture(name) !== undefined)) {
                verdict.pass(account);
                continue;
            }
            const message = `Association mask "${mask.text}" matches none of the ${names.length} product profiles`;
            const nearest = nearestInWords(mask, names);
            if (!isComplete) {
                verdict.unknown(account, {
                    message: `${message} that are in the export; there may be more.${nearest}`,
                    at,
                    missing: ["profiles", "completeness"],
                });
            }
            else if (names.some((name) => mayMatch(mask, name))) {
                verdict.review(account, {
                    message: `${message} as it stands. See whether people get their rights: whether Campaign minds letter case and spacing is not public.${nearest}`,
                    at,
                    observed: mask.text,
                });
            }
            else {
                const cause = mask_matches_causeOf(mask, names, readMask);
                verdict.fail(account, {
                    message: `${message}: nobody who logs in gets any right.${nearest}`,
                    at,
                    observed: mask.text,
                    causedBy: cause && { rule: cause, subject: account },
                });
            }
        }
    },
    examples: {
        fails: [
            {
                shows: "The names that come nearest are told",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups:
              - { groupName: "CampaignV6 - acme - delivery", type: PRODUCT_PROFILE }
              - { groupName: "Analytics - acme", type: PRODUCT_PROFILE }
        `,
                at: '"Campaign - acme - (.*)"',
            },
            {
                shows: "A dash that is none is not taken for a hyphen",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign \u2013 acme \u2013 delivery", type: PRODUCT_PROFILE } ]
        `,
            },
            {
                shows: "An empty list of profiles is evidence",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization: { groups: [] }
        `,
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
            },
            {
                shows: "A profile that is only seen with a user",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
            },
        ],
        review: [
            {
                shows: "It matches but for letter case and spacing",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "campaign - acme- delivery", type: PRODUCT_PROFILE } ]
        `,
            },
        ],
        unknown: [
            {
                shows: "Not all profiles are in the export",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            users: [ { email: jane@acme.example, groups: ["Analytics - acme"] } ]
        `,
            },
            {
                shows: "A user group is no product profile",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: USER_GROUP } ]
          complete: { profiles: unknown }
        `,
            },
            {
                shows: "Nothing is captured",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - .*" }
          organization: { groups: [] }
        `,
            },
            {
                shows: "No profiles in the export",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
        ],
    },
}));
function mayMatch(mask, name) {
    const near = mask.nearMiss(name);
    return near !== undefined && (0,likeness/* mayBeIgnored */.jE)(near.differences);
}
function nearestInWords(mask, names) {
    const nearest = nearestNames(mask, names, 3).map(({ name, how }) => `"${name}" ${how}`);
    return nearest.length > 0 ? ` Nearest: ${nearest.join("; ")}.` : "";
}
/** A mistake in the mask's text without which it would match. */
function mask_matches_causeOf(mask, names, readMask) {
    const wouldMatch = (text) => {
        const mended = readMask(text);
        return mended.state === "usable" && names.some((name) => mended.capture(name) !== undefined);
    };
    if (entitiesIn(mask.text, names).length > 0 && wouldMatch(decodeEntities(mask.text)))
        return "mask-html-entity";
    if (placeholdersIn(mask.text, names).length > 0)
        return "mask-placeholder";
    const hasOddity = odditiesIn(mask.text, mask.isPrefix, names).length > 0;
    return hasOddity && wouldMatch(tidy(mask.text, mask.isPrefix)) ? "mask-whitespace" : undefined;
}

;// CONCATENATED MODULE: ./build/rules/mask/mask-placeholder.js




/* harmony default export */ const mask_placeholder = (defineRule({
    id: "mask-placeholder",
    control: "4.5",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask holds no placeholder of the documentation",
    why: 'The sample "Campaign - tenant_id - (.*)" has to be filled in; a placeholder that was left in it matches no product profile.',
    remedy: "Put the name of your tenant or instance in place of the placeholder, as it stands in the names of the product profiles. Save in Campaign, restart the server, export again.",
    source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
                continue;
            }
            const words = placeholdersIn(mask.text, (0,model_linkage/* profileNames */.CJ)(instance)?.names.keys() ?? []);
            if (words.length === 0) {
                verdict.pass(account);
                continue;
            }
            verdict.fail(account, {
                message: `Association mask "${mask.text}" still holds ${words.map((word) => `"${word}"`).join(", ")}, a placeholder: no product profile that is known is named so.`,
                at: [account, "imsRightsMask"],
                observed: mask.text,
                expected: account.tenant
                    ? mask.text.replaceAll(/tenant[_-]id/gi, () => account.tenant ?? "")
                    : undefined,
            });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - tenant_id - (.*)", tenant: acme }
        `,
                at: '"Campaign - tenant_id - (.*)"',
            },
            {
                shows: "A word in angle brackets",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - <instance name> - (.*)" }
        `,
                at: '"Campaign - <instance name> - (.*)"',
            },
            {
                shows: "Letter case does not matter, and a profile of another name is no excuse",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - Your-Tenant - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE } ]
        `,
                at: '"Campaign - Your-Tenant - (.*)"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "A profile is named so",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - example - (.*)" }
          organization:
            groups: [ { groupName: "Campaign - example - delivery", type: PRODUCT_PROFILE } ]
        `,
            },
            {
                shows: "The name of a capture group is none, nor is a longer word",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - examples - (?P<group>.*)" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - tenant_id - (*)" }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/mask/mask-present.js

/* harmony default export */ const mask_present = (defineRule({
    id: "mask-present",
    control: "4.1",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask is filled in",
    why: "The mask links the product profiles that people hold to operator groups; without it nobody gets any right.",
    remedy: 'Set the association mask of the account, such as "Campaign - tenant - (.*)" with your tenant. Save in Campaign, restart the server, export again.',
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            switch (readMask(account.imsRightsMask).state) {
                case "absent":
                    verdict.unknown(account, {
                        message: "The association mask is not in the export.",
                        missing: "imsAccountField",
                    });
                    break;
                case "empty":
                    verdict.fail(account, {
                        message: "Association mask is empty: no product profile leads to an operator group.",
                        at: [account, "imsRightsMask"],
                        observed: "",
                        expected: "Campaign - tenant - (.*)",
                    });
                    break;
                default:
                    verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "" }
        `,
                at: '""',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "What the mask holds is for the next rules to judge",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(*)" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/mask/mask-scope.js


/* harmony default export */ const mask_scope = (defineRule({
    id: "mask-scope",
    control: "4.7",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask does not match every name",
    why: "A mask that matches any name takes the profiles of other products and instances too: whoever holds one that is named like an operator group gets that group's rights.",
    remedy: 'Begin the mask with what only the profiles of this instance share, such as "Campaign - tenant - (.*)" with your tenant. Save in Campaign, restart the server, export again.',
    source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
    needs: ["imsAccounts"],
    check({ imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
            }
            else if ((0,model_mask/* matchesAnything */.G)(mask)) {
                verdict.fail(account, {
                    message: `Association mask "${mask.text}" matches any name: the profiles of every product and instance lead to operator groups.`,
                    at: [account, "imsRightsMask"],
                    observed: mask.text,
                    expected: `Campaign - ${account.tenant || "tenant"} - (.*)`,
                });
            }
            else {
                verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(.*)", tenant: acme }
        `,
                at: '"(.*)"',
            },
            {
                shows: "However it is written",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "^(?:.*)(.+)$" }
        `,
                at: '"^(?:.*)(.+)$"',
            },
            {
                shows: "Without parentheses",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: ".*" }
        `,
                at: '".*"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign (.*)" }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(*)" }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/mask/mask-syntax.js


/* harmony default export */ const mask_syntax = (defineRule({
    id: "mask-syntax",
    control: "4.2",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask is a regular expression",
    why: "A mask that is no regular expression matches no product profile, so nobody who logs in gets any right.",
    remedy: 'Write the mask as "Campaign - tenant - (.*)" with your tenant: "." and "*" together stand for any text, the parentheses around them for the name of the operator group. Save in Campaign, restart the server, export again.',
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign-classic.en: installation/using/connecting-through-ldap.md",
    ],
    needs: ["imsAccounts"],
    check({ imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            const at = [account, "imsRightsMask"];
            switch (mask.state) {
                case "absent":
                case "empty":
                    verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
                    break;
                case "unsupported":
                    verdict.unknown(account, {
                        message: `Association mask "${account.imsRightsMask}" ${mask.reason}${place(mask.at)}.`,
                        at,
                    });
                    break;
                case "invalid":
                    verdict.fail(account, {
                        message: `Association mask "${account.imsRightsMask}" ${mask.problem}${place(mask.at)}: it is no regular expression and matches no profile.`,
                        at,
                        observed: account.imsRightsMask,
                        expected: account.imsRightsMask?.includes("(*)")
                            ? account.imsRightsMask.replaceAll("(*)", "(.*)")
                            : undefined,
                    });
                    break;
                case "usable":
                    verdict.pass(account);
            }
        }
    },
    examples: {
        fails: [
            {
                shows: "A misprint of (.*) that stands in an older page of the documentation",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (*)" }
        `,
                at: '"Campaign - acme - (*)"',
            },
            {
                shows: "A parenthesis is not closed",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*" }
        `,
                at: '"Campaign - acme - (.*"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "A literal prefix is a regular expression too",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
        `,
            },
        ],
        unknown: [
            {
                shows: "A look-ahead is fine in other dialects; ims-lint evaluates RE2's",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (?!test)(.*)" }
        `,
            },
            {
                shows: "An empty mask is the business of mask-present",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "" }
        `,
            },
        ],
    },
}));
function place(at) {
    return at === undefined ? "" : ` at character ${at + 1}`;
}

;// CONCATENATED MODULE: ./build/rules/mask/mask-tenant.js




/* harmony default export */ const mask_tenant = (defineRule({
    id: "mask-tenant",
    control: "4.8",
    level: "should",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask names the tenant or the instance",
    why: "Profiles of all instances of an organization stand side by side in the Admin Console; only a mask that names its own keeps the people of one out of the other.",
    remedy: 'Name the tenant or the instance in the mask and in its product profiles, as in "Campaign - tenant - (.*)". Save in Campaign, restart the server, export again.',
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign.en: v8/start/manage-permissions.md",
    ],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            const at = [account, "imsRightsMask"];
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
                continue;
            }
            const tenant = account.tenant?.trim();
            const names = [tenant, instance.name.trim()].filter((name) => name !== undefined && name !== "");
            const cause = mask_tenant_causeOf(mask, instance);
            const fail = () => verdict.fail(account, {
                message: `Association mask "${mask.text}" names neither ${names.map((name) => `"${name}"`).join(" nor ")}: profiles of other instances can match it.`,
                at,
                observed: mask.text,
                expected: `Campaign - ${tenant || instance.name} - (.*)`,
                causedBy: cause && { rule: cause, subject: account },
            });
            if (cause === "mask-scope")
                fail();
            else if (names.some((name) => isNamed(name, mask.text)))
                verdict.pass(account);
            else if (tenant)
                fail();
            else if (tenant === undefined) {
                verdict.unknown(account, {
                    message: `Association mask "${mask.text}" does not name the instance "${instance.name}", and the tenant is not in the export.`,
                    at,
                    missing: "imsAccountField",
                });
            }
            else {
                verdict.unknown(account, {
                    message: `Association mask "${mask.text}" does not name the instance "${instance.name}", and the tenant is empty.`,
                    at,
                    because: { rule: "tenant", subject: account },
                });
            }
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          instance: { name: acme_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign (.*)", tenant: acme }
        `,
                at: '"Campaign (.*)"',
            },
            {
                shows: "Follows from mask-scope",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "(.*)" }
        `,
                at: '"(.*)"',
            },
        ],
        passes: [
            {
                shows: "The tenant",
                snapshot: `
          instance: { name: c42_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - Acme - (.*)", tenant: acme }
        `,
            },
            {
                shows: "The instance",
                snapshot: `
          instance: { name: acme_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "campaign - acme_prod - (.*)" }
        `,
            },
        ],
        unknown: [
            {
                shows: "The tenant is not in the export",
                snapshot: `
          instance: { name: c42_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "The tenant is empty, which is the business of tenant",
                snapshot: `
          instance: { name: c42_prod }
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)", tenant: "" }
        `,
            },
        ],
    },
}));
/** The mask's other mistake from which this one follows. */
function mask_tenant_causeOf(mask, instance) {
    if ((0,model_mask/* matchesAnything */.G)(mask))
        return "mask-scope";
    const words = placeholdersIn(mask.text, (0,model_linkage/* profileNames */.CJ)(instance)?.names.keys() ?? []);
    return words.some((word) => !/internal_name/i.test(word)) ? "mask-placeholder" : undefined;
}
/** Letter case does not count, nor does the word Campaign, with which the names of all instances' profiles begin. */
function isNamed(name, mask) {
    if (!name)
        return false;
    const text = mask
        .replace(/\\(\W)/g, "$1")
        .toLowerCase()
        .replace(/^\W*campaign(?:v\d+)?(?![a-z0-9])/, "");
    const at = text.indexOf(name.toLowerCase());
    if (at < 0)
        return false;
    const isWord = !/[a-z0-9]/.test(text.charAt(at - 1) + text.charAt(at + name.length));
    return isWord || name.length > 2;
}

;// CONCATENATED MODULE: ./build/rules/mask/mask-whitespace.js




/* harmony default export */ const mask_whitespace = (defineRule({
    id: "mask-whitespace",
    control: "4.6",
    level: "must",
    since: "0.1.0",
    subject: "extAccount",
    title: "The association mask holds plain single spaces and hyphens alone",
    why: "A second space, a space that does not break or a dash that a word processor put in looks right on the form and keeps the mask from matching any profile.",
    remedy: "Type the mask anew, with single spaces and the hyphen of the keyboard, as the profiles have them. Save in Campaign, restart the server, export again.",
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign.en: v8/start/manage-permissions.md",
    ],
    needs: ["imsAccounts"],
    check({ instance, imsAccounts, readMask }, verdict) {
        for (const account of imsAccounts) {
            const mask = readMask(account.imsRightsMask);
            if (mask.state !== "usable") {
                verdict.unknown(account, (0,model_mask/* whyUnusable */.I)(account, mask));
                continue;
            }
            const names = (0,model_linkage/* profileNames */.CJ)(instance)?.names.keys() ?? [];
            const oddities = odditiesIn(mask.text, mask.isPrefix, names);
            if (oddities.length === 0) {
                verdict.pass(account);
                continue;
            }
            const listed = oddities.map(({ what, at }) => `${what} at character ${at + 1}`).join(", ");
            verdict.fail(account, {
                message: `Association mask "${mask.text}" holds ${listed}: a profile that has not the same is not matched.`,
                at: [account, "imsRightsMask"],
                observed: mask.text,
                expected: tidy(mask.text, mask.isPrefix),
            });
        }
    },
    examples: {
        fails: [
            {
                shows: "An en dash",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign \u2013 acme - (.*)" }
        `,
                at: '"Campaign \u2013 acme - (.*)"',
            },
            {
                shows: "Two spaces in a row",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign -  acme - (.*)" }
        `,
                at: '"Campaign -  acme - (.*)"',
            },
            {
                shows: "A space at the end",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*) " }
        `,
                at: '"Campaign - acme - (.*) "',
            },
            {
                shows: "A non-breaking space",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign -\u00a0acme - (.*)" }
        `,
                at: '"Campaign -\u00a0acme - (.*)"',
            },
        ],
        passes: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" }
        `,
            },
            {
                shows: "The last space of a prefix belongs to it",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - " }
        `,
            },
            {
                shows: "A profile has the same en dash",
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign \u2013 acme - (.*)" }
          organization:
            groups: [ { groupName: "Campaign \u2013 acme - delivery", type: PRODUCT_PROFILE } ]
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          extAccounts:
            - { name: Adobe_Experience_Cloud, imsRightsMask: "" }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/mask/index.js









/** Area 4, association mask, in the order of control numbers. */
const maskRules = [
    mask_present,
    mask_syntax,
    mask_capture,
    mask_html_entity,
    mask_placeholder,
    mask_whitespace,
    mask_scope,
    mask_tenant,
    mask_matches,
];

;// CONCATENATED MODULE: ./build/src/model/packages.js
/** Labels of the integration package, in the docs and in older consoles; `the` comes and goes. */
const INTEGRATION_LABELS = [
    "Integration with the Adobe Experience Cloud",
    "Integration with the Adobe Marketing Cloud",
];
/** Labels of the package that shares audiences (ACC installation/using/installing-campaign-standard-packages.md). */
const AUDIENCE_LABELS = [
    "Adobe Experience Cloud Shared Audiences Integration",
    "Adobe Marketing Cloud Shared Audiences Integration",
];
/**
 * Whether «Integration with the Adobe Experience Cloud» is installed. Its internal id is not public, so it is known
 * by its label, or by the id that the config states.
 */
function integrationInstalled(packages, id) {
    const wanted = plain(id);
    return decide(packages, INTEGRATION_LABELS, (record) => {
        const own = plain(record.id);
        if (wanted !== "" && own !== "")
            return own === wanted ? "yes" : "no";
        return "unknown";
    });
}
/** Whether «Adobe Experience Cloud Shared Audiences Integration» is installed; only its label is public. */
function audienceInstalled(packages) {
    return decide(packages, AUDIENCE_LABELS, () => "unknown");
}
function decide(packages, labels, byId) {
    const wanted = new Set(labels.map(plain));
    let undecided = 0;
    for (const record of packages.records) {
        const label = plain(record.label);
        const state = byId(record);
        if (wanted.has(label) || state === "yes")
            return { state: "yes", undecided: 0, complete: packages.complete };
        if (state === "unknown" && (label === "" || isTranslation(label)))
            undecided += 1;
    }
    const state = undecided === 0 && packages.complete === "yes" ? "no" : "unknown";
    return { state, undecided, complete: packages.complete };
}
/** A label that speaks of the Experience Cloud in other words: consoles in other languages translate labels. */
function isTranslation(label) {
    return /\b(?:experience|marketing) cloud\b/.test(label) && !KNOWN.has(label);
}
/** Lower case, without «the», single spaces. */
function plain(text) {
    return (text ?? "")
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== "the" && word !== "")
        .join(" ");
}
const KNOWN = new Set([...INTEGRATION_LABELS, ...AUDIENCE_LABELS].map(plain));

;// CONCATENATED MODULE: ./build/rules/package/audience-package.js


/* harmony default export */ const audience_package = (defineRule({
    id: "audience-package",
    control: "2.2",
    level: "info",
    since: "0.1.0",
    subject: "instance",
    title: "The package that shares audiences has the integration package beside it",
    why: "Sharing audiences requires IMS, which comes with the integration package.",
    remedy: `Install «${INTEGRATION_LABELS[0]}» as well, then list the packages again.`,
    source: [
        "campaign-classic.en: installation/using/installing-campaign-standard-packages.md",
        "campaign-classic.en: integrations/using/configuring-ims.md",
    ],
    needs: ["packages"],
    check({ instance, packages, integrationPackage }, verdict) {
        const audience = audienceInstalled(packages);
        const integration = integrationInstalled(packages, integrationPackage);
        const rule = "integration-package";
        if (audience.state === "no") {
            verdict.notApplicable(instance, `«${AUDIENCE_LABELS[0]}» is not installed.`);
        }
        else if (integration.state === "yes") {
            verdict.pass(instance);
        }
        else if (audience.state === "unknown") {
            verdict.unknown(instance, {
                message: `The packages in the export do not tell whether «${AUDIENCE_LABELS[0]}» is installed.`,
                at: [packages],
                missing: audience.undecided > 0 ? "packageLabels" : ["packages", "completeness"],
            });
        }
        else if (integration.state === "unknown") {
            verdict.unknown(instance, {
                message: `«${AUDIENCE_LABELS[0]}» is installed; whether «${INTEGRATION_LABELS[0]}» is, the packages do not tell.`,
                at: [packages],
                because: { rule },
            });
        }
        else {
            verdict.fail(instance, {
                message: `«${AUDIENCE_LABELS[0]}» is installed without «${INTEGRATION_LABELS[0]}»: sharing audiences requires IMS.`,
                at: [packages],
                causedBy: { rule },
            });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          packages:
            - { label: Core }
            - { label: Adobe Experience Cloud Shared Audiences Integration }
        `,
                at: "packages",
            },
        ],
        passes: [
            {
                snapshot: `
          packages:
            - { label: Integration with Adobe Experience Cloud }
            - { label: Adobe Experience Cloud Shared Audiences Integration }
        `,
            },
        ],
        unknown: [
            {
                shows: "One of the packages that are listed by id alone may be the integration package",
                snapshot: `
          packages:
            - { id: "nms:core" }
            - { label: Adobe Experience Cloud Shared Audiences Integration }
        `,
            },
            {
                shows: "Listed by id alone",
                snapshot: `
          packages: [ { id: "nms:core" } ]
        `,
            },
        ],
        notApplicable: [
            {
                snapshot: `
          packages: [ { label: Core } ]
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/package/integration-package.js


/* harmony default export */ const integration_package = (defineRule({
    id: "integration-package",
    control: "2.1",
    level: "must",
    since: "0.1.0",
    subject: "instance",
    title: "The package «Integration with the Adobe Experience Cloud» is installed",
    why: "The package brings what login with an Adobe ID needs, the external account first of all.",
    remedy: `Install «${INTEGRATION_LABELS[0]}» on the instance, then list its packages again.`,
    source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
    needs: ["packages"],
    check({ instance, packages, integrationPackage }, verdict) {
        const installed = integrationInstalled(packages, integrationPackage);
        const total = packages.records.length;
        switch (installed.state) {
            case "yes":
                verdict.pass(instance);
                return;
            case "no":
                verdict.fail(instance, {
                    message: `«${INTEGRATION_LABELS[0]}» is not among the installed packages, of which the export lists ${total}: without it nobody can log in with an Adobe ID.`,
                    at: [packages],
                    observed: `${total} packages`,
                    expected: INTEGRATION_LABELS[0],
                });
                return;
            case "unknown":
                verdict.unknown(instance, {
                    message: installed.undecided > 0
                        ? `Whether «${INTEGRATION_LABELS[0]}» is installed is not known: its id is not public, and ${installed.undecided} of ${total} packages have no label that tells.`
                        : `«${INTEGRATION_LABELS[0]}» is not among the packages in the export, and the list may not be complete.`,
                    at: [packages],
                    missing: [
                        ...(installed.undecided > 0 ? ["packageLabels"] : []),
                        ...(installed.complete === "yes" ? [] : ["packages", "completeness"]),
                    ],
                });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          packages:
            - { id: "nms:core", label: Core }
            - { id: "nms:campaign", label: Marketing campaigns (Campaign) }
        `,
                at: "packages",
            },
            {
                shows: "The id is stated in the config, so ids tell",
                snapshot: `
          packages: [ { id: "nms:core" }, { id: "nms:campaign" } ]
        `,
                config: `
          integrationPackage: nms:someId
        `,
            },
            {
                shows: "An empty list is evidence",
                snapshot: `
          packages: []
        `,
                at: "[]",
            },
        ],
        passes: [
            {
                snapshot: `
          packages: [ { label: Integration with the Adobe Experience Cloud } ]
        `,
            },
            {
                shows: "The older name; letter case, «the» and white space do not matter",
                snapshot: `
          packages: [ { label: "integration with  Adobe Marketing Cloud " } ]
        `,
            },
            {
                shows: "By the id that the config states",
                snapshot: `
          packages: [ { id: "nms:someId" } ]
        `,
                config: `
          integrationPackage: nms:someId
        `,
            },
        ],
        unknown: [
            {
                shows: "Listed by id alone, and the id is not public",
                snapshot: `
          packages: [ { id: "nms:core" }, { id: "nms:campaign" } ]
        `,
            },
            {
                shows: "The label of a console in another language",
                snapshot: `
          packages: [ { label: "Intégration à Adobe Experience Cloud" } ]
        `,
            },
            {
                shows: "A list that may not be complete proves no lack",
                snapshot: `
          packages: [ { label: Core } ]
          complete: { packages: unknown }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/package/index.js


/** Area 2, package, in the order of control numbers. */
const packageRules = [integration_package, audience_package];

;// CONCATENATED MODULE: ./build/src/model/versions.js
/** The day of the newest entry of the version table; what came later is not in it. */
const VERSION_TABLE_DATE = "2026-08-11";
/**
 * The version table, oldest release first. General Availability is the latest stable build, which Adobe recommends;
 * a deprecated one gets no fixes and must be upgraded. The builds of the `.IMS` patches are not public.
 * Source: campaign-classic.en, release notes below rn/using, statuses in rn/using/rn-overview.md.
 */
const RELEASES = [
    { name: "19.1.4", builds: [9032], status: "Deprecated" },
    { name: "21.1.1", builds: [9277], status: undefined },
    { name: "21.1.2", builds: [9282], status: undefined },
    { name: "21.1.3", builds: [9330], status: undefined },
    { name: "21.1.4", builds: [9342, 9343], status: undefined },
    { name: "7.2.1", builds: [9346], status: undefined },
    { name: "7.2.2", builds: [9349], status: undefined },
    { name: "7.3.1", builds: [9352], status: undefined },
    { name: "7.3.2", builds: [9356], status: "Deprecated" },
    { name: "7.3.3", builds: [9359], status: "Deprecated" },
    { name: "7.3.4", builds: [9364], status: "Deprecated" },
    { name: "7.3.5", builds: [9368], status: "Deprecated" },
    { name: "7.4.1", builds: [9383], status: "Deprecated" },
    { name: "7.4.2", builds: [9390, 9391], status: "Deprecated" },
    { name: "7.4.3", builds: [9394, 9396, 9397, 9398, 9399], status: "Deprecated" },
    { name: "7.4.4", builds: [9400], status: "General Availability" },
];
const NEWEST_BUILD = Math.max(...RELEASES.flatMap(({ builds }) => builds));
/** The newest build that is generally available, and its release. */
const NEWEST_AVAILABLE = RELEASES.filter(({ status }) => status === "General Availability")
    .flatMap(({ name, builds }) => builds.map((build) => ({ name, build })))
    .reduce((newest, candidate) => (candidate.build > newest.build ? candidate : newest));
/** Looks a console or a server up. `beside` is the other of the two. */
function standingOf(product, beside) {
    if (isV8(product))
        return { kind: "v8" };
    const build = readBuild(product.buildNumber);
    if (build === undefined) {
        const release = RELEASES.find(({ name }) => name === readRelease(product.releaseName));
        if (!release)
            return { kind: "not-stated" };
        return { kind: "listed", build: Math.max(...release.builds), release, field: "releaseName" };
    }
    if (readRelease(product.releaseName) === undefined && beside && isV8(beside))
        return { kind: "perhaps-v8" };
    if (build > NEWEST_BUILD)
        return { kind: "newer", build };
    const release = releaseOfBuild(build);
    return release ? { kind: "listed", build, release, field: "buildNumber" } : { kind: "unlisted", build };
}
/** The release that a build belongs to; undefined where the table does not say. */
function releaseOfBuild(build) {
    return RELEASES.find(({ builds }) => builds.includes(build));
}
/** The number in a build string, `9394` or `9394@28aaec9`; undefined where it is none. */
function readBuild(text) {
    const digits = /^\s*(\d{1,9})\s*(?:@.*)?$/.exec(text ?? "")?.[1];
    return digits === undefined ? undefined : Number(digits);
}
/** The number of a release, as in `7.4.4`, `v7.4.4` or `Campaign 7.3.3.IMS`, in lower case. */
function readRelease(text) {
    return /(?:^|[^\w.])v?(\d+(?:\.\w+)+)/i.exec(text ?? "")?.[1]?.toLowerCase();
}
/** Whether the release that is stated is Campaign v8. */
function isV8(product) {
    return readRelease(product.releaseName)?.startsWith("8.") ?? false;
}

;// CONCATENATED MODULE: ./build/rules/prerequisites/console-latest.js


/* harmony default export */ const console_latest = (defineRule({
    id: "console-latest",
    control: "1.4",
    level: "should",
    since: "0.1.0",
    subject: "console",
    title: "The client console is of the newest General Availability build",
    why: "Login with an Adobe ID asks for the latest version of the client console.",
    remedy: `Upgrade the server to build ${NEWEST_AVAILABLE.build} or newer and install the client console of that build.`,
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign-classic.en: rn/using/rn-overview.md",
    ],
    needs: ["console"],
    check({ instance, console: client }, verdict) {
        const standing = standingOf(client, instance.server);
        const table = `the version table of ${VERSION_TABLE_DATE}`;
        switch (standing.kind) {
            case "not-stated":
                verdict.unknown(client, {
                    message: "The client console's build is not in the export.",
                    missing: "console",
                });
                return;
            case "perhaps-v8":
                verdict.unknown(client, {
                    message: `The server is v8 and the console's own release is not stated, so ${table} cannot tell its build.`,
                    missing: "console",
                });
                return;
            case "v8":
                verdict.notApplicable(client, `The client console is of release "${client.releaseName}", and the build numbers of v8 are not public.`);
                return;
            case "newer":
                verdict.notApplicable(client, `Client console build ${standing.build} is newer than ${table}.`);
                return;
            case "listed":
            case "unlisted":
                break;
        }
        if (standing.build >= NEWEST_AVAILABLE.build) {
            verdict.pass(client);
            return;
        }
        const isByRelease = standing.kind === "listed" && standing.field === "releaseName";
        const found = isByRelease ? `release ${standing.release.name}` : `build ${standing.build}`;
        verdict.fail(client, {
            message: `Client console ${found} is older than build ${NEWEST_AVAILABLE.build} (${NEWEST_AVAILABLE.name}), the newest that is generally available in ${table}: login with an Adobe ID asks for the latest console.`,
            at: [client, isByRelease ? "releaseName" : "buildNumber"],
            observed: found,
            expected: `build ${NEWEST_AVAILABLE.build} or newer`,
        });
    },
    examples: {
        fails: [
            {
                snapshot: `
          console: { buildNumber: 9394@28aaec9, releaseName: 7.4.3 }
        `,
                at: "9394@28aaec9",
            },
            {
                shows: "Every build of the release is older",
                snapshot: `
          console: { releaseName: 7.3.5 }
        `,
                at: "7.3.5",
            },
        ],
        passes: [
            {
                snapshot: `
          console: { buildNumber: "9400", releaseName: 7.4.4 }
        `,
            },
        ],
        unknown: [
            {
                shows: "A release that the version table does not know, and no build",
                snapshot: `
          console: { releaseName: 7.3.3.IMS }
        `,
            },
            {
                shows: "No console",
                snapshot: `
          server: { buildNumber: "9400" }
        `,
            },
        ],
        notApplicable: [
            {
                shows: "Newer than the version table",
                snapshot: `
          console: { buildNumber: "9412", releaseName: 7.4.5 }
        `,
            },
            {
                shows: "Build numbers of v8 are not public",
                snapshot: `
          console: { buildNumber: "9370", releaseName: 8.6.2 }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/prerequisites/console-version.js


/* harmony default export */ const console_version = (defineRule({
    id: "console-version",
    control: "1.3",
    level: "must",
    clauses: {
        "other-build": {
            level: "should",
            what: "The client console is of the server's very build, not only of its release",
        },
    },
    since: "0.1.0",
    subject: "console",
    title: "The client console is of the server's version",
    why: "People log in through the client console, which must be of the server's version and should be of its build.",
    remedy: "Install the client console of the server's build, and state its release and build again.",
    source: ["campaign-classic.en: installation/using/installing-the-client-console.md"],
    needs: ["console", "server"],
    check({ console: client, server }, verdict) {
        const [clientBuild, serverBuild] = [readBuild(client.buildNumber), readBuild(server.buildNumber)];
        const isSameBuild = clientBuild !== undefined && clientBuild === serverBuild;
        const releases = compareReleases(client, server, isSameBuild);
        switch (releases.are) {
            case "different":
                verdict.fail(client, {
                    message: `The client console is of release ${releases.client}, the server of ${releases.server}${releases.source}: the console must be of the server's version.`,
                    at: [client, releases.isByBuild ? "buildNumber" : "releaseName"],
                    observed: releases.client,
                    expected: releases.server,
                });
                return;
            case "unknown":
                verdict.unknown(client, {
                    message: `The export does not tell whether the client console and the server are of one release${releases.source}.`,
                    missing: stillMissing(client.releaseName, server.releaseName),
                });
                return;
            case "same":
                break;
        }
        if (isSameBuild) {
            verdict.pass(client);
        }
        else if (clientBuild === undefined || serverBuild === undefined) {
            verdict.unknown(client, {
                message: "The client console and the server are of one release; whether of one build, the export does not tell.",
                missing: stillMissing(clientBuild, serverBuild),
            });
        }
        else {
            verdict.fail(client, {
                clause: "other-build",
                message: `The client console is of build ${clientBuild}, the server of ${serverBuild}: it should be of the server's build.`,
                at: [client, "buildNumber"],
                observed: String(clientBuild),
                expected: String(serverBuild),
            });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { buildNumber: "9399", releaseName: 7.4.3 }
        `,
                at: "7.4.3",
            },
            {
                shows: "Builds that the version table knows tell their release",
                snapshot: `
          server: { buildNumber: 9400 }
          console: { buildNumber: 9399@28aaec9 }
        `,
                at: "9399@28aaec9",
            },
            {
                shows: "The same release, another build",
                clause: "other-build",
                snapshot: `
          server: { buildNumber: 9399@28aaec9, releaseName: 7.4.3 }
          console: { buildNumber: "9394", releaseName: 7.4.3 }
        `,
                at: '"9394"',
            },
        ],
        passes: [
            {
                snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { buildNumber: 9400@28aaec9, releaseName: 7.4.4 }
        `,
            },
            {
                shows: "Equal builds are enough",
                snapshot: `
          server: { buildNumber: "9395" }
          console: { buildNumber: "9395" }
        `,
            },
        ],
        unknown: [
            {
                shows: "The same release; the console's build is not stated",
                snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { releaseName: 7.4.4 }
        `,
            },
            {
                shows: "A build that the version table does not know, without its release",
                snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
          console: { buildNumber: "9395" }
        `,
            },
            {
                shows: "No console",
                snapshot: `
          server: { buildNumber: "9400", releaseName: 7.4.4 }
        `,
            },
        ],
    },
}));
function compareReleases(client, server, isSameBuild) {
    const [a, b] = [releaseOf(client, server), releaseOf(server, client)];
    // The build numbers of v8 are not public: one that equals a build of v7 does not make it v7.
    const isMixed = a !== undefined && b !== undefined && isV8(client) !== isV8(server);
    if (isSameBuild && !isMixed)
        return { are: "same" };
    const usesTable = [a, b].some((release) => release === undefined || release.isByBuild);
    const source = usesTable ? ` (releases by build: version table of ${VERSION_TABLE_DATE})` : "";
    if (!a || !b || isPartOf(a.name, b.name) || isPartOf(b.name, a.name))
        return { are: "unknown", source };
    if (a.name === b.name)
        return { are: "same" };
    return { are: "different", client: a.name, server: b.name, isByBuild: a.isByBuild, source };
}
/** The release as stated in full, else the one that the version table knows the build to be of. */
function releaseOf(product, beside) {
    const stated = readRelease(product.releaseName);
    if (stated !== undefined && (isV8(product) || stated.split(".").length > 2)) {
        return { name: stated, isByBuild: false };
    }
    const build = readBuild(product.buildNumber);
    // What runs beside v8 may be v8, whose builds the table does not know.
    const release = build === undefined || isV8(beside) ? undefined : releaseOfBuild(build);
    if (release)
        return { name: release.name, isByBuild: true };
    return stated === undefined ? undefined : { name: stated, isByBuild: false };
}
/** Whether `7.3` or `7.3.3` may be meant by, or patched to, `7.3.3` or `7.3.3.ims`. */
function isPartOf(short, long) {
    return long.startsWith(`${short}.`);
}
function stillMissing(client, server) {
    const missing = [];
    if (client === undefined)
        missing.push("console");
    if (server === undefined)
        missing.push("server");
    return missing.length > 0 ? missing : ["console", "server"];
}

;// CONCATENATED MODULE: ./build/rules/prerequisites/organization-known.js

/* harmony default export */ const organization_known = (defineRule({
    id: "organization-known",
    control: "1.1",
    level: "must",
    since: "0.1.0",
    subject: "organization",
    title: "The Experience Cloud organization is known",
    why: "People log in as members of one organization: without its ID nobody can tell whether Campaign asks the right one.",
    remedy: "State the organization's id (24 characters and @AdobeOrg) and its name, as the Experience Cloud profile or the Admin Console shows them.",
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "core-services.en: help/interface/administration/organizations.md",
    ],
    needs: ["organization"],
    check({ organization }, verdict) {
        const fields = [
            { field: "id", words: "ID", value: organization.id },
            { field: "name", words: "name", value: organization.name },
        ];
        const empty = fields.filter(({ value }) => value?.trim() === "");
        for (const { field, words, value } of empty) {
            verdict.fail(organization, {
                message: `The organization's ${words} is empty: nobody can tell whose people log in here.`,
                at: [organization, field],
                observed: value,
            });
        }
        if (empty.length > 0)
            return;
        const absent = fields.filter(({ value }) => value === undefined).map(({ words }) => words);
        if (absent.length > 0) {
            verdict.unknown(organization, {
                message: `The organization's ${absent.join(" and ")} ${absent.length > 1 ? "are" : "is"} not in the export.`,
                missing: "organization",
            });
        }
        else {
            verdict.pass(organization);
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          organization: { id: "", name: Acme }
        `,
                at: '""',
            },
            {
                shows: "A blank name is none, whether the id is there or not",
                snapshot: `
          organization: { name: "  " }
        `,
                at: '"  "',
            },
        ],
        passes: [
            {
                snapshot: `
          organization: { id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg, name: Acme }
        `,
            },
        ],
        unknown: [
            {
                snapshot: `
          organization: { name: Acme }
        `,
            },
            {
                shows: "A section with the users alone does not name the organization",
                snapshot: `
          organization:
            users: [ { email: jane@acme.example } ]
        `,
            },
            {
                shows: "No organization at all",
                snapshot: `
          extAccounts: []
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/prerequisites/server-build-supported.js


/* harmony default export */ const server_build_supported = (defineRule({
    id: "server-build-supported",
    control: "1.5",
    level: "should",
    since: "0.1.0",
    subject: "server",
    title: "The server's build is not deprecated",
    why: "Deprecated builds get no fixes any more and must be upgraded.",
    remedy: `Upgrade the server to build ${NEWEST_AVAILABLE.build} (${NEWEST_AVAILABLE.name}) or newer, and the client consoles with it.`,
    source: ["campaign-classic.en: rn/using/rn-overview.md"],
    needs: ["server"],
    check({ instance, server }, verdict) {
        const standing = standingOf(server, instance.console);
        const table = `the version table of ${VERSION_TABLE_DATE}`;
        switch (standing.kind) {
            case "not-stated":
                verdict.unknown(server, { message: "The server's build is not in the export.", missing: "server" });
                return;
            case "perhaps-v8":
                verdict.unknown(server, {
                    message: `The client console is v8 and the server's own release is not stated, so ${table} cannot tell its build.`,
                    missing: "server",
                });
                return;
            case "v8":
                verdict.notApplicable(server, `The server is of release "${server.releaseName}", and the build numbers of v8 are not public.`);
                return;
            case "newer":
                verdict.notApplicable(server, `Server build ${standing.build} is newer than ${table}.`);
                return;
            case "unlisted":
                verdict.unknown(server, { message: `Server build ${standing.build} is not in ${table}.` });
                return;
            case "listed":
                break;
        }
        const { release, field } = standing;
        const found = field === "buildNumber" ? `build ${standing.build} (${release.name})` : `release ${release.name}`;
        switch (release.status) {
            case "Deprecated":
                verdict.fail(server, {
                    message: `Server ${found} is deprecated, says ${table}: Adobe does not fix it any more.`,
                    at: [server, field],
                    observed: found,
                    expected: `build ${NEWEST_AVAILABLE.build} or newer`,
                });
                return;
            case "General Availability":
                verdict.pass(server);
                return;
            case undefined:
                verdict.unknown(server, {
                    message: `Of server ${found}, ${table} knows no status: the release notes print none.`,
                });
        }
    },
    examples: {
        fails: [
            {
                snapshot: `
          server: { buildNumber: 9394@28aaec9, releaseName: 7.4.3 }
        `,
                at: "9394@28aaec9",
            },
            {
                shows: "The release alone",
                snapshot: `
          server: { releaseName: 7.3.5 }
        `,
                at: "7.3.5",
            },
        ],
        passes: [
            {
                snapshot: `
          server: { buildNumber: 9400 }
        `,
            },
        ],
        unknown: [
            {
                shows: "The release notes print no status",
                snapshot: `
          server: { buildNumber: "9349" }
        `,
            },
            {
                shows: "A build that the version table leaves out, whatever its release: it may be a patch",
                snapshot: `
          server: { buildNumber: "9360", releaseName: 7.3.3 }
        `,
            },
            {
                shows: "No build and no release",
                snapshot: `
          server: { buildNumber: "" }
        `,
            },
        ],
        notApplicable: [
            {
                shows: "Newer than the version table",
                snapshot: `
          server: { buildNumber: "9412" }
        `,
            },
            {
                shows: "Build numbers of v8 are not public",
                snapshot: `
          server: { buildNumber: "9370", releaseName: 8.6.2 }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/prerequisites/users-in-organization.js

/* harmony default export */ const users_in_organization = (defineRule({
    id: "users-in-organization",
    control: "1.2",
    level: "must",
    since: "0.1.0",
    subject: "organization",
    title: "The organization has users",
    why: "Only people who are users of the Experience Cloud organization can log in with their Adobe ID.",
    remedy: "Add the people to the organization in the Admin Console, then export its users again.",
    source: ["campaign-classic.en: integrations/using/configuring-ims.md"],
    needs: ["organization", "users"],
    check({ organization, users }, verdict) {
        if (users.records.length > 0) {
            verdict.pass(organization);
        }
        else if (users.complete === "yes") {
            verdict.fail(organization, {
                message: "The organization has no users: nobody can log in with an Adobe ID.",
                at: [users],
                observed: "no users",
            });
        }
        else {
            verdict.unknown(organization, {
                message: "The export lists no users of the organization, and the list may not be complete.",
                at: [users],
                missing: ["users", "completeness"],
            });
        }
    },
    examples: {
        fails: [
            {
                shows: "An empty list is evidence",
                snapshot: `
          organization: { name: Acme, users: [] }
        `,
                at: "[]",
            },
        ],
        passes: [
            {
                snapshot: `
          organization:
            users: [ { email: jane@acme.example } ]
        `,
            },
            {
                shows: "One user of an incomplete list is enough",
                snapshot: `
          organization:
            users: [ { email: jane@acme.example } ]
          complete: { users: no }
        `,
            },
        ],
        unknown: [
            {
                shows: "A list that may not be complete proves no lack",
                snapshot: `
          organization: { name: Acme, users: [] }
          complete: { users: unknown }
        `,
            },
            {
                shows: "No list",
                snapshot: `
          organization: { name: Acme }
        `,
            },
        ],
    },
}));

;// CONCATENATED MODULE: ./build/rules/prerequisites/users-without-profile.js


/* harmony default export */ const users_without_profile = (defineRule({
    id: "users-without-profile",
    control: "1.6",
    level: "info",
    since: "0.1.0",
    subject: "organization",
    title: "The people who use Campaign hold a product profile that maps to an operator group",
    why: "Without such a profile a person has no right in Campaign and cannot log in with an Adobe ID.",
    remedy: "Give the person a product profile of Campaign in the Admin Console, then export the users again.",
    source: [
        "campaign-classic.en: integrations/using/configuring-ims.md",
        "campaign-classic.en: integrations/using/ims-troubleshooting.md",
    ],
    needs: ["organization", "users", "imsAccounts", "linkage"],
    check({ organization, users, imsAccounts, linkage, expect }, verdict) {
        const known = { organization, users, linkage, account: imsAccounts[0] };
        if (!expect.users) {
            countUnlinked(known, verdict);
            return;
        }
        const people = new Map(expect.users.map((person) => [person.trim().toLowerCase(), person.trim()]));
        people.delete("");
        if (people.size === 0)
            verdict.notApplicable(organization, "«expect.users» of the config lists nobody.");
        for (const person of people.values())
            judgePerson(person, known, verdict);
    },
    examples: {
        fails: [
            {
                shows: "A listed person is no user of the organization",
                snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
                config: `
          instances: { acme_prod: { expect: { users: [jane@acme.example, joe@acme.example] } } }
        `,
                at: "users",
            },
            {
                shows: "A listed person holds no profile that maps",
                snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: Joe@acme.example, groups: [] } ]
        `,
                config: `
          instances: { acme_prod: { expect: { users: [joe@acme.example] } } }
        `,
                at: "[]",
            },
        ],
        passes: [
            {
                shows: "E-mails compare without case",
                snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users: [ { email: Jane@acme.example, groups: ["Campaign - acme - delivery"] } ]
        `,
                config: `
          instances: { acme_prod: { expect: { users: [jane@acme.example] } } }
        `,
            },
            {
                shows: "Nobody is listed, and every user holds a profile that maps",
                snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery"] }
              - { email: api@acme.example, groups: ["Campaign - acme - messagecenter"] }
        `,
            },
        ],
        unknown: [
            {
                shows: "A person who is not in an incomplete list may still be a user",
                snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          organization: { users: [] }
          complete: { users: unknown }
        `,
                config: `
          instances: { acme_prod: { expect: { users: [joe@acme.example] } } }
        `,
            },
            {
                shows: "The listing leaves out what is held through user groups",
                snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          organization:
            directOnly: true
            users: [ { email: joe@acme.example, groups: [] } ]
        `,
                config: `
          instances: { acme_prod: { expect: { users: [joe@acme.example] } } }
        `,
            },
        ],
        notApplicable: [
            {
                snapshot: `
          instance: { name: acme_prod }
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          organization:
            users: [ { email: jane@acme.example, groups: [] } ]
        `,
                config: `
          instances: { acme_prod: { expect: { users: [] } } }
        `,
            },
        ],
        review: [
            {
                shows: "Nobody is listed: the users without a profile are counted",
                snapshot: `
          extAccounts: [ { name: Adobe_Experience_Cloud, imsRightsMask: "Campaign - acme - (.*)" } ]
          groups: [ { name: delivery } ]
          organization:
            users:
              - { email: jane@acme.example, groups: ["Campaign - acme - delivery"] }
              - { email: joe@acme.example, groups: [] }
        `,
            },
        ],
    },
}));
function accessOf(reach) {
    if (reach === "group")
        return "yes";
    return reach === "nothing" ? "no" : "unknown";
}
function judgePerson(person, known, verdict) {
    const { organization, linkage } = known;
    const property = person.toLowerCase();
    const theirs = linkage.usersOf({ ...NO_OPERATOR, email: person });
    const [first] = theirs;
    if (!first) {
        judgeStranger(person, known, verdict);
        return;
    }
    const held = theirs.map((user) => linkage.holdings(user));
    const at = [first, "groups"];
    const open = held.find(({ reach }) => accessOf(reach) === "unknown");
    if (held.some(({ reach }) => reach === "group")) {
        verdict.pass(organization);
    }
    else if (open) {
        const { why, ...detail } = whyOpen(open);
        const message = `Whether "${person}" holds a product profile that maps to an operator group is not known: ${why}.`;
        verdict.unknown(organization, { ...detail, message, at, property });
    }
    else {
        const deadEnd = held.flatMap(({ matched }) => matched ?? [])[0];
        verdict.fail(organization, {
            message: deadEnd
                ? `"${person}" holds "${deadEnd.name}", which maps to no operator group: this person cannot log in.`
                : `"${person}" holds no product profile that the association mask matches: this person cannot log in.`,
            at,
            property,
            causedBy: users_without_profile_causeOf(deadEnd, known),
        });
    }
}
const NO_OPERATOR = {
    name: undefined,
    label: undefined,
    authenticationType: undefined,
    securityZone: undefined,
    groups: undefined,
    rights: undefined,
};
/** A profile without its group, or a mask that matches no profile, has findings of its own. */
function users_without_profile_causeOf(deadEnd, { linkage, account }) {
    if (deadEnd)
        return { rule: "profile-has-group", subject: deadEnd };
    return account && (0,model_linkage/* matchesNothing */.RF)(linkage) ? { rule: "mask-matches", subject: account } : undefined;
}
function judgeStranger(person, { organization, users }, verdict) {
    const message = `"${person}", who must be able to log in, is not among the organization's users`;
    const at = [users];
    const property = person.toLowerCase();
    const total = users.records.length;
    if (users.complete === "yes") {
        verdict.fail(organization, {
            message: `${message}, of whom the export lists ${total}.`,
            remedy: "Add the person to the organization in the Admin Console, then export the users again.",
            at,
            property,
            causedBy: total === 0 ? { rule: "users-in-organization", subject: organization } : undefined,
        });
    }
    else {
        verdict.unknown(organization, {
            message: `${message} in the export, and the list may not be complete.`,
            missing: ["users", "completeness"],
            at,
            property,
        });
    }
}
/** Why it is not known where somebody gets. */
function whyOpen({ reach, matched = [], nearMisses, }) {
    if (reach === "groups-unknown") {
        const open = matched.find(({ leads }) => leads === "unknown");
        return {
            why: `operator group "${open?.captured}" is not in the export, and not all groups may be`,
            missing: ["groups", "completeness"],
        };
    }
    if (reach !== "likeness-unknown") {
        return {
            why: "the export does not tell all the profiles that this person holds",
            missing: "userProfiles",
        };
    }
    const like = matched.find(({ mayLead }) => mayLead) ?? nearMisses.find(({ mayLead }) => mayLead);
    return {
        why: `"${like?.name}" would map if Campaign ignored letter case and white space, which is not public`,
        because: like && {
            rule: like.captured === undefined ? "profile-near-miss" : "profile-has-group",
            subject: like,
        },
    };
}
/** Without a list of people, somebody has to tell who of the organization works with Campaign. */
function countUnlinked({ organization, users, linkage }, verdict) {
    const total = users.records.length;
    const at = [users];
    const count = { yes: 0, no: 0, unknown: 0 };
    for (const user of users.records)
        count[accessOf(linkage.holdings(user).reach)] += 1;
    if (total === 0) {
        verdict.unknown(organization, {
            message: "The export lists no users of the organization.",
            at,
            because: { rule: "users-in-organization", subject: organization },
        });
    }
    else if (count.no > 0) {
        const open = count.unknown > 0 ? `, and of ${count.unknown} more the export does not tell whether they do` : "";
        verdict.review(organization, {
            message: `${count.no} of ${total} users hold no product profile that maps to an operator group${open}: they cannot log in to Campaign. State under «expect.users» of the config who must be able to.`,
            at,
            observed: `${count.no} of ${total} users`,
        });
    }
    else if (count.unknown > 0) {
        verdict.unknown(organization, {
            message: `Of ${count.unknown} of ${total} users the export does not tell whether they hold a product profile that maps to an operator group.`,
            at,
            missing: ["userProfiles", "groups"],
        });
    }
    else if (users.complete !== "yes") {
        verdict.unknown(organization, {
            message: "The users in the export hold a product profile that maps, but the list may not be complete.",
            at,
            missing: ["users", "completeness"],
        });
    }
    else {
        verdict.pass(organization);
    }
}

;// CONCATENATED MODULE: ./build/rules/prerequisites/index.js






/** Area 1, prerequisites, in the order of control numbers. */
const prerequisitesRules = [
    organization_known,
    users_in_organization,
    console_version,
    console_latest,
    server_build_supported,
    users_without_profile,
];

;// CONCATENATED MODULE: ./build/rules/index.js






/** Every rule, in the order of its control number. */
const rules = [
    ...prerequisitesRules,
    ...packageRules,
    ...accountRules,
    ...maskRules,
    ...linkageRules,
    ...exportRules,
];


/***/ }),

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

/***/ 4767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PA: () => (/* binding */ LEVEL_OF),
/* harmony export */   d6: () => (/* binding */ areaOf),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   tT: () => (/* binding */ decidePolicy)
/* harmony export */ });
const LEVEL_OF = { must: "error", should: "warning", info: "note" };
/** The areas of the catalogue that each preset checks. */
const AREAS = {
    recommended: ["1", "2", "3", "4", "5", "8", "9"],
    migration: ["1", "2", "3", "4", "5", "6", "8", "9"],
    hardening: ["1", "2", "3", "4", "5", "7", "8", "9"],
    all: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
};
/** Decides what is in force. */
function decidePolicy(rules, config, overrides) {
    const stated = config.preset === undefined ? [] : [config.preset].flat();
    const fromLine = overrides.presets ?? [];
    const presets = fromLine.length > 0 ? fromLine : stated.length > 0 ? stated : ["recommended"];
    const areas = new Set(presets.flatMap((preset) => AREAS[preset]));
    const presetOrigin = `preset ${presets.join(", ")}`;
    const settings = rules.map((rule) => {
        const { level, origin } = ruleLevel(rule, { areas, presetOrigin, config, overrides });
        const clauses = {};
        for (const name of Object.keys(rule.clauses ?? {})) {
            clauses[name] = clauseLevel(rule, name, config, overrides);
        }
        return { rule, level, origin, clauses, options: optionsOf(rule, config.rules?.[rule.id]) };
    });
    const byRule = new Map(settings.map((setting) => [setting.rule, setting]));
    return {
        settings,
        rules: settings.filter((setting) => setting.level !== "off").map((setting) => setting.rule),
        levelOf(rule, clause) {
            const setting = byRule.get(rule);
            const level = clause === null ? setting?.level : setting?.clauses[clause]?.level;
            return level === undefined || level === "off" ? null : level;
        },
        optionsOf: (rule) => byRule.get(rule)?.options ?? {},
    };
}
function ruleLevel(rule, sources) {
    const { config, overrides } = sources;
    const usual = LEVEL_OF[rule.level];
    const stated = levelIn(config.rules?.[rule.id]);
    const fromLine = overrides.levels?.get(rule.id);
    if (rule.isProtected) {
        const level = [fromLine, stated].find((wanted) => wanted !== undefined && isAbove(wanted, usual));
        return { level: level ?? usual, origin: "always runs" };
    }
    if (overrides.only && overrides.only.length > 0 && !overrides.only.some((item) => selects(item, rule))) {
        return { level: "off", origin: "--only" };
    }
    if (fromLine)
        return { level: fromLine, origin: "--rule" };
    if (stated)
        return { level: stated, origin: "config" };
    const isSelected = overrides.only && overrides.only.length > 0;
    if (!isSelected && !sources.areas.has(areaOf(rule)))
        return { level: "off", origin: sources.presetOrigin };
    return { level: usual, origin: isSelected ? "--only" : sources.presetOrigin };
}
function clauseLevel(rule, name, config, overrides) {
    const key = `${rule.id}/${name}`;
    const usual = LEVEL_OF[rule.clauses?.[name]?.level ?? rule.level];
    const fromLine = overrides.levels?.get(key);
    const stated = levelIn(config.rules?.[key]);
    const wanted = fromLine ?? stated;
    if (rule.isProtected && !(wanted && isAbove(wanted, usual)))
        return { level: usual, origin: "always runs" };
    if (wanted)
        return { level: wanted, origin: fromLine ? "--rule" : "config" };
    return { level: usual, origin: "rule" };
}
/** The area of a rule: the first figure of its control number. */
function areaOf(rule) {
    return rule.control.split(".")[0] ?? "";
}
/** Whether `item` (id, control number or area) means a rule. */
function selects(item, rule) {
    const wanted = item.replace(/^IMS-/i, "");
    return wanted === rule.id || wanted === rule.control || wanted === areaOf(rule);
}
const ORDER = ["off", "note", "warning", "error"];
function isAbove(level, other) {
    return ORDER.indexOf(level) > ORDER.indexOf(other);
}
function levelIn(setting) {
    return typeof setting === "object" ? setting.level : setting;
}
function optionsOf(rule, setting) {
    const options = {};
    for (const [name, option] of Object.entries(rule.options ?? {})) {
        const stated = typeof setting === "object" ? setting[name] : undefined;
        options[name] = typeof stated === "number" ? stated : option.default;
    }
    return options;
}


/***/ }),

/***/ 1249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bS: () => (/* binding */ IMS_ACCOUNT_NAMES),
/* harmony export */   pe: () => (/* binding */ imsAccountsOf),
/* harmony export */   vi: () => (/* binding */ accountName)
/* harmony export */ });
/** Internal names of the IMS account: the docs give the first, Adobe's screenshots the second. */
const IMS_ACCOUNT_NAMES = ["Adobe_Marketing_Cloud", "Adobe_Experience_Cloud"];
/**
 * The IMS accounts among the external accounts: known by name, or by a field that only this type fills. The number of
 * their type is not public.
 */
function imsAccountsOf(instance) {
    return (instance.extAccounts?.records ?? []).filter(isImsAccount);
}
function isImsAccount(account) {
    const names = IMS_ACCOUNT_NAMES;
    return ((account.name !== undefined && names.includes(account.name)) ||
        Boolean(account.imsServer) ||
        Boolean(account.imsOrgId) ||
        Boolean(account.imsRightsMask));
}
/** How people call an account: its internal name, else its label. */
function accountName(account) {
    return account.name || account.label || "IMS external account";
}


/***/ }),

/***/ 1894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _0: () => (/* binding */ readCount),
/* harmony export */   fG: () => (/* binding */ readFlag),
/* harmony export */   h2: () => (/* binding */ readDate),
/* harmony export */   n5: () => (/* binding */ readSecret),
/* harmony export */   nV: () => (/* binding */ NOT_OF_KIND),
/* harmony export */   yR: () => (/* binding */ readText),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/**
 * The kinds of scalar that Campaign's exports hold, each read in every form in which it is met. The zod schemas and
 * the fast check share these functions, so both read the same value alike.
 */
const NOT_OF_KIND = Symbol("not of this kind");
/** Text as written; typed values of JSON become their text. */
function readText(value) {
    if (typeof value === "string")
        return value;
    if (typeof value === "number" || typeof value === "boolean")
        return String(value);
    return NOT_OF_KIND;
}
/**
 * Yes or no: `true`/`false` or `"1"`/`"0"`, typed or as text; one record can hold both (acc-js-sdk, test/mock.js). An
 * empty attribute is false.
 */
function readFlag(value) {
    if (typeof value === "boolean")
        return value;
    if (value === 1)
        return true;
    if (value === 0)
        return false;
    if (typeof value !== "string")
        return NOT_OF_KIND;
    switch (value.trim().toLowerCase()) {
        case "true":
        case "1":
            return true;
        case "false":
        case "0":
        case "":
            return false;
        default:
            return NOT_OF_KIND;
    }
}
/** A whole number from 0, typed or as digits. */
function readCount(value) {
    if (typeof value === "string" && /^\d{1,9}$/.test(value))
        return Number(value);
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1e9)
        return value;
    return NOT_OF_KIND;
}
/** A date with or without a time, ISO 8601 or as Campaign writes it (`2026-05-14 17:35:38.256Z`); without zone UTC. */
function readDate(value) {
    if (value instanceof Date)
        return value;
    if (typeof value !== "string")
        return NOT_OF_KIND;
    const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(value.trim());
    if (!parts)
        return NOT_OF_KIND;
    const [, year, month, day, hour = "00", minute = "00", second = "00", fraction = "", zone = "Z"] = parts;
    const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
    const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offset}`);
    const exists = !Number.isNaN(date.getTime()) &&
        new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
    return exists ? date : NOT_OF_KIND;
}
/**
 * A secret after reading: its text is gone.
 *
 * - `clear`, `encrypted`: the file held its text, in clear or in Campaign's encrypted form (`@…=`)
 * - `stated`: the file only says that there is one
 * - `masked`: the file held asterisks in its place
 * - `empty`: the file says that there is none
 */
class Secret {
    form;
    constructor(form) {
        this.form = form;
    }
    /** Whether Campaign has a value. */
    get present() {
        return this.form !== "empty";
    }
    /** Whether the file gives the value away. */
    get exposed() {
        return this.form === "clear" || this.form === "encrypted";
    }
    toString() {
        return "(secret)";
    }
    toJSON() {
        return "(secret)";
    }
}
/** Reads a secret and drops its text. `{ present, encrypted }` is the form that snapshots should hold. */
function readSecret(value) {
    if (value instanceof Secret)
        return value;
    if (typeof value === "number" || typeof value === "boolean")
        return new Secret("clear");
    if (typeof value === "string") {
        if (value === "")
            return new Secret("empty");
        if (/^[*•●]+$/.test(value))
            return new Secret("masked");
        return new Secret(/^@\S+=$/.test(value) ? "encrypted" : "clear");
    }
    if (typeof value !== "object" || value === null || Array.isArray(value))
        return NOT_OF_KIND;
    const present = readFlag(value.present);
    if (present === NOT_OF_KIND)
        return NOT_OF_KIND;
    return new Secret(present ? "stated" : "empty");
}


/***/ }),

/***/ 2898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   Zr: () => (/* binding */ PERHAPS_IGNORED),
/* harmony export */   dz: () => (/* binding */ DIFFERENCES),
/* harmony export */   jE: () => (/* binding */ mayBeIgnored),
/* harmony export */   jr: () => (/* binding */ DASH),
/* harmony export */   t6: () => (/* binding */ SPACE),
/* harmony export */   tS: () => (/* binding */ differencesInWords)
/* harmony export */ });
/* unused harmony export differencesOf */
/** Comparing names that people took for the same. */
const DIFFERENCES = ["letter case", "white space", "the kind of dash"];
/**
 * What Campaign may well ignore when it compares names: whether it does is not public. That it takes one character for
 * another, as with dashes, nothing suggests.
 */
const PERHAPS_IGNORED = ["letter case", "white space"];
/** One character of white space, the invisible ones and marks of direction too. */
const SPACE = /^[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/;
/** One dash of any kind. */
const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;
const ALL_SPACE = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;
const ALL_DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** The name with the differences taken out: without white space, in lower case, every dash a hyphen. */
function fold(name, differences) {
    let folded = name;
    if (differences.includes("white space"))
        folded = folded.replace(ALL_SPACE, "");
    if (differences.includes("the kind of dash"))
        folded = folded.replace(ALL_DASHES, "-");
    if (differences.includes("letter case"))
        folded = folded.toLowerCase();
    return folded;
}
/** In what two names differ; undefined where they differ in anything else too. */
function differencesOf(a, b) {
    if (fold(a, DIFFERENCES) !== fold(b, DIFFERENCES))
        return undefined;
    return DIFFERENCES.filter((difference) => {
        const others = DIFFERENCES.filter((other) => other !== difference);
        return fold(a, others) !== fold(b, others);
    });
}
/** «letter case», «letter case and white space». */
function differencesInWords(differences) {
    return differences.length > 1
        ? `${differences.slice(0, -1).join(", ")} and ${differences.at(-1)}`
        : (differences[0] ?? "nothing");
}
/** Whether Campaign may ignore all of these differences. */
function mayBeIgnored(differences) {
    return differences.every((difference) => PERHAPS_IGNORED.includes(difference));
}


/***/ }),

/***/ 4667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ profileNames),
/* harmony export */   RF: () => (/* binding */ matchesNothing),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* unused harmony export differencesToGroup */
/* harmony import */ var _likeness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2898);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5213);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8533);



const seenProfiles = new WeakMap();
/** The product profiles that an instance's organization is known to have; undefined where nothing tells. */
function profileNames(instance) {
    let known = seenProfiles.get(instance);
    if (!known) {
        known = { seen: seeProfiles(instance) };
        seenProfiles.set(instance, known);
    }
    return known.seen;
}
function seeProfiles({ organization }) {
    const listed = organization?.groups;
    const names = new Map();
    const others = new Set();
    for (const group of listed?.records ?? []) {
        if (group.groupName === undefined)
            continue;
        const kind = kindOf(group);
        if (kind === "profile" || kind === "perhaps-profile")
            names.set(group.groupName, [group, "groupName"]);
        else
            others.add(group.groupName);
    }
    let seesHoldings = false;
    for (const user of organization?.users?.records ?? []) {
        if (!user.groups)
            continue;
        seesHoldings = true;
        for (const [index, name] of user.groups.entries()) {
            if (name === undefined || names.has(name) || others.has(name) || isAdministrative(name))
                continue;
            names.set(name, [user, "groups", index]);
        }
    }
    if (!listed && !seesHoldings)
        return undefined;
    return { names, complete: listed?.complete ?? "unknown" };
}
/** What a record among the organization's groups is; the listing leaves the type out at times (UMAPI docs/en/api). */
function kindOf({ type = "", productName, groupName = "" }) {
    switch (type.trim().toUpperCase()) {
        case "PRODUCT_PROFILE":
            return "profile";
        case "USER_GROUP":
            return "user-group";
        case "":
            if (isAdministrative(groupName))
                return "other";
            return productName ? "profile" : "perhaps-profile";
        default:
            return "other";
    }
}
/** Names of administrative groups: `_org_admin`, `_product_admin_…`, `_admin_…`, `_developer_…` (UMAPI docs/en/api). */
function isAdministrative(name) {
    return name.startsWith("_") && /^_(?:[a-z]+_)*(?:admin|developer)(?:_|$)/i.test(name);
}
/** Works the linkage of an instance out. */
function link(instance, mask) {
    const groups = indexGroups(instance.groups);
    const seen = profileNames(instance);
    const profiles = [...(seen?.names ?? [])].map(([name, at]) => readProfile(name, at, mask, groups));
    const byName = new Map(profiles.map((profile) => [profile.name, profile]));
    const matched = profiles.filter((profile) => profile.captured !== undefined);
    const byGroup = new Map();
    for (const profile of matched) {
        if (!profile.group)
            continue;
        const known = byGroup.get(profile.group);
        if (known)
            known.push(profile);
        else
            byGroup.set(profile.group, [profile]);
    }
    const givesNoMore = namesWithoutMembers(instance);
    const holdings = new Map();
    return {
        mask,
        profiles,
        matched,
        profilesComplete: seen?.complete ?? "unknown",
        groupsComplete: groups.complete,
        byGroup,
        usersOf: (0,_people_js__WEBPACK_IMPORTED_MODULE_0__/* .usersOf */ .ev)(instance),
        holdings(user) {
            let known = holdings.get(user);
            if (!known) {
                known = readHoldings(user, byName, givesNoMore, instance.organization?.directOnly);
                holdings.set(user, known);
            }
            return known;
        },
    };
}
/**
 * Whether the mask is known to match no profile at all: what people then lack follows from it. Where a profile would
 * match if Campaign ignored letter case and white space, it is not known.
 */
function matchesNothing({ matched, profiles, profilesComplete }) {
    return (profilesComplete === "yes" &&
        matched.length === 0 &&
        !profiles.some(({ misses }) => misses && (0,_likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .mayBeIgnored */ .jE)(misses)));
}
function indexGroups(groups) {
    const exact = new Map();
    const perhapsSame = new Map();
    const alike = new Map();
    const add = (index, key, group) => {
        if (!index.has(key))
            index.set(key, group);
    };
    for (const group of groups?.records ?? []) {
        if (!group.name)
            continue;
        add(exact, group.name, group);
        add(perhapsSame, (0,_likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .fold */ .AU)(group.name, _likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .PERHAPS_IGNORED */ .Zr), group);
        add(alike, (0,_likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .fold */ .AU)(group.name, _likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .DIFFERENCES */ .dz), group);
    }
    return { complete: groups?.complete ?? "unknown", exact, perhapsSame, alike };
}
const MESSAGE_CENTER = "messagecenter";
function readProfile(name, at, mask, groups) {
    const captured = mask.capture(name);
    if (captured === undefined) {
        const near = mask.nearMiss(name);
        const similar = near && similarTo(near.captured, groups);
        return {
            name,
            [_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .STANDS_AT */ .W]: at,
            captured,
            misses: near?.differences,
            group: undefined,
            leads: "unmatched",
            similarGroup: similar?.group,
            mayLead: near !== undefined &&
                (0,_likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .mayBeIgnored */ .jE)(near.differences) &&
                (similar?.mayBeSame === true || groups.complete !== "yes"),
        };
    }
    const group = groups.exact.get(captured);
    const similar = group ? undefined : similarTo(captured, groups);
    return {
        name,
        [_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .STANDS_AT */ .W]: at,
        captured,
        misses: undefined,
        group,
        leads: group
            ? "to-group"
            : captured === MESSAGE_CENTER
                ? "to-messagecenter"
                : groups.complete === "yes"
                    ? "nowhere"
                    : "unknown",
        similarGroup: similar?.group,
        mayLead: similar?.mayBeSame === true,
    };
}
/** A group of a name like the captured one, and whether Campaign may take them for the same. */
function similarTo(captured, groups) {
    const key = (0,_likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .fold */ .AU)(captured, _likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .PERHAPS_IGNORED */ .Zr);
    const same = groups.perhapsSame.get(key);
    if (same || key === MESSAGE_CENTER)
        return { group: same, mayBeSame: true };
    const group = groups.alike.get((0,_likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .fold */ .AU)(captured, _likeness_js__WEBPACK_IMPORTED_MODULE_2__/* .DIFFERENCES */ .dz));
    return group && { group, mayBeSame: false };
}
/** In what a profile's captured name differs from that of the group like it. */
function differencesToGroup({ captured, similarGroup }) {
    return (captured !== undefined && similarGroup?.name && differencesOf(captured, similarGroup.name)) || [];
}
/** Names in users' cells that bring no further profiles: profiles and administrative groups, but no user groups. */
function namesWithoutMembers(instance) {
    const names = new Set();
    for (const group of instance.organization?.groups?.records ?? []) {
        if (group.groupName === undefined)
            continue;
        const kind = kindOf(group);
        if (kind === "profile" || kind === "other")
            names.add(group.groupName);
    }
    for (const group of instance.organization?.groups?.records ?? []) {
        if (group.groupName !== undefined && kindOf(group) === "user-group")
            names.delete(group.groupName);
    }
    return names;
}
const UNKNOWN_HOLDINGS = {
    matched: undefined,
    nearMisses: [],
    mayHoldMore: true,
    reach: "profiles-unknown",
};
function readHoldings({ groups }, byName, givesNoMore, directOnly) {
    if (!groups)
        return UNKNOWN_HOLDINGS;
    const matched = [];
    const nearMisses = [];
    let hasUnreadable = false;
    let hasPerhapsUserGroup = false;
    for (const [index, name] of groups.entries()) {
        if (name === undefined) {
            hasUnreadable = true;
            continue;
        }
        if (index > 0 && groups.indexOf(name) < index)
            continue;
        const profile = byName.get(name);
        if (profile?.captured !== undefined) {
            matched.push(profile);
            continue;
        }
        if (profile?.misses)
            nearMisses.push(profile);
        if (!givesNoMore.has(name) && !isAdministrative(name))
            hasPerhapsUserGroup = true;
    }
    const mayHoldMore = hasUnreadable || directOnly === true || (directOnly === undefined && hasPerhapsUserGroup);
    return { matched, nearMisses, mayHoldMore, reach: reachOf(matched, nearMisses, mayHoldMore) };
}
function reachOf(matched, nearMisses, mayHoldMore) {
    if (matched.some(({ leads }) => leads === "to-group" || leads === "to-messagecenter"))
        return "group";
    if (matched.some(({ leads }) => leads === "unknown"))
        return "groups-unknown";
    if (mayHoldMore)
        return "more-unknown";
    if (matched.some(({ mayLead }) => mayLead) || nearMisses.some(({ mayLead }) => mayLead)) {
        return "likeness-unknown";
    }
    return "nothing";
}


/***/ }),

/***/ 9171:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ matchesAnything),
  readMask: () => (/* binding */ readMask),
  I: () => (/* binding */ whyUnusable)
});

// EXTERNAL MODULE: ./build/src/model/likeness.js
var likeness = __webpack_require__(2898);
;// CONCATENATED MODULE: ./build/src/model/mask-syntax.js
/** The parts of a mask, and why it does not compile. */
const TOKENS = [
    [/\\Q[\s\S]*?(?:\\E|$)/y, "quote"],
    [/\\(?:[pP]\{[^}]*\}|x\{[^}]*\}|x[0-9A-Fa-f]{2}|[\s\S])/y, "escape"],
    [/\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y, "class"],
    [/\[\^\]|\[\]/y, "class"],
    [/\[[\s\S]*/y, "open-class"],
    // Of a group the whole opening, so that its «?», «*» or «+» is not taken for a repetition.
    [/\((?:\?(?:<[=!]|P?<[^>]*>|'[^']*'|[+*]|[a-zA-Z^-]*:|[=!>|])?)?/y, "open"],
    [/\)/y, "close"],
    [/(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/y, "repeat"],
    [/\|/y, "or"],
    [/[.^$\\]/y, "special"],
    [/[\s\S]/y, "literal"],
];
/** Takes a mask apart. The texts of the tokens, one after the other, are the mask. */
function tokensOf(mask) {
    const tokens = [];
    let at = 0;
    while (at < mask.length) {
        for (const [pattern, kind] of TOKENS) {
            pattern.lastIndex = at;
            const text = pattern.exec(mask)?.[0];
            if (!text)
                continue;
            tokens.push({ kind, at, text });
            at += text.length;
            break;
        }
    }
    return tokens;
}
/** The text with which every match of a mask begins, as far as it is plain. */
function literalStartOf(mask) {
    const tokens = tokensOf(mask);
    let depth = 0;
    for (const { kind } of tokens) {
        if (kind === "open")
            depth += 1;
        if (kind === "close")
            depth -= 1;
        if (kind === "or" && depth === 0)
            return "";
    }
    const first = tokens[0]?.text === "^" ? 1 : 0;
    const start = [];
    for (const token of tokens.slice(first)) {
        if (token.kind === "repeat")
            start.pop();
        const text = token.kind === "literal"
            ? token.text
            : token.kind === "escape" && /^\\\W$/.test(token.text)
                ? token.text.slice(1)
                : undefined;
        if (text === undefined)
            break;
        start.push(text);
    }
    return start.join("");
}
/** Explains why RE2 refuses a mask. What is not wrong in every dialect is only unsupported. */
function explain(mask, failure) {
    const tokens = tokensOf(mask);
    // Comments and free spacing hide what looks like structure.
    const isPlain = !/\(\?#|\(\?\^?[a-wyz]*x/.test(mask);
    return (isPlain ? brokenIn(tokens) : undefined) ?? foreignIn(tokens, failure);
}
/** What no dialect takes: nothing to repeat, a bracket or parenthesis without its other half, a range upside down. */
function brokenIn(tokens) {
    const invalid = (problem, at) => ({ state: "invalid", problem, at });
    const open = [];
    for (const [index, token] of tokens.entries()) {
        const { kind, at, text } = token;
        const before = tokens[index - 1];
        const after = tokens[index + 1];
        if (kind === "open")
            open.push(at);
        if (kind === "close" && open.pop() === undefined) {
            return invalid("closes a parenthesis that is not open", at);
        }
        if (kind === "repeat") {
            if (before?.text === "(" && text === "*") {
                if (after?.kind === "close") {
                    return invalid('holds "(*)", which repeats nothing: a known misprint of "(.*)"', before.at);
                }
                // (*VERB) is a control verb of PCRE.
                if (/^[A-Z]$/.test(after?.text ?? ""))
                    return undefined;
            }
            if (!before || before.kind === "open" || before.kind === "or") {
                return invalid(`has nothing before "${text}" that could be repeated`, at);
            }
            if (before.kind === "repeat" && !before.text.includes("{") && !text.includes("{")) {
                return invalid(`repeats a repetition with "${text}"`, at);
            }
            const [, least, most] = /^\{(\d+),(\d+)\}/.exec(text) ?? [];
            if (Number(least) > Number(most)) {
                return invalid(`repeats at least ${least} and at most ${most} times`, at);
            }
        }
        if (kind === "open-class")
            return invalid("opens a bracket that is not closed", at);
        if (kind === "special" && text === "\\")
            return invalid("ends in a lone backslash", at);
        if (kind === "class") {
            const range = upsideDown(text);
            if (range)
                return invalid(`holds the range "${range}", which runs backwards`, at + text.indexOf(range));
        }
    }
    const unclosed = open.at(-1);
    return unclosed === undefined ? undefined : invalid("opens a parenthesis that is not closed", unclosed);
}
/** A range of two plain letters or figures whose end comes before its start. */
function upsideDown(text) {
    // Only classes without escapes and nested ones: in those a hyphen may mean something else.
    if (!/^\[\^?[A-Za-z0-9 _-]+\]$/.test(text))
        return undefined;
    const inner = text.replace(/^\[\^?/, "").slice(0, -1);
    for (let at = 0; at + 2 < inner.length; at++) {
        if (inner[at + 1] !== "-")
            continue;
        const [from, to] = [inner.charAt(at), inner.charAt(at + 2)];
        if (/[A-Za-z0-9]/.test(from) && /[A-Za-z0-9]/.test(to) && from > to)
            return `${from}-${to}`;
        at += 2;
    }
    return undefined;
}
/** Constructs that other dialects know and RE2 does not; none of them is an error of the mask. */
const FOREIGN = [
    [/\(\?(?:\(|[+-]?\d|R|&|P>)/, "a condition or a recursion"],
    [/\(\?[=!]/, "a look-ahead"],
    [/\(\?<[=!]/, "a look-behind"],
    [/\(\?>/, "an atomic group"],
    [/(?:[*+?]|\{\d+(?:,\d*)?\})\+/, "a possessive repetition"],
    [/\\[1-9]|\\[kg](?:[<{']|\d)|\(\?P=/, "a back-reference"],
    [/\(\?#/, "a comment"],
    [/\(\?\|/, "a group that numbers its branches alike"],
    [/\(\*[A-Z]/, "a control verb"],
    [/\(\?\^?[a-zA-Z-]+[:)]/, "an option"],
];
function foreignIn(tokens, failure) {
    const mask = tokens.map(({ text }) => text).join("");
    const skeleton = tokens
        .map(({ kind, text }) => (kind === "class" || kind === "quote" ? "\0".repeat(text.length) : text))
        .join("");
    const reason = (what) => `holds ${what}, which ims-lint cannot evaluate`;
    if (/escape/.test(failure.error)) {
        const found = FOREIGN.find(([pattern]) => pattern.test(failure.fragment));
        return {
            state: "unsupported",
            reason: reason(found?.[1] ?? `the escape "${failure.fragment}"`),
            at: placeOf(failure.fragment, mask),
        };
    }
    if (/repeat count|too large|size/.test(failure.error)) {
        return {
            state: "unsupported",
            reason: "repeats more often than 1,000 times, which ims-lint cannot evaluate",
            at: placeOf(failure.fragment, mask),
        };
    }
    for (const [pattern, what] of FOREIGN) {
        const at = pattern.exec(skeleton)?.index;
        if (at !== undefined)
            return { state: "unsupported", reason: reason(what), at };
    }
    return {
        state: "unsupported",
        reason: reason(failure.fragment ? `"${failure.fragment}"` : "a construct"),
        at: placeOf(failure.fragment, mask),
    };
}
/** Where the fragment that RE2 names stands, if that is plain. */
function placeOf(fragment, mask) {
    const at = fragment === "" ? -1 : mask.indexOf(fragment);
    return at < 0 || mask.includes(fragment, at + 1) ? undefined : at;
}

;// CONCATENATED MODULE: ./build/src/model/mask.js


/** Longer than any mask that means something, and short enough to compile in no time. */
const MAX_LENGTH = 1_000;
/** Reads a mask on the given engine. */
function readMask(mask, engine) {
    if (mask === undefined)
        return { state: "absent" };
    if (mask === "")
        return { state: "empty" };
    if (mask.length > MAX_LENGTH) {
        return {
            state: "unsupported",
            reason: "is longer than 1,000 characters, which ims-lint does not evaluate",
            at: undefined,
        };
    }
    const compiled = compile(mask, engine, []);
    return "error" in compiled ? explain(mask, compiled) : usable(mask, engine, compiled);
}
/** What a rule says, in place of its own verdict, of a mask that cannot be used: the rule about that stands behind. */
function whyUnusable(account, mask) {
    const blocked = (rule, message) => ({
        message,
        at: [account, "imsRightsMask"],
        because: { rule, subject: account },
    });
    switch (mask.state) {
        case "absent":
            return blocked("mask-present", "The association mask is not in the export.");
        case "empty":
            return blocked("mask-present", "Association mask is empty.");
        case "invalid":
            return blocked("mask-syntax", `Association mask "${account.imsRightsMask}" is no regular expression.`);
        case "unsupported":
            return blocked("mask-syntax", `Association mask "${account.imsRightsMask}" ${mask.reason}.`);
    }
}
const METACHARACTER = /[\\^$.|?*+()[\]{}]/;
/** The mask with the given differences taken out; a prefix without an engine. */
function compile(mask, engine, differences) {
    if (METACHARACTER.test(mask)) {
        return engine.compile(differences.length > 0 ? loosen(mask, differences) : mask, {
            ignoreCase: differences.includes("letter case"),
        });
    }
    const start = (0,likeness/* fold */.AU)(mask, differences);
    return {
        groups: 0,
        size: 1,
        match: (text) => (text.startsWith(start) ? text.slice(start.length) : undefined),
    };
}
function usable(text, engine, compiled) {
    const loose = new Map();
    const captureWithout = (differences, name) => {
        if (!loose.has(differences)) {
            const made = compile(text, engine, differences);
            loose.set(differences, "error" in made ? undefined : made);
        }
        return loose.get(differences)?.match((0,likeness/* fold */.AU)(name, differences));
    };
    return {
        state: "usable",
        text,
        captures: compiled.groups,
        isPrefix: !METACHARACTER.test(text),
        literalStart: literalStartOf(text),
        capture: (name) => compiled.match(name),
        nearMiss(name) {
            if (captureWithout(likeness/* DIFFERENCES */.dz, name) === undefined)
                return undefined;
            for (const differences of SETS_OF_DIFFERENCES) {
                const captured = captureWithout(differences, name);
                if (captured !== undefined)
                    return { differences, captured };
            }
            return undefined;
        },
        cost: compiled.size * (compiled.groups + 1),
    };
}
/** Names of every script and sign that have nothing in common; what matches all of them matches any name. */
const PROBES = [
    "Zebra 9 quartz",
    "\u00e9t\u00e9 \u2013 _a(b), c.d",
    "ADOBE/analytics#prod-eu",
    "\u65e5\u672c\u8a9e\u306e\u540d\u524d \u2116 7",
];
/** Whether a mask matches any name, so that every product profile leads to a group. */
function matchesAnything(mask) {
    return PROBES.every((name) => mask.capture(name) !== undefined);
}
/** Every set of differences, the smallest first. */
const SETS_OF_DIFFERENCES = [
    ...likeness/* DIFFERENCES */.dz.map((difference) => [difference]),
    ...likeness/* DIFFERENCES */.dz.map((left) => likeness/* DIFFERENCES */.dz.filter((difference) => difference !== left)),
    likeness/* DIFFERENCES */.dz,
];
/** The mask for folded names: white space is gone with what repeats it, every dash is a hyphen. */
function loosen(mask, differences) {
    const dropsSpace = differences.includes("white space");
    const dropsDashes = differences.includes("the kind of dash");
    let result = "";
    let hasDropped = false;
    for (const token of tokensOf(mask)) {
        if (dropsSpace && (isSpace(token) || (hasDropped && token.kind === "repeat"))) {
            hasDropped = true;
            continue;
        }
        hasDropped = false;
        result += loosenToken(token, dropsSpace, dropsDashes);
    }
    return result;
}
function loosenToken({ kind, text }, dropsSpace, dropsDashes) {
    switch (kind) {
        case "literal":
            return dropsDashes && likeness/* DASH */.jr.test(text) ? "-" : text;
        case "quote":
            return (0,likeness/* fold */.AU)(text, [
                ...(dropsSpace ? ["white space"] : []),
                ...(dropsDashes ? ["the kind of dash"] : []),
            ]);
        case "class":
            return dropsDashes
                ? text.replace(/[\s\S]/g, (char) => (char !== "-" && likeness/* DASH */.jr.test(char) ? "\\-" : char))
                : text;
        default:
            return text;
    }
}
/** White space as a mask can hold it: itself, escaped, or a class of nothing else. */
function isSpace({ kind, text }) {
    switch (kind) {
        case "literal":
            return likeness/* SPACE */.t6.test(text);
        case "escape":
            return /^\\(?:[stnrfv]|x(?:20|a0|\{0*(?:20|a0)\}))$/i.test(text)
                ? text !== "\\S"
                : likeness/* SPACE */.t6.test(text.slice(1));
        case "class":
            return /^\[(?:\\[stnrfv]|\s)+\]$/.test(text);
        default:
            return false;
    }
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

/***/ 5327:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ OriginTable),
/* harmony export */   U: () => (/* binding */ NAME_FIELDS)
/* harmony export */ });
/** The fields by which a record is known to people, the best first. */
const NAME_FIELDS = ["name", "groupName", "email", "username", "label", "id"];
/**
 * Where the records of an instance stand. Nothing is kept per record: the few that are reported are looked up in
 * their lists.
 */
class OriginTable {
    start;
    #sections = new Map();
    #lists = new Map();
    #records = new Map();
    #indexed = false;
    constructor(documents) {
        const [first] = documents;
        this.start = { document: first, path: first?.path ?? "", routes: [] };
    }
    addSection(of, parts) {
        this.#sections.set(of, parts);
    }
    addList(listing, segments) {
        this.#lists.set(listing, segments);
        this.#indexed = false;
    }
    /** Lets `of` stand where `section` stands. */
    alias(of, section) {
        this.#sections.set(of, this.#sections.get(section) ?? []);
    }
    place(of, keys) {
        const parts = this.#sections.get(of);
        if (parts)
            return this.#sectionPlace(parts, keys);
        const [segment] = this.#lists.get(of) ?? [];
        if (segment)
            return place(segment.document, [segment.route]);
        this.#index();
        const found = this.#records.get(of);
        if (!found)
            return this.start;
        const route = [...found.segment.route, found.index];
        const names = NAME_FIELDS.filter((field) => valueAt(of, [field]) !== undefined).map((field) => [
            ...route,
            field,
        ]);
        const wanted = keys.length > 0 && valueAt(of, keys) !== undefined ? [[...route, ...keys]] : [];
        return place(found.segment.document, [...wanted, ...names, route]);
    }
    #sectionPlace(parts, keys) {
        const holder = parts.find((part) => keys.length > 0 && valueAt(part.value, keys) !== undefined);
        if (holder)
            return place(holder.document, [[...holder.route, ...keys]]);
        const [first] = parts;
        if (!first)
            return this.start;
        const names = NAME_FIELDS.filter((field) => valueAt(first.value, [field]) !== undefined);
        return place(first.document, [...names.map((field) => [...first.route, field]), first.route]);
    }
    #index() {
        if (this.#indexed)
            return;
        this.#indexed = true;
        for (const segments of this.#lists.values()) {
            for (const segment of segments) {
                segment.records.forEach((record, index) => {
                    if (record)
                        this.#records.set(record, { segment, index });
                });
            }
        }
    }
}
function place(document, routes) {
    return { document, path: document.path, routes };
}
function valueAt(of, keys) {
    let value = of;
    for (const key of keys) {
        if (typeof value !== "object" || value === null)
            return undefined;
        value = value[key];
    }
    return value;
}


/***/ }),

/***/ 5213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   ev: () => (/* binding */ usersOf)
/* harmony export */ });
/* unused harmony export isTechnicalAccount */
/** Who is who: operators in Campaign, users in the organization. */
/** Whether a login belongs to an Adobe technical account (ACC technotes/using/migrate-users-to-ims.md). */
function isTechnicalAccount(operator) {
    return isTechnicalAddress(operator.name) || isTechnicalAddress(operator.email);
}
function isTechnicalAddress(address) {
    return address !== undefined && /@techacct\.adobe\.com\s*$/i.test(address);
}
/**
 * Whether an operator logs in with an Adobe ID; undefined where no operator of the list says how.
 * The value of native login is not public, so everything but `ims` counts as native.
 */
function loginOf(operators) {
    const says = operators.records.some((operator) => operator.authenticationType !== undefined);
    return (operator) => says ? (operator.authenticationType?.trim().toLowerCase() === "ims" ? "ims" : "native") : undefined;
}
const lookups = new WeakMap();
const NOBODY = [];
/** Finds operators' users: by e-mail, else by login, else as username@domain; letter case does not count. */
function usersOf(instance) {
    const users = instance.organization?.users;
    if (!users)
        return () => NOBODY;
    let lookup = lookups.get(users);
    if (!lookup) {
        let index;
        lookup = (operator) => {
            index ??= indexUsers(users.records);
            return find(operator, index);
        };
        lookups.set(users, lookup);
    }
    return lookup;
}
function find(operator, { byEmail, byUsername, byAddress }) {
    const email = keyOf(operator.email);
    const login = keyOf(operator.name);
    return (byEmail.get(email) ??
        byEmail.get(login) ??
        byUsername.get(login) ??
        byUsername.get(email) ??
        byAddress.get(email) ??
        byAddress.get(login) ??
        NOBODY);
}
function keyOf(text) {
    return text?.trim().toLowerCase() ?? "";
}
function indexUsers(users) {
    const byEmail = new Map();
    const byUsername = new Map();
    const byAddress = new Map();
    const add = (index, key, user) => {
        const known = index.get(key);
        if (known)
            known.push(user);
        else
            index.set(key, [user]);
    };
    for (const user of users) {
        const email = keyOf(user.email);
        const username = keyOf(user.username);
        if (email)
            add(byEmail, email, user);
        if (!username)
            continue;
        if (username !== email)
            add(byUsername, username, user);
        const domain = keyOf(user.domain);
        if (domain && !username.includes("@"))
            add(byAddress, `${username}@${domain}`, user);
    }
    return { byEmail, byUsername, byAddress };
}


/***/ }),

/***/ 3794:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ problemInWords)
/* harmony export */ });
/** A problem of a document's shape, in words: what is wrong, and what to do. */
function problemInWords(problem) {
    const where = inWords(problem.route);
    switch (problem.kind) {
        case "wrong-type":
            return {
                message: `${where} is ${problem.found}, where ${problem.expected} belongs; it counts as not known.`,
                remedy: `Write ${problem.expected}.`,
            };
        case "unknown-value": {
            const hint = problem.nearest ? ` Did you mean "${problem.nearest}"?` : "";
            return {
                message: `${where} is "${problem.found}", which is none of ${problem.allowed.join(", ")}.${hint}`,
                remedy: `Write ${problem.nearest ? `"${problem.nearest}"` : `one of ${problem.allowed.join(", ")}`}.`,
            };
        }
        case "unknown-key": {
            const hint = problem.nearest ? ` Did you mean "${problem.nearest}"?` : "";
            return {
                message: `${where} is not known here and is ignored.${hint}`,
                remedy: problem.nearest ? `Write "${problem.nearest}", or take it out.` : "Take it out.",
            };
        }
        case "duplicate-key":
            return {
                message: problem.differs
                    ? `${where} is written twice with different values, so it counts as not known.`
                    : `${where} is written twice.`,
                remedy: "Keep the one that is right.",
            };
        case "record-twice":
            return {
                message: `"${problem.name}" is there twice and differs in ${problem.fields.join(", ")}; what differs counts as not known.`,
                remedy: "Export again, or keep the record that is right.",
            };
    }
}
/** `extAccounts[0].imsOrgId`; keys come from the file and can be of any length. */
function inWords(route) {
    let text = "";
    for (const step of route) {
        if (typeof step === "number")
            text += `[${step}]`;
        else
            text += text === "" ? cut(step) : `.${cut(step)}`;
    }
    return text === "" ? "The document" : `"${text}"`;
}
function cut(key) {
    return key.length > 80 ? `${key.slice(0, 80)}…` : key;
}


/***/ }),

/***/ 8533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ STANDS_AT)
/* harmony export */ });
/** Under this key an object that is no record of an export says which record it stands for, and which key of it. */
const STANDS_AT = Symbol("stands at");


/***/ })

};
;