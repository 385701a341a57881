import { type EvidenceKey, evidenceOf } from "../evaluate/evidence.js";
import type { Rule } from "../evaluate/rule.js";
import { nameOf } from "../evaluate/subject.js";
import type { SubjectKind } from "../evaluate/verdict.js";
import { profileNames } from "../model/profile-names.js";
import { statesZones, subnetsOf, zonesOf } from "../model/server-settings.js";
import type { Completeness, Instance, Listing } from "../model/workspace.js";
import type { Change } from "../report/comparison.js";
import type { Report, Reported } from "../report/report.js";
import { type Named, named, type Renames } from "./renames.js";
import type { Graded, HeadState, State } from "./states.js";

interface Both {
  readonly base: State;
  readonly head: HeadState;
  readonly renames: Renames;
}

/** Asks evidence of the later state what became of the findings that it has no more. */
export function whatBecame(findings: readonly Graded[], both: Both): Change[] {
  if (findings.length === 0) return [];
  const witness = new Witness(both);
  return findings.map((finding) => {
    const became = witness.asks(finding);
    if (became.is !== "unprovable") return { kind: became.is, finding, level: finding.level };
    const { why, instead } = became;
    return { kind: "unprovable", finding, level: finding.level, why, ...(instead ? { instead } : {}) };
  });
}

type Became =
  | { readonly is: "fixed" | "unchecked" }
  | { readonly is: "unprovable"; readonly why: string; readonly instead?: Reported };

const FIXED: Became = { is: "fixed" };

/** Whether two states ask the same: a rule that a config defines is another one where it asks something else. */
function isSameRule(one: Rule, other: Rule): boolean {
  return one.id === other.id && JSON.stringify(one.definition) === JSON.stringify(other.definition);
}

function unprovable(why: string, instead?: Reported): Became {
  return instead ? { is: "unprovable", why, instead } : { is: "unprovable", why };
}

/** What the later state says, ready to be asked. */
class Witness {
  readonly #head: HeadState;
  readonly #renames: Renames;
  readonly #results: ReadonlyMap<string, readonly Reported[]>;
  /** What could not be known, or had to be reviewed, in the earlier state already. */
  readonly #openBefore: ReadonlySet<string>;
  readonly #instances: ReadonlyMap<string, Instance>;
  readonly #passed = new Map<string, ReadonlySet<string>>();
  readonly #lists = new Map<string, List | undefined>();

  constructor({ base, head, renames }: Both) {
    this.#head = head;
    this.#renames = renames;
    this.#results = byRuleAndInstance(head.report);
    const open = base.report.results.filter(isOpen);
    this.#openBefore = new Set(open.map((result) => openKey(result, named(result, renames))));
    this.#instances = new Map(head.workspace.instances.map((instance) => [instance.name, instance]));
  }

