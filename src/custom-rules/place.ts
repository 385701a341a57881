import type { EvidenceKey, Need } from "../evaluate/rule.js";
import type { SubjectKind } from "../evaluate/verdict.js";
import { nearest } from "../model/nearest.js";
import type { ListName } from "../model/settings.js";
import type { Shape } from "../model/shape-compile.js";
import { SECRET_KEY } from "../read/secret-key.js";

/**
 * Places in the model, as a custom rule names them: the snapshot's own names, with `[]` behind a list. They are held
 * against the snapshot's shape, so that none leads nowhere.
 */

/** A place that exists. */
export interface ModelPlace {
  readonly written: string;
  readonly root: Root;
  /** Names below the record or the section; none where a list as a whole is meant. */
  readonly keys: readonly string[];
  /** Whether every entry of a list in a record is meant: `operators[].groups[]`. */
  readonly isEach: boolean;
  readonly holds: "text" | "flag" | "secret" | "list";
  /** The values that the snapshot allows, where it names them. */
  readonly choices: readonly string[] | undefined;
}

/** Where a place begins: at the records of a list, or at a section of which there is one. */
export type Root = keyof typeof ROOTS;

interface RootFacts {
  /** The list of records, by the name of its completeness; undefined of a section. */
  readonly list?: ListName;
  readonly need?: Need;
  readonly subject: SubjectKind;
  /** What would settle an unknown, but for the fields below. */
  readonly evidence: EvidenceKey;
  readonly fields?: Readonly<Record<string, EvidenceKey>>;
}

const ROOTS = {
  instance: {
    subject: "instance",
    evidence: "environment",
    fields: { url: "url", deployment: "deployment" },
  },
  server: { need: "server", subject: "server", evidence: "server" },
  console: { need: "console", subject: "console", evidence: "console" },
  packages: {
    list: "packages",
    need: "packages",
    subject: "instance",
    evidence: "packages",
    fields: { label: "packageLabels" },
  },
  extAccounts: {
    list: "extAccounts",
    need: "extAccounts",
    subject: "extAccount",
    evidence: "imsAccountField",
    fields: { clientSecret: "clientSecret" },
  },
  imsAccounts: {
    list: "extAccounts",
    need: "imsAccounts",
    subject: "extAccount",
    evidence: "imsAccountField",
    fields: { clientSecret: "clientSecret" },
  },
  groups: { list: "groups", need: "groups", subject: "group", evidence: "groups" },
  operators: {
    list: "operators",
    need: "operators",
    subject: "operator",
    evidence: "operators",
    fields: {
      groups: "operatorGroups",
      authenticationType: "operatorLogin",
      securityZone: "securityZone",
    },
  },
  options: { need: "xtkOptions", subject: "option", evidence: "options" },
  serverConf: { need: "serverConf", subject: "instance", evidence: "serverConf" },
  organization: {
    need: "organization",
    subject: "organization",
    evidence: "organization",
    fields: { directOnly: "directOnly" },
  },
  "organization.users": {
    list: "users",
    need: "users",
    subject: "user",
    evidence: "users",
    fields: { groups: "userProfiles", userGroups: "userGroups", status: "userStatus" },
  },
  "organization.groups": {
    list: "profiles",
    need: "profiles",
    subject: "profile",
    evidence: "profiles",
    fields: { profiles: "userGroups" },
  },
  schemas: { list: "schemas", need: "schemas", subject: "instance", evidence: "schemas" },
} as const satisfies Readonly<Record<string, RootFacts>>;

/** What is known of a place's root. */
export function factsOf({ root }: Pick<ModelPlace, "root">): RootFacts {
  return ROOTS[root];
}

/** What would settle that a value of a place is not known. */
export function evidenceFor(root: Root, field: string | undefined): EvidenceKey {
  const { evidence, fields = {} }: RootFacts = ROOTS[root];
  return (field !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined) ?? evidence;
}

/** Whether the values of a place are what people are called. */
export function isOfPeople({ root, keys }: Pick<ModelPlace, "root" | "keys">): boolean {
  return areNames(root, keys[0] ?? "");
}

/** Whether a field of a list holds what people are called. */
export function areNames(list: string, field: string): boolean {
  if (list === "operators") return ["name", "label", "email"].includes(field);
  return (
    list === "organization.users" && ["email", "username", "firstname", "lastname", "id"].includes(field)
  );
}

/** Why a text names no place, as a sentence. */
export interface Misread {
  readonly problem: string;
}

/** Reads a place. */
export function readPlace(written: string, snapshot: Shape): ModelPlace | Misread {
  const option = /^options\.([\s\S]+)$/.exec(written)?.[1];
  // The name of an option can hold anything.
  if (option !== undefined) return optionPlace(written, option);
  const steps = stepsOf(written);
  if (!steps) return { problem: `${shown(written)} names no place. ${FORM}` };
  return walk(written, steps, snapshot);
}

const FORM = "Write it in the snapshot's names, with [] behind a list: groups[].label, instance.url.";

