import * as path from "node:path";
import { rules } from "../../rules/index.js";
import { CONFIG_NAMES } from "../config/load.js";
import { findRoot, relativeTo } from "../discover/discover.js";
import { EXIT } from "../judge/exit-code.js";
import { printable } from "../report/terminal.js";
import { run } from "../run.js";
import { type Edges, UsageError } from "./edges.js";
import { readArguments } from "./options.js";

/** `ims-lint init [folder]`: a config with what can be found out, and a snapshot to fill in where there is none. */
export async function init(args: readonly string[], edges: Edges): Promise<number> {
  const { positionals } = readArguments(args, {});
  const [folder = ".", ...more] = positionals;
  if (more.length > 0) throw new UsageError("init takes one folder.");
  const start = path.resolve(edges.cwd, folder);
  if (!edges.fs.statSync(start, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`init ${folder}: there is no such folder.`);
  }
  const root = findRoot(start, edges.fs);
  const present = CONFIG_NAMES.find((name) =>
    edges.fs.statSync(path.join(root, name), { throwIfNoEntry: false }),
  );
  if (present) throw new UsageError(`There is a config already: ${present}. Nothing was written.`);
  const instances = await findInstances(start, root, edges);
  if (instances.length === 0) {
    const file = path.join(start, "exports", "my_instance.yaml");
    if (edges.fs.statSync(file, { throwIfNoEntry: false })) {
      throw new UsageError(`${relativeTo(edges.cwd, file)} is there already. Nothing was written.`);
    }
    edges.fs.mkdirSync(path.dirname(file), { recursive: true });
    edges.fs.writeFileSync(file, SNAPSHOT);
    edges.stdout.write(
      `wrote ${printable(relativeTo(edges.cwd, file))}: a snapshot to fill in from Campaign\n`,
    );
    instances.push("my_instance");
  }
  const file = path.join(root, CONFIG_NAMES[0]);
  edges.fs.writeFileSync(file, configFor(instances));
  edges.stdout.write(`wrote ${printable(relativeTo(edges.cwd, file))}\n`);
  edges.stdout.write("next: ims-lint\n");
  return EXIT.ok;
}

/** Names of the instances below a folder. */
async function findInstances(start: string, root: string, edges: Edges): Promise<string[]> {
  const now = edges.now();
  const { report } = await run({
    rules,
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

function configFor(instances: readonly string[]): string {
  return `# Settings of ims-lint. «ims-lint config» shows what is in force, «ims-lint schema config» every key.
preset: recommended # or migration, hardening, all
failOn: error # or warning, note, unknown, never

# Levels of single rules and clauses: off, note, warning or error.
# rules:
#   org-id-format/non-hex: note

instances:
${instances.map(instanceFor).join("")}`;
}

function instanceFor(name: string): string {
  return `  ${JSON.stringify(name)}:
    # The address with which people open the instance; the callback server is compared with it.
    # url: https://acme.campaign.example.com
    # What Adobe provisioned, to be compared with:
    # expect:
    #   clientId: Campaign1
    #   scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext]
    #   callbackAllowlist: ["https://acme.campaign.example.com"]
    #   users: [jane@acme.example]
`;
}

const SNAPSHOT = `# A snapshot of a Campaign instance, for ims-lint. Fill in what you know and delete the rest: what is absent is
# reported as not known, what is empty ("" or []) as empty. Never write a secret here.
imsLint: snapshot/v1
# exported: 2026-11-20
instance:
  name: my_instance
  # environment: production
  # deployment: on-premise                   # or hybrid, hosted, managed
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
#     productContext: dma_campaign_classic
#     packageAutoExport: false               # Automatically exported in packages
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

# Build and release of the server, and of the client console
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
