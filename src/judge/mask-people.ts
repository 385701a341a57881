import type { Rule } from "../evaluate/rule.js";
import { cutValue } from "../model/cut.js";
import { peopleOf } from "../model/people.js";
import { profileNames } from "../model/profile-names.js";
import type { Workspace } from "../model/workspace.js";
import type { Comparison } from "../report/comparison.js";
import type { Accepted, Report, Reported } from "../report/report.js";

/** Puts «person 7» in the place of people's names and e-mails; one person has one number everywhere. */
export interface PeopleMask {
  text(text: string): string;
  /** A name that is somebody's for certain. */
  person(name: string): string;
  /** A report that names nobody. Its source lines are left out: they could. */
  report(report: Report): Report;
  comparison(comparison: Comparison): Comparison;
}

/**
 * A mask for the people of some workspaces, numbered in the order of their records.
 *
 * Masked are: what looks like an e-mail address, in any text; the name of a person of the workspaces, where it stands
 * in quotes, as every message has it, or is a whole value; and who a result is about. A name that is also that of a
 * group, a profile, an account or an instance is nobody's, and stays. So do paths: they are the repository's.
 */
export function peopleMask(workspaces: readonly Workspace[]): PeopleMask {
  const numbers = new Numbers(workspaces);
  const masked = (name: string) => `person ${numbers.of(name)}`;
  const addresses = (original: string) =>
    original.replace(ADDRESS, (address) => (numbers.isOthers(address) ? address : masked(address)));
  /** Names between two of the same signs, which can be in a name as well. */
  const between = (original: string, sign: string, isClosed: boolean): string => {
    const parts = original.split(sign);
    const kept: string[] = [];
    const end = isClosed ? parts.length - 2 : parts.length - 1;
    for (let from = 0; from < parts.length; from++) {
      let to = from > 0 ? Math.min(end, from + MOST_SIGNS) : -1;
      const name = () => parts.slice(from, to + 1).join(sign);
      while (to >= from && !numbers.has(name()) && !numbers.isOthers(name())) to -= 1;
      if (from === 0 || to < from) {
        kept.push(addresses(parts[from] ?? ""));
        continue;
      }
      kept.push(numbers.has(name()) ? masked(name()) : name());
      from = to;
      // What follows the closing sign is outside.
      if (isClosed) kept.push(addresses(parts[++from] ?? ""));
    }
    return kept.join(sign);
  };
  const text = (original: string): string => {
    if (numbers.has(original)) return masked(original);
    return numbers.isOthers(original) ? original : between(original, '"', true);
  };
  const subject = (about: Subject): Subject => {
    const isPerson = (about.kind === "operator" || about.kind === "user") && numbers.isSomebodys(about.name);
    // Names of secrets are made of the names on the way to them.
    if (about.kind === "secret") return { kind: about.kind, name: between(about.name, "/", false) };
    return { kind: about.kind, name: isPerson ? masked(about.name) : text(about.name) };
  };
  const accepted = ({ risk, ...more }: Accepted): Accepted => {
    if (risk.kind === "suppression") return { ...more, risk: { ...risk, reason: text(risk.reason) } };
    const { reason, owner, approvedBy, ticket } = risk;
    return {
      ...more,
      risk: {
        ...risk,
        reason: text(reason),
        owner: owner && masked(owner),
        approvedBy: approvedBy && masked(approvedBy),
        ticket: ticket && text(ticket),
      },
    };
  };
  const masks = new Map<Rule, Rule>();
  /** A rule that the config defines says what people wrote. */
  const rule = (original: Rule): Rule => {
    if (original.definition === undefined) return original;
    const { title, why, remedy } = original;
    const known = masks.get(original) ?? {
      ...original,
      title: text(title),
      why: text(why),
      remedy: text(remedy),
    };
    masks.set(original, known);
    return known;
  };
  const result = (original: Reported): Reported => {
    const named = subject(original.subject);
    // A name that holds quotes itself would pass for several.
    const words = (value: string) => text(value.replaceAll(`"${original.subject.name}"`, `"${named.name}"`));
    return {
      ...original,
      rule: rule(original.rule),
      subject: named,
      unmasked: { subject: original.subject, causedBy: original.causedBy },
      message: words(original.message),
      observed: original.observed && words(original.observed),
      expected: original.expected && words(original.expected),
      remedy: original.remedy && words(original.remedy),
      because: original.because && { ...original.because, subject: subject(original.because.subject) },
      causedBy: original.causedBy && { ...original.causedBy, subject: subject(original.causedBy.subject) },
      accepted: original.accepted && accepted(original.accepted),
      relatedLocations: original.relatedLocations.map(({ location, message }) => ({
        location,
        message: words(message),
      })),
      fix: null,
      excerpt: () => undefined,
      written: undefined,
    };
  };
  return {
    text,
    person: masked,
    report: (report) => ({
      ...report,
      allRules: report.allRules.map(rule),
      results: report.results.map(result),
    }),
    comparison: (comparison) => ({
      ...comparison,
      newUnknowns: comparison.newUnknowns.map(result),
      newReviews: comparison.newReviews.map(result),
      changes: comparison.changes.map((change) => ({
        ...change,
        finding: result(change.finding),
        ...(change.why === undefined ? {} : { why: text(change.why) }),
        ...(change.before === undefined ? {} : { before: text(change.before) }),
        ...(change.instead ? { instead: result(change.instead) } : {}),
      })),
    }),
  };
}

