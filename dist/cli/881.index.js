"use strict";
exports.id = 881;
exports.ids = [881];
exports.modules = {

/***/ 1881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   init: () => (/* binding */ init)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9306);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5617);
/* harmony import */ var _discover_discover_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5869);
/* harmony import */ var _report_terminal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3933);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(790);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8137);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1501);








/** `ims-lint init [folder]`: a config with what can be found out, and a snapshot to fill in where there is none. */
async function init(args, edges) {
    const { positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readArguments */ .lR)(args, {});
    const [folder = ".", ...more] = positionals;
    if (more.length > 0)
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e("init takes one folder.");
    const start = node_path__WEBPACK_IMPORTED_MODULE_0__.resolve(edges.cwd, folder);
    if (!edges.fs.statSync(start, { throwIfNoEntry: false })?.isDirectory()) {
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`init ${folder}: there is no such folder.`);
    }
    const root = (0,_discover_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .findRoot */ .wg)(start, edges.fs);
    const present = _config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_NAMES */ .W.find((name) => edges.fs.statSync(node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, name), { throwIfNoEntry: false }));
    if (present)
        throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`There is a config already: ${present}. Nothing was written.`);
    const instances = await findInstances(start, root, edges);
    if (instances.length === 0) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(start, "exports", "my_instance.yaml");
        if (edges.fs.statSync(file, { throwIfNoEntry: false })) {
            throw new _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .e(`${(0,_discover_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .relativeTo */ .Mf)(edges.cwd, file)} is there already. Nothing was written.`);
        }
        edges.fs.mkdirSync(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname(file), { recursive: true });
        edges.fs.writeFileSync(file, SNAPSHOT);
        edges.stdout.write(`wrote ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)((0,_discover_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .relativeTo */ .Mf)(edges.cwd, file))}: a snapshot to fill in from Campaign\n`);
        instances.push("my_instance");
    }
    const file = node_path__WEBPACK_IMPORTED_MODULE_0__.join(root, _config_load_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_NAMES */ .W[0]);
    edges.fs.writeFileSync(file, configFor(instances));
    edges.stdout.write(`wrote ${(0,_report_terminal_js__WEBPACK_IMPORTED_MODULE_7__/* .printable */ .g$)((0,_discover_discover_js__WEBPACK_IMPORTED_MODULE_3__/* .relativeTo */ .Mf)(edges.cwd, file))}\n`);
    edges.stdout.write("next: ims-lint\n");
    return _edges_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .d.ok;
}
/** Names of the instances below a folder. */
async function findInstances(start, root, edges) {
    const now = edges.now();
    const { report } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .eF)({
        rules: _rules_index_js__WEBPACK_IMPORTED_MODULE_1__/* .rules */ .a,
        fs: edges.fs,
        cwd: edges.cwd,
        root,
        paths: [start],
        config: { config: {}, mistakes: [] },
        stdin: edges.stdin,
        stdinName: "<stdin>",
        maxBytes: Number.MAX_SAFE_INTEGER,
        failOn: "never",
        showPasses: false,
        startedAt: now,
        asOf: now,
        only: ["export-readable"],
    });
    return [...new Set(report.inputs.flatMap((input) => input.instances))].sort();
}
function configFor(instances) {
    return `# Settings of ims-lint. «ims-lint config» shows what is in force, «ims-lint schema config» every key.
preset: recommended # or migration, hardening, all
failOn: error # or warning, note, unknown, never

# Levels of single rules and clauses: off, note, warning or error.
# rules:
#   org-id-format/non-hex: note

instances:
${instances.map(instanceFor).join("")}`;
}
function instanceFor(name) {
    return `  ${JSON.stringify(name)}:
    # The address with which people open the instance; the callback server is compared with it.
    # url: https://acme.campaign.example.com
    # What Adobe provisioned, to be compared with:
    # expect:
    #   clientId: Campaign1
    #   scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext]
    #   callbackAllowlist: ["https://acme.campaign.example.com"]
    #   users: [jane@acme.example]
    {}
`;
}
const SNAPSHOT = `# A snapshot of a Campaign instance, for ims-lint. Fill in what you know and delete the rest: what is absent is
# reported as not known, what is empty ("" or []) as empty. Never write a secret here.
imsLint: snapshot/v1
instance:
  name: my_instance
  # environment: production
  # The address with which people open the instance:
  # url: https://acme.campaign.example.com

# Administration > Platform > External accounts: the account of type Adobe Experience Cloud
# extAccounts:
#   - name: Adobe_Experience_Cloud           # Internal name
#     active: true                           # Enabled
#     imsServer: https://ims-na1.adobelogin.com
#     clientId: Campaign1                    # IMS client identifier
#     clientSecret: { present: true }        # only whether there is one
#     userScope: openid,AdobeID,read_organizations,additional_info.projectedProductContext
#     callbackServer: https://acme.campaign.example.com
#     imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
#     imsRightsMask: Campaign - acme - (.*)  # Association mask
#     server: https://marketing.adobe.com
#     tenant: acme

# Administration > Configuration > Package management > Installed packages
# packages:
#   - label: Integration with the Adobe Experience Cloud

# Administration > Access management
# groups:
#   - { name: delivery, label: Delivery operators }
# operators:
#   - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [delivery] }

# Help > About
# server: { releaseName: 7.4.4, buildNumber: "9400" }
# console: { releaseName: 7.4.4, buildNumber: "9400" }

# Adobe Admin Console
# organization:
#   id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
#   name: Acme
#   directOnly: false
#   users:
#     - { email: jane@acme.example, status: active, groups: ["Campaign - acme - delivery"] }
#   groups:
#     - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
`;


/***/ })

};
;