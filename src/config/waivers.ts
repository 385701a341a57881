import type { Rule } from "../evaluate/rule.js";
import type { Waiver } from "../model/accepted-risk.js";
import { nearest } from "../model/nearest.js";
import { maskNoted, showsText } from "../model/noted-secret.js";
import type { Place } from "../model/workspace.js";
import type { Document, Route } from "../read/document.js";
import { type ConfigMistake, type OwnMistake, readChecked } from "./checked-file.js";
import { unknownRule } from "./load.js";
import type { WaiverEntry, WaiversFile } from "./waivers.schema.js";

export interface LoadedWaivers {
  readonly waivers: readonly Waiver[];
  readonly mistakes: readonly ConfigMistake[];
}

/** Reads a file of waivers. A mistake in it stops the run: what was meant to be accepted, and until when, is not known. */
export async function loadWaivers(
  path: string,
  bytes: Buffer,
  rules: readonly Rule[],
): Promise<LoadedWaivers> {
  const { default: schema } = await import("../../schemas/waivers.v1.schema.json");
  const { value, document, mistakes } = await readChecked(path, bytes, {
    title: "The file of waivers",
    schema,
    secretsOf,
    more: (checked, problems) =>
      mistakesIn(checked.value as WaiversFile, new Set(problems.map(keyOf)), rules),
    tell(problem) {
      if (problem.kind !== "unknown-key") return undefined;
      const key = maskNoted(String(problem.route.at(-1)));
      const hint = problem.nearest === undefined ? "" : ` Did you mean "${problem.nearest}"?`;
      return {
        message: `"${key}" is not known here.${hint} Without it a waiver might accept more than it is meant to.`,
        isFatal: true,
      };
    },
  });
  const entries = (value as WaiversFile | undefined)?.waivers;
  const isSound = !mistakes.some(({ isFatal }) => isFatal);
  return { waivers: isSound && document && entries ? entries.map(toWaiver(document)) : [], mistakes };
}

/** The texts that may hold a secret, in a file as it is written: no excerpt shows them. */
function secretsOf(value: unknown, route: Route = []): Route[] {
  if (typeof value === "string") return maskNoted(value) === value ? [] : [route];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    secretsOf(inner, [...route, Array.isArray(value) ? Number(key) : key]),
  );
}

/** What the shape alone cannot tell. */
function mistakesIn(file: WaiversFile, told: ReadonlySet<string>, rules: readonly Rule[]): OwnMistake[] {
  const names = rules.flatMap(({ id, clauses = {} }) => [
    id,
    ...Object.keys(clauses).map((clause) => `${id}/${clause}`),
  ]);
  const entries = Array.isArray(file?.waivers) ? file.waivers : [];
  return entries.flatMap((entry: WaiverEntry | undefined, index) => {
    const at = (field: keyof WaiverEntry): Route => ["waivers", index, field];
    const own = (field: keyof WaiverEntry, message: string) =>
      told.has(keyOf({ route: at(field) })) ? [] : [{ route: at(field), message }];
    if (!entry) return [];
    const { rule } = entry;
    const near = rule === undefined ? undefined : nearest(rule, names);
    const isEmpty = (field: keyof WaiverEntry) =>
      Object.hasOwn(entry, field) && !showsText(entry[field] ?? "");
    return [
      ...(rule !== undefined && !names.includes(rule) ? own("rule", unknownRule(rule, near, rules)) : []),
      ...(isEmpty("reason")
        ? own("reason", "The waiver gives no reason: say why the risk is accepted.")
        : []),
      ...(["expires", "instance", "subject"] as const)
        .filter(isEmpty)
        .flatMap((field) => own(field, `"${field}" of the waiver is empty: fill it in, or take it out.`)),
    ];
  });
}

function masked(text: string | undefined): string | undefined {
  return text === undefined ? undefined : maskNoted(text);
}

function keyOf({ route }: { readonly route: Route }): string {
  return JSON.stringify(route);
}

function toWaiver(document: Document) {
  return (entry: WaiverEntry | undefined, index: number): Waiver => {
    const { rule = "", instance, subject, reason = "", owner, ticket, approvedBy, expires } = entry ?? {};
    const [id = "", clause] = rule.split("/");
    const place = (field: keyof WaiverEntry): Place => ({
      document,
      path: document.path,
      routes: [
        ["waivers", index, field],
        ["waivers", index],
      ],
    });
    return {
      kind: "waiver",
      name: [
        rule,
        ...(instance === undefined ? [] : [`instance "${maskNoted(instance)}"`]),
        ...(subject === undefined ? [] : [`subject "${maskNoted(subject)}"`]),
      ].join(", "),
      rule: id,
      clause,
      instance: instance ?? undefined,
      subject: subject ?? undefined,
      reason: maskNoted(reason),
      owner: masked(owner),
      ticket: masked(ticket),
      approvedBy: masked(approvedBy),
      expires: expires ?? undefined,
      place: place("rule"),
      expiresAt: place("expires"),
    };
  };
}