type Subject = Reported["subject"];

/** How many of the signs that enclose a name can be in it. */
const MOST_SIGNS = 8;
/** An e-mail address, from the first character that can be of one. */
const ADDRESS = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
/** Ids of organizations, and technical accounts. */
const NOBODYS = /@(?:AdobeOrg|techacct\.adobe\.com)$/i;

/** The numbers of people, by all that they are called. */
class Numbers {
  readonly #numbers = new Map<string, number>();
  readonly #others: ReadonlySet<string>;
  #last = 0;

  constructor(workspaces: readonly Workspace[]) {
    this.#others = namesOfOthers(workspaces);
    for (const workspace of workspaces) {
      for (const { own, shared } of peopleOf(workspace)) {
        const keys = own.flatMap((name) => [keyOf(name), keyOf(cutValue(name))]);
        const number = this.#numberOf(keys);
        for (const key of [...keys, ...shared.map(keyOf)]) {
          if (!this.#numbers.has(key) && !this.#others.has(key)) this.#numbers.set(key, number);
        }
      }
    }
  }

  /** The number by which one of these is known, else the next. */
  #numberOf(keys: readonly string[]): number {
    const known = new Set(keys.flatMap((key) => this.#numbers.get(key) ?? []));
    if (known.size === 0) return ++this.#last;
    const number = Math.min(...known);
    // Two who turn out to be one.
    if (known.size > 1) {
      for (const [key, other] of this.#numbers) if (known.has(other)) this.#numbers.set(key, number);
    }
    return number;
  }

  has(name: string): boolean {
    return this.#numbers.has(keyOf(name));
  }

  /** Whether a name is that of a group, a profile, an account, an instance or an organization. */
  isOthers(name: string): boolean {
    return NOBODYS.test(name) || this.#others.has(keyOf(name));
  }

  /** Whether a name is nobody else's: of a group, a profile, an account or an instance. */
  isSomebodys(name: string): boolean {
    return this.has(name) || (name.includes("@") && !NOBODYS.test(name) && !this.#others.has(keyOf(name)));
  }

  /** The number of who is called so; of somebody new, the next. */
  of(name: string): number {
    const known = this.#numbers.get(keyOf(name));
    if (known !== undefined) return known;
    this.#numbers.set(keyOf(name), ++this.#last);
    return this.#last;
  }
}

function namesOfOthers(workspaces: readonly Workspace[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const instance of workspaces.flatMap(({ instances }) => instances)) {
    names.add(keyOf(instance.name));
    names.add(keyOf(instance.organization?.id ?? ""));
    for (const { imsOrgId } of instance.extAccounts?.records ?? []) names.add(keyOf(imsOrgId ?? ""));
    for (const { name } of instance.extAccounts?.records ?? []) names.add(keyOf(name ?? ""));
    for (const { name } of instance.groups?.records ?? []) names.add(keyOf(name ?? ""));
    for (const name of profileNames(instance)?.names.keys() ?? []) names.add(keyOf(name));
  }
  return names;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
