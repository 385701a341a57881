import type { Input, Report, Reported } from "../report/report.js";

/** What bears another name in the later of two states, and is the same. */
export interface Renames {
  /** An identity of the earlier state, as the later one has it. */
  identity(identity: string): string;
  /** The same for instance and subject of a result. */
  result(result: Reported): Pick<Reported, "rule" | "instance" | "subject">;
  /** The later name of a file or an instance. */
  file(name: string): string;
  instance(name: string | null): string | null;
  /** The earlier name of a file. */
  fileBefore(name: string): string;
}

/**
 * Which files and instances only moved. A file moved if one of the same content is gone; an instance, if all that it
 * was told from moved, and to one new instance alone. What also changed counts as another one: whoever puts one
 * instance in another's place must not have the flaws of both taken for old.
 */
export function renamesOf(base: Report, head: Report): Renames {
  const files = renamedFiles(base, head);
  const before = new Map([...files].map(([earlier, later]) => [later, earlier]));
  const instances = renamedInstances(base, head, files);
  const file = (name: string) => files.get(name) ?? name;
  const instance = (name: string | null) => (name === null ? null : (instances.get(name) ?? name));
  const subject = ({ kind, name }: Reported["subject"]): Reported["subject"] => {
    if (kind === "file") return { kind, name: file(name) };
    return kind === "instance" ? { kind, name: instance(name) ?? name } : { kind, name };
  };
  const isNone = files.size === 0 && instances.size === 0;
  return {
    identity(identity) {
      if (isNone) return identity;
      const [rule, clause, of, kind, name, property] = JSON.parse(identity) as [
        string,
        string | null,
        string | null,
        Reported["subject"]["kind"],
        string,
        string,
      ];
      return JSON.stringify([rule, clause, instance(of), kind, subject({ kind, name }).name, property]);
    },
    result: (result) => ({
      rule: result.rule,
      instance: instance(result.instance),
      subject: subject(result.subject),
    }),
    file,
    instance,
    fileBefore: (name) => before.get(name) ?? name,
  };
}

function renamedFiles(base: Report, head: Report): ReadonlyMap<string, string> {
  const gone = missingIn(head, base.inputs);
  const came = missingIn(base, head.inputs);
  if (gone.length === 0 || came.length === 0) return new Map();
  const byContent = new Map<string, Input[]>();
  for (const input of came) {
    const same = byContent.get(input.sha256());
    if (same) same.push(input);
    else byContent.set(input.sha256(), [input]);
  }
  const renamed = new Map<string, string>();
  for (const input of gone) {
    const later = byContent.get(input.sha256())?.shift();
    if (later) renamed.set(input.file.name, later.file.name);
  }
  return renamed;
}

/** The inputs that were read, and that a report does not have under this name. */
function missingIn({ inputs }: Report, others: readonly Input[]): Input[] {
  const names = new Set(inputs.map(({ file }) => file.name));
  return others.filter(({ file }) => !names.has(file.name) && file.bytes.length > 0);
}

function renamedInstances(
  base: Report,
  head: Report,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  if (files.size === 0) return renamed;
  const instancesBefore = namesIn(base);
  const instancesNow = namesIn(head);
  const instancesOf = new Map(head.inputs.map(({ file, instances }) => [file.name, instances]));
  const taken = new Set<string>();
  for (const name of instancesBefore) {
    if (instancesNow.has(name)) continue;
    const own = base.inputs.filter(({ instances }) => instances.includes(name));
    const targets = own.map(({ file }) => {
      const later = files.get(file.name) ?? file.name;
      return (instancesOf.get(later) ?? []).filter((instance) => !instancesBefore.has(instance));
    });
    const [first = []] = targets;
    const [target] = first.filter((candidate) => targets.every((names) => names.includes(candidate)));
    if (target === undefined || taken.has(target)) continue;
    taken.add(target);
    renamed.set(name, target);
  }
  return renamed;
}

function namesIn({ inputs }: Report): ReadonlySet<string> {
  return new Set(inputs.flatMap(({ instances }) => instances));
}
