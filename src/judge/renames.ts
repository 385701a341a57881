import type { Input, Report, Reported } from "../report/report.js";

/** What bears another name in the later of two states, and is the same: earlier name → later name. */
export interface Renames {
  readonly files: ReadonlyMap<string, string>;
  readonly instances: ReadonlyMap<string, string>;
}

/** Of a report, what was read. */
type Inputs = Pick<Report, "inputs">;

/** What a finding is of, in the names of the later state. */
export type Named = Pick<Reported, "instance" | "subject"> & { readonly path: string };

/**
 * Which files and instances only moved. A file moved if one of the same content is gone; an instance, if all that it
 * was told from is there as it was, and is now told to be of one new instance. What also changed counts as another one: whoever puts one
 * instance in another's place must not have the flaws of both taken for old.
 */
export function renamesOf(base: Inputs, head: Inputs): Renames {
  const files = renamedFiles(base, head);
  return { files, instances: renamedInstances(base, head, files) };
}

/** A result of the earlier state, in the names of the later one. */
export function named({ instance, subject, location }: Reported, { files, instances }: Renames): Named {
  const later = (names: ReadonlyMap<string, string>, name: string) => names.get(name) ?? name;
  const { kind, name } = subject;
  const own = kind === "file" ? later(files, name) : kind === "instance" ? later(instances, name) : name;
  return {
    instance: instance === null ? null : later(instances, instance),
    subject: { kind, name: own },
    path: later(files, location.path),
  };
}

function renamedFiles(base: Inputs, head: Inputs): ReadonlyMap<string, string> {
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
function missingIn({ inputs }: Inputs, others: readonly Input[]): Input[] {
  const names = new Set(inputs.map(({ file }) => file.name));
  return others.filter(({ file }) => !names.has(file.name) && file.bytes.length > 0);
}

function renamedInstances(
  base: Inputs,
  head: Inputs,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const instancesBefore = namesIn(base);
  const instancesNow = namesIn(head);
  const inputs = new Map(head.inputs.map((input) => [input.file.name, input]));
  const taken = new Set<string>();
  for (const name of instancesBefore) {
    if (instancesNow.has(name)) continue;
    const own = base.inputs.filter(({ instances }) => instances.includes(name));
    const targets = own.map((input) => {
      const later = inputs.get(files.get(input.file.name) ?? input.file.name);
      if (later?.sha256() !== input.sha256()) return [];
      return later.instances.filter((instance) => !instancesBefore.has(instance));
    });
    const [first = []] = targets;
    const [target] = first.filter((candidate) => targets.every((names) => names.includes(candidate)));
    if (target === undefined || taken.has(target)) continue;
    taken.add(target);
    renamed.set(name, target);
  }
  return renamed;
}

/** The names of the instances that a report is about. */
export function namesIn({ inputs }: Inputs): ReadonlySet<string> {
  return new Set(inputs.flatMap(({ instances }) => instances));
}