  asks(finding: Graded): Became {
    const { clause } = finding;
    const of = named(finding, this.#renames);
    const { policy } = this.#head.report;
    const rule = policy.rules.find((other) => isSameRule(other, finding.rule));
    // Only a config that this state brings can have turned it off, or made another of it, and somebody trusted that.
    if (!rule || policy.levelOf(rule, clause) === null) return { is: "unchecked" };
    const instance = of.instance === null ? undefined : this.#instances.get(of.instance);
    const concern = instance && rule.concerns?.(instance);
    if (concern) return unprovable(concern.message);
    if (rule.checkFile) {
      const became = this.#ofFile(of.path);
      if (became) return became;
    } else if (of.instance !== null && !instance) {
      return unprovable(
        `No export is of instance "${of.instance}" any more, so nothing shows that it was mended.`,
      );
    }
    return this.#ofSubject(finding, of);
  }

  /** What the rule now says of the subject, and where it says nothing, whether the subject is still there. */
  #ofSubject(finding: Graded, of: Named): Became {
    const { rule } = finding;
    const { subject, instance } = of;
    const results = rule.checkFile
      ? this.#head.report.results.filter((other) => other.rule === rule && other.location.path === of.path)
      : (this.#results.get(key(rule.id, instance)) ?? []);
    const isSingle = SINGLE.has(subject.kind);
    const own = results.filter(
      (result) => result.subject.kind === subject.kind && (isSingle || result.subject.name === subject.name),
    );
    // Somebody has accepted it since: it fails all the same.
    if (own.some((result) => result.accepted && result.property === finding.property)) {
      return { is: "unchecked" };
    }
    const open = own.find((result) => isOpen(result) && this.#standsFor(result, finding));
    if (open) return unprovable(open.message, open);
    if (rule.checkFile || own.some((result) => !isOpen(result)) || this.#hasPassed(rule.id, of)) return FIXED;
    const general = results.find((result) => isOpen(result) && result.subject.kind === "instance");
    const within = instance === null ? undefined : this.#instances.get(instance);
    const list = within && isJudgedByList(rule, subject.kind) ? this.#list(within, subject.kind) : undefined;
    if (list && !list.names.has(subject.name)) {
      if (list.complete === "yes") return FIXED;
      if (!list.isThere && general) return unprovable(general.message, general);
      const words = LIST_WORDS[subject.kind] ?? "records";
      if (!list.isThere) return unprovable(`The export holds no ${words} any more.`);
      return unprovable(
        LIST_OF[subject.kind] === "serverConf"
          ? `"${subject.name}" is no longer in the export, whose server configuration may not be whole: copy serverConf.xml as well as config-<instance>.xml.`
          : `"${subject.name}" is no longer in the export, whose list of ${words} may not be complete: export it without a filter, and state it under «complete», in the snapshot or in the config.`,
      );
    }
    return general ? unprovable(general.message, general) : FIXED;
  }

  /** Whether an open verdict is what a finding has become: on the same property, on the whole, or one that is new. */
  #standsFor(open: Reported, finding: Graded): boolean {
    if (open.property === "" || open.property === finding.property) return true;
    const here = { instance: open.instance, subject: open.subject, path: open.location.path };
    return !this.#openBefore.has(openKey(open, here));
  }

  /**
   * Of a finding about a file itself: a file that is gone has no fault any more; of one that is there and cannot be
   * read, or is not taken for an export any more, nobody can tell.
   */
  #ofFile(path: string): Became | undefined {
    const input = this.#head.report.inputs.find(({ file }) => file.name === path);
    const unreadable = input?.file.unreadable;
    if (unreadable?.reason === "not-there" || (!input && !this.#head.exists(path))) return FIXED;
    if (unreadable) return unprovable(`${path} cannot be read, so nothing shows that it was mended.`);
    if (input) return undefined;
    return unprovable(
      `${path} is there, but no longer taken for an export, so nothing shows that it was mended.`,
    );
  }

  #hasPassed(rule: string, { instance, subject }: Named): boolean {
    const of = key(rule, instance);
    let subjects = this.#passed.get(of);
    if (!subjects) {
      const counts = this.#head.report.counts.filter(
        (count) => count.rule.id === rule && count.instance === instance,
      );
      subjects = new Set(counts.flatMap((count) => count.passed().map(({ kind, name }) => key(kind, name))));
      this.#passed.set(of, subjects);
    }
    return subjects.has(key(subject.kind, subject.name));
  }

  #list(instance: Instance, kind: SubjectKind): List | undefined {
    const of = key(kind, instance.name);
    if (!this.#lists.has(of)) this.#lists.set(of, listOf(instance, kind));
    return this.#lists.get(of);
  }
}

/** There is one of each in an instance, whatever its name. */
const SINGLE: ReadonlySet<SubjectKind> = new Set(["instance", "organization", "server", "console"]);

/** Verdicts that prove nothing either way. */
function isOpen({ verdict }: Reported): boolean {
  return verdict === "unknown" || verdict === "review";
}

function key(first: string, second: string | null): string {
  return JSON.stringify([first, second]);
}

function openKey({ rule, property }: Reported, { instance, subject }: Named): string {
  return JSON.stringify([rule.id, instance, subject.kind, subject.name, property]);
}

function byRuleAndInstance({ results }: Report): ReadonlyMap<string, readonly Reported[]> {
  const groups = new Map<string, Reported[]>();
  for (const result of results) {
    const of = key(result.rule.id, result.instance);
    const group = groups.get(of);
    if (group) group.push(result);
    else groups.set(of, [result]);
  }
  return groups;
}

/** The names in a list of an instance, and whether they are all. */
interface List {
  readonly isThere: boolean;
  readonly names: ReadonlySet<string>;
  readonly complete: Completeness;
}

/** The evidence that holds the subjects of a kind. */
const LIST_OF: Readonly<Partial<Record<SubjectKind, EvidenceKey>>> = {
  extAccount: "extAccounts",
  group: "groups",
  operator: "operators",
  profile: "profiles",
  user: "users",
  zone: "serverConf",
  subnet: "serverConf",
};

/** Whether a rule looks at the list of its subjects: a name that is written somewhere else does not go with the list. */
function isJudgedByList(rule: Rule, kind: SubjectKind): boolean {
  const key = LIST_OF[kind];
  return key !== undefined && evidenceOf(rule).includes(key);
}

const LIST_WORDS: Readonly<Partial<Record<SubjectKind, string>>> = {
  extAccount: "external accounts",
  group: "operator groups",
  operator: "operators",
  profile: "product profiles",
  user: "users",
  zone: "security zones",
  subnet: "subnets of security zones",
};

/** The list that holds subjects of a kind; undefined of a kind that is in no list. */
function listOf(instance: Instance, kind: SubjectKind): List | undefined {
  const namesOf = (records: readonly object[]) =>
    new Set(records.map((record) => nameOf(record, kind, { instance, file: undefined }).name));
  const listed = (listing: Listing<object> | undefined): List => ({
    isThere: listing !== undefined,
    names: namesOf(listing?.records ?? []),
    complete: listing?.isSound === false ? "unknown" : (listing?.complete ?? "unknown"),
  });
  switch (kind) {
    case "extAccount":
      return listed(instance.extAccounts);
    case "group":
      return listed(instance.groups);
    case "operator":
      return listed(instance.operators);
    case "user":
      return listed(instance.organization?.users);
    case "profile": {
      const profiles = profileNames(instance);
      const names = new Set(profiles?.names.keys());
      return { isThere: profiles !== undefined, names, complete: profiles?.complete ?? "unknown" };
    }
    case "zone":
    case "subnet": {
      const { serverConf } = instance;
      // A configuration without a word on zones says nothing of them, however whole it is.
      const isThere = serverConf !== undefined && statesZones(serverConf);
      const records = serverConf ? (kind === "zone" ? zonesOf(serverConf) : subnetsOf(serverConf)) : [];
      return {
        isThere,
        names: namesOf(records),
        complete: isThere ? instance.serverConfComplete : "unknown",
      };
    }
    default:
      return undefined;
  }
}
