import { NAME_FIELDS } from "../model/origins.js";
import type { ModelPlace, Root } from "./place.js";

/** How values and records are called in what custom rules say: in the words of Campaign's own forms. */

/** What the records of a list are, and what a section is; of a section that is one, with its article. */
const THINGS: Readonly<Record<Root, string>> = {
  instance: "the instance",
  server: "the server",
  console: "the client console",
  packages: "package",
  extAccounts: "external account",
  imsAccounts: "IMS external account",
  groups: "operator group",
  operators: "operator",
  options: "option",
  serverConf: "the server configuration",
  organization: "the organization",
  "organization.users": "user",
  "organization.groups": "product profile or user group",
  schemas: "schema extension",
};

const ACCOUNT: Readonly<Record<string, string>> = {
  name: "internal name",
  active: 'setting "Enabled"',
  packageAutoExport: 'setting "Automatically exported in packages"',
  imsServer: "IMS server",
  userScope: "IMS scope",
  clientId: "IMS client identifier",
  clientSecret: "IMS client secret",
  callbackServer: "callback server",
  imsOrgId: "IMS organization ID",
  imsRightsMask: "association mask",
  productContext: "product context",
};

/** Fields whose name is no word for people. */
const FIELDS: Readonly<Partial<Record<Root, Readonly<Record<string, string>>>>> = {
  instance: { url: "access URL" },
  server: { buildNumber: "build number", releaseName: "release" },
  console: { buildNumber: "build number", releaseName: "release" },
  packages: { id: "id" },
  extAccounts: ACCOUNT,
  imsAccounts: ACCOUNT,
  groups: { name: "internal name", rights: "named rights" },
  operators: {
    name: "login",
    email: "e-mail",
    authenticationType: "way to log in",
    securityZone: "security zone",
    groups: "operator groups",
    rights: "named rights",
  },
  organization: { directOnly: 'statement "directOnly"', listsUserGroups: 'statement "listsUserGroups"' },
  "organization.users": {
    email: "e-mail",
    username: "user name",
    firstname: "first name",
    lastname: "last name",
    type: "identity type",
    groups: "product profiles",
    userGroups: "user groups",
  },
  "organization.groups": {
    groupName: "name",
    productName: "product",
    groupId: "id",
    memberCount: "number of members",
    licenseQuota: "number of licences",
    profiles: "product profiles",
  },
};

/** One entry of a list in a record. */
const ENTRIES: Readonly<Record<string, string>> = {
  groups: "operator group",
  rights: "named right",
  userGroups: "user group",
  profiles: "product profile",
};

/** What a place's values are called: «label», «operator groups»; of each entry of a list, «operator group». */
export function fieldInWords({ root, keys, isEach }: ModelPlace): string {
  const [field = ""] = keys;
  if (isEach && root === "organization.users" && field === "groups") return "product profile or user group";
  if (isEach && Object.hasOwn(ENTRIES, field)) return ENTRIES[field] ?? field;
  if (root === "options") return "value";
  if (root === "serverConf") return `@${keys.at(-1)}`;
  if (root === "schemas" && keys.length > 1) return `condition on "${keys[1]}"`;
  const words = FIELDS[root] ?? {};
  return (Object.hasOwn(words, field) ? words[field] : undefined) ?? field;
}

/** «label», «operator groups»: all that a record holds at a place. */
export function wholeInWords(place: ModelPlace): string {
  return fieldInWords({ ...place, isEach: false });
}

/** «label of operator group "report" is», «operator groups of operator "jane" are» */
export function subjectInWords(place: ModelPlace, owner: string): string {
  const isMany = place.holds === "list" || place.isEach;
  return `${capital(wholeInWords(place))} of ${owner} ${isMany ? "are" : "is"}`;
}

/** «operator group "report"», «the server»; `record` is that of a list. */
export function ownerInWords({ root, keys }: ModelPlace, record: object | undefined): string {
  if (root === "options") return `option "${keys[0]}"`;
  if (root === "serverConf") return `${keys.slice(0, -1).join("/")} in the server configuration`;
  if (!record) return THINGS[root];
  const name = nameIn(record);
  return name === undefined ? `${article(THINGS[root])} without a name` : `${THINGS[root]} "${name}"`;
}

/** What a record is called; undefined of one that bears no name. */
export function nameIn(record: object): string | undefined {
  const fields = record as Readonly<Record<string, unknown>>;
  const name = NAME_FIELDS.map((field) => fields[field]).find(
    (value) => typeof value === "string" && value !== "",
  );
  return typeof name === "string" ? name : undefined;
}

/** «every operator group», «the server» */
export function allInWords(place: ModelPlace): string {
  const { root } = place;
  return isOfList(root) ? `every ${THINGS[root]}` : ownerInWords(place, undefined);
}

/** «operator groups», «users» */
export function manyInWords(root: Root): string {
  return root === "organization.groups" ? "product profiles and user groups" : `${THINGS[root]}s`;
}

/** A place that a value is compared with: «the access URL of the instance». */
export function otherInWords(place: ModelPlace): string {
  return place.root === "options"
    ? ownerInWords(place, undefined)
    : `the ${fieldInWords(place)} of ${ownerInWords(place, undefined)}`;
}

function isOfList(root: Root): boolean {
  return !THINGS[root].startsWith("the ") && root !== "options";
}

function article(thing: string): string {
  return `${/^[aeioI]/.test(thing) ? "an" : "a"} ${thing}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `"a", "b"`; of many the first ten. */
export function listed(values: readonly string[]): string {
  const shown = values.slice(0, 10).map((value) => `"${value}"`);
  return `${shown.join(", ")}${values.length > shown.length ? ", …" : ""}`;
}

/** A sentence, ended where it is not. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