function optionPlace(written: string, name: string): ModelPlace {
  const holds = SECRET_KEY.test(name) ? "secret" : "text";
  return { written, root: "options", keys: [name], isEach: false, holds, choices: undefined };
}

interface Step {
  readonly name: string;
  /** Whether `[]` stands behind it. */
  readonly isEach: boolean;
}

/** Longer than any place that leads somewhere. */
const MAX_LENGTH = 200;

function stepsOf(written: string): Step[] | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const steps = written.split(".").map((part) => /^([^[\]\s]+)(\[\])?$/.exec(part));
  return steps.every((step) => step !== null)
    ? steps.map(([, name = "", each]) => ({ name, isEach: each !== undefined }))
    : undefined;
}

/** Follows the steps from the top of a snapshot. */
function walk(written: string, steps: readonly Step[], snapshot: Shape): ModelPlace | Misread {
  let at: Shape = snapshot;
  let root: Root = "instance";
  let keys: string[] = [];
  let path = "";
  for (const [index, { name, isEach }] of steps.entries()) {
    const found = index === 0 ? topOf(name, snapshot) : memberOf(at, name, path);
    if ("problem" in found) return found;
    path = path === "" ? name : `${path}.${name}`;
    if (isRoot(path)) {
      root = path;
      keys = [];
    } else {
      keys.push(name);
    }
    at = found;
    if (isEach && at.kind !== "list") return { problem: noList(path, at) };
    if (at.kind !== "list") continue;
    if (isEach) {
      path += "[]";
      at = at.item;
    } else if (index < steps.length - 1) {
      const rest = written.slice(path.length);
      return { problem: `${path} is a list: write ${path}[]${rest} for all that is in it.` };
    }
  }
  const isEach = keys.length > 0 && steps.at(-1)?.isEach === true;
  return ending(at, { written, root, keys, isEach, choices: undefined });
}

/** What a place leads to in the end. */
function ending(at: Shape, place: Omit<ModelPlace, "holds">): ModelPlace | Misread {
  const { written, keys } = place;
  switch (at.kind) {
    case "text":
    case "flag":
    case "secret":
    case "list":
      return { ...place, holds: at.kind };
    case "choice":
      return { ...place, holds: "text", choices: at.values };
    case "any":
      return keys.length > 1
        ? { ...place, holds: isSecret(keys) ? "secret" : "text" }
        : { problem: `${written} is an element: name an attribute in it, as ${written}.name.` };
    case "record": {
      const names = at.fields.keys().join(", ");
      return { problem: `${written} holds several values: name one of them${names && `, ${names}`}.` };
    }
    case "count":
    case "date":
    case "day":
    case "either":
      return { problem: `${written} is nothing that a rule can look at.` };
  }
}

function isSecret(keys: readonly string[]): boolean {
  return SECRET_KEY.test(keys.at(-1) ?? "");
}

/** Keys of a snapshot that say something of the file, and nothing of an instance. */
const OF_THE_FILE: ReadonlySet<string> = new Set(["imsLint", "exported", "complete", "sources"]);

function topOf(name: string, snapshot: Shape): Shape | Misread {
  if (snapshot.kind !== "record") return { problem: "There is no snapshot to look at." };
  // The IMS accounts are those among the external accounts that every rule about them takes for such.
  const shape = snapshot.fields.get(name === "imsAccounts" ? "extAccounts" : name);
  if (name === "memberships")
    return { problem: "memberships are looked at as the groups of each operator: operators[].groups[]." };
  if (shape && !OF_THE_FILE.has(name)) return shape;
  const names = [...new Set(Object.keys(ROOTS).map((root) => root.replace(/\..*/, "")))];
  return { problem: unknownName(name, names, "A place begins with") };
}

function memberOf(holder: Shape, name: string, path: string): Shape | Misread {
  const member =
    holder.kind === "any"
      ? holder
      : holder.kind === "record"
        ? (holder.fields.get(name) ?? holder.rest)
        : undefined;
  if (member?.kind === "any" && name.startsWith("@"))
    return { problem: `An attribute is written without @: ${path}.${name.slice(1)}.` };
  if (member) return member;
  const names = holder.kind === "record" ? holder.fields.keys() : [];
  if (names.length === 0) return { problem: `${path} holds one value, so there is no ${shown(name)} in it.` };
  return { problem: unknownName(name, names, `${path} has`) };
}

function noList(path: string, shape: Shape): string {
  return shape.kind === "any"
    ? `${path} stands without []: elements that are repeated are all looked at.`
    : `${path} is no list: leave the [] out.`;
}

function unknownName(name: string, names: readonly string[], what: string): string {
  const near = nearest(name, names);
  return `There is no ${shown(name)} here.${near ? ` Did you mean "${near}"?` : ` ${what} ${names.join(", ")}.`}`;
}

function isRoot(path: string): path is Root {
  return Object.hasOwn(ROOTS, path);
}

function shown(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
