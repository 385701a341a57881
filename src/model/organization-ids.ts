import { accountName, imsAccountsOf } from "./ims-account.js";
import { attributesAt } from "./server-settings.js";
import { trimSpace } from "./white-space.js";
import type { Instance } from "./workspace.js";

/** A place that states the IMS organization ID of an instance. */
export interface IdStatement {
  readonly id: string;
  /** In words that follow «in». */
  readonly where: string;
  readonly at: readonly [of: object, ...keys: (string | number)[]];
}

/** Every ID that an instance states, the accounts' first. What is empty states nothing. */
export function organizationIdsOf(instance: Instance): IdStatement[] {
  const { organization, serverConf } = instance;
  const statements: IdStatement[] = [];
  for (const account of imsAccountsOf(instance)) {
    if (account.imsOrgId) {
      const where = `the external account "${accountName(account)}"`;
      statements.push({ id: account.imsOrgId, where, at: [account, "imsOrgId"] });
    }
  }
  if (serverConf) {
    for (const { text, route } of attributesAt(serverConf, ["web", "redirection"], "IMSOrgId")) {
      if (text === "") continue;
      const where = "web/redirection of the server configuration";
      statements.push({ id: text, where, at: [serverConf, ...route] });
    }
  }
  if (organization?.id) {
    statements.push({ id: organization.id, where: "the organization", at: [organization, "id"] });
  }
  return statements;
}

/** What remains of an ID when its form is left aside: white space around it, letter case, the suffix. */
export function idWithoutForm(id: string): string {
  return trimSpace(id)
    .toLowerCase()
    .replace(/@adobeorg$/, "");
}

/** Whether a text has the form of an ID (CORE help/interface/administration/organizations.md). */
export function isOrganizationId(id: string): boolean {
  return /^[A-Za-z0-9]{24}@AdobeOrg$/.test(id);
}

/** Of a text that is no ID: the first thing that is off, in words that follow it. */
export function whatIsOff(id: string): string {
  if (trimSpace(id) !== id) return "has white space around it";
  const [own = "", ...rest] = id.split("@");
  const suffix = rest.length === 0 ? undefined : rest.join("@");
  if (suffix === undefined) return "lacks the suffix @AdobeOrg";
  if (suffix !== "AdobeOrg") return `ends in "@${suffix}" instead of "@AdobeOrg"`;
  if (!/^[A-Za-z0-9]*$/.test(own)) return "holds a character that is neither a letter nor a figure";
  return `has ${own.length} characters before @AdobeOrg, not 24`;
}
