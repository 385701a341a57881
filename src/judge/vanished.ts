import { nameOf } from "../evaluate/subject.js";
import type { SubjectKind } from "../evaluate/verdict.js";
import { profileNames } from "../model/profile-names.js";
import type { Completeness, Instance, Listing } from "../model/workspace.js";
import type { Reported } from "../report/report.js";
import type { HeadState } from "./compare.js";
import type { Renames } from "./renames.js";

/** What became of a finding that the later state has no more. */
export type Became =
  | { readonly is: "fixed" | "unchecked" }
  | { readonly is: "unprovable"; readonly why: string; readonly instead?: Reported };

const FIXED: Became = { is: "fixed" };

/** What the later state says, ready to be asked. */
export interface Head extends HeadState {
  /** Its results by rule and instance. */
  readonly results: ReadonlyMap<string, readonly Reported[]>;
  readonly instances: ReadonlyMap<string, Instance>;
  /** What a rule passed of an instance, by kind and name. */
  passed(rule: string, instance: string | null): ReadonlySet<string>;
  /** The names in a list of an instance, and whether they are all; undefined of what is in no list. */
  listed(instance: Instance, kind: SubjectKind): Listed | undefined;
}

interface Listed {
  readonly names: ReadonlySet<string>;
  readonly complete: Completeness;
}

export function headOf(state: HeadState): Head {
  const results = new Map<string, Reported[]>();
  for (const result of state.report.results) {
    const key = JSON.stringify([result.rule.id, result.instance]);
    const group = results.get(key);
    if (group) group.push(result);
    else results.set(key, [result]);
  }
  const passed = new Map<string, ReadonlySet<string>>();
  const lists = new Map<Instance, Map<SubjectKind, Listed | undefined>>();
  return {
    ...state,
    results,
    instances: new Map(state.workspace.instances.map((instance) => [instance.name, instance])),
    passed(rule, instance) {
      const key = JSON.stringify([rule, instance]);
      let subjects = passed.get(key);
      if (!subjects) {
        const counts = state.report.counts.filter(
          (count) => count.rule.id === rule && count.instance === instance,
        );
        subjects = new Set(
          counts.flatMap((count) => count.passed().map(({ kind, name }) => keyOf(kind, name))),
        );
        passed.set(key, subjects);
      }
      return subjects;
    },
    listed(instance, kind) {
      let known = lists.get(instance);
      if (!known) {
        known = new Map();
        lists.set(instance, known);
      }
      if (!known.has(kind)) known.set(kind, listOf(instance, kind));
      return known.get(kind);
    },
  };
}

/** Asks whether evidence of the later state shows that a finding of the earlier one is mended. */
export function whatBecameOf(finding: Reported, head: Head, renames: Renames): Became {
  const { rule } = finding;
  const { instance, subject } = renames.result(finding);
  const { policy } = head.report;
  if (!policy.rules.includes(rule) || policy.levelOf(rule, finding.clause) === null)
    return { is: "unchecked" };
  if (rule.checkFile) {
    const became = ofFile(renames.file(finding.location.path), head);
    if (became) return became;
  } else if (instance !== null && !head.instances.has(instance)) {
    return unprovable(
      `No export is of instance "${instance}" any more, so nothing shows that it was mended.`,
    );
  }
  const results = head.results.get(JSON.stringify([rule.id, instance])) ?? [];
  const isSingle = SINGLE.has(subject.kind);
  const own = results.filter(
    (result) => result.subject.kind === subject.kind && (isSingle || result.subject.name === subject.name),
  );
  const open = own.find((result) => isOpen(result) && isAbout(result, finding));
  if (open) return unprovable(open.message, open);
  if (own.length > 0 || head.passed(rule.id, instance).has(keyOf(subject.kind, subject.name))) return FIXED;
  if (rule.checkFile) return FIXED;
  const within = instance === null ? undefined : head.instances.get(instance);
  const list = within && head.listed(within, subject.kind);
  if (list && !list.names.has(subject.name)) {
    if (list.complete === "yes") return FIXED;
    return unprovable(
      `"${subject.name}" is no longer in the export, whose list of ${LIST_WORDS[subject.kind]} may not be complete: state it under «complete» in the config if it is.`,
    );
  }
  const general = results.find((result) => isOpen(result) && result.subject.kind === "instance");
  return general ? unprovable(general.message, general) : FIXED;
}

function unprovable(why: string, instead?: Reported): Became {
  return instead ? { is: "unprovable", why, instead } : { is: "unprovable", why };
}

/** There is one of each in an instance, whatever its name. */
const SINGLE: ReadonlySet<SubjectKind> = new Set(["instance", "organization", "server", "console"]);

/** Verdicts that prove nothing either way. */
function isOpen({ verdict }: Reported): boolean {
  return verdict === "unknown" || verdict === "review";
}

/** Whether an open verdict on a finding's subject is on the same property of it, or on all of it. */
function isAbout(open: Reported, finding: Reported): boolean {
  const property = propertyOf(open);
  return property === "" || property === propertyOf(finding);
}

function propertyOf({ identity }: Reported): unknown {
  return (JSON.parse(identity) as unknown[]).at(-1);
}

/**
 * Of a finding about a file itself: a file that is gone has no fault any more; of one that is there and cannot be read,
 * or is not taken for an export any more, nobody can tell.
 */
function ofFile(path: string, head: Head): Became | undefined {
  const input = head.report.inputs.find(({ file }) => file.name === path);
  const unreadable = input?.file.unreadable;
  if (unreadable?.reason === "not-there" || (!input && !head.exists(path))) return FIXED;
  if (unreadable) return unprovable(`${path} cannot be read, so nothing shows that it was mended.`);
  if (input) return undefined;
  return unprovable(
    `${path} is there, but no longer taken for an export, so nothing shows that it was mended.`,
  );
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}

const LIST_WORDS: Readonly<Partial<Record<SubjectKind, string>>> = {
  extAccount: "external accounts",
  group: "operator groups",
  operator: "operators",
  profile: "product profiles",
  user: "users",
};

function listOf(instance: Instance, kind: SubjectKind): Listed | undefined {
  const named = (listing: Listing<object> | undefined): Listed => ({
    names: new Set(
      (listing?.records ?? []).map((record) => nameOf(record, kind, { instance, file: undefined }).name),
    ),
    complete: listing?.isSound === false ? "unknown" : (listing?.complete ?? "unknown"),
  });
  switch (kind) {
    case "extAccount":
      return named(instance.extAccounts);
    case "group":
      return named(instance.groups);
    case "operator":
      return named(instance.operators);
    case "user":
      return named(instance.organization?.users);
    case "profile": {
      const profiles = profileNames(instance);
      return { names: new Set(profiles?.names.keys()), complete: profiles?.complete ?? "unknown" };
    }
    default:
      return undefined;
  }
}
