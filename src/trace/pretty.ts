import { styleText } from "node:util";
import { inWords } from "../evaluate/evidence.js";
import { differencesInWords } from "../model/likeness.js";
import type { Place } from "../model/workspace.js";
import { isWide, type Measure, measureFor, printable, wrap } from "../report/terminal.js";
import { count, counted } from "../report/words.js";
import { type LocatedTrace, type TraceReport, tellingLink } from "./report.js";
import type { HeldProfile, Link, Outcome, Trace } from "./trace.js";

/** How traces are shown to a person. */
export interface TraceOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

type Style = Parameters<typeof styleText>[0];

/** A person link by link; everybody in a line each. */
export async function renderTrace(report: TraceReport, options: TraceOptions): Promise<string> {
  const texts = report.traces.flatMap(({ trace }) => [
    trace.person.called,
    ...trace.links.map(({ text }) => text),
  ]);
  const page = new Page(options, await measureFor(texts.some(isWide)));
  if (report.asked === undefined) page.everybody(report);
  else for (const located of report.traces) page.person(located);
  if (!report.complete) page.line("Incomplete: some input could not be read.");
  return page.text();
}

const OUTCOMES: Readonly<Record<Outcome, { readonly words: string; readonly style: Style }>> = {
  "can-log-in": { words: "can log in with an Adobe ID", style: ["bold", "green"] },
  "cannot-log-in": { words: "cannot log in with an Adobe ID", style: ["bold", "red"] },
  unknown: { words: "not known whether this person can log in with an Adobe ID", style: ["bold", "cyan"] },
  "no-login": { words: "a technical account, with which nobody logs in", style: "bold" },
};

const STATES: Readonly<Record<Link["state"], { readonly word: string; readonly style: Style }>> = {
  holds: { word: "holds", style: "green" },
  broken: { word: "broken", style: ["bold", "red"] },
  unknown: { word: "unknown", style: ["bold", "cyan"] },
  note: { word: "note", style: "dim" },
};

const EFFECTS = {
  blocks: "In everybody's way",
  threatens: "It may come in everybody's way",
  unknown: "Not known, and in everybody's way if it is wrong",
} as const;

/** Of profiles that only come near, so many are listed. */
const MOST_NEAR = 10;

class Page {
  readonly #lines: string[] = [];

  constructor(
    readonly options: TraceOptions,
    readonly measure: Measure,
  ) {}

  text(): string {
    return this.#lines.length > 0 ? `${this.#lines.join("\n").trimEnd()}\n` : "";
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  person({ trace, nearest, locate }: LocatedTrace): void {
    const { words, style } = OUTCOMES[trace.outcome];
    const title = `${printable(trace.person.called)} on ${printable(trace.instance)}: `;
    this.#lines.push(`${this.#style("bold", title)}${this.#style(style, words)}`, "");
    for (const link of trace.links) this.#link(link, locate);
    if (nearest !== undefined) this.#field("hint", `Did you mean "${printable(nearest)}"?`);
    this.#profiles(trace.profiles, trace.otherProfiles, locate);
    if (trace.rights.length > 0) {
      this.#title("Rights");
      for (const { from, rights, place } of trace.rights) {
        const named = rights === undefined ? "not in the export" : rights.join(", ") || "none";
        this.#item(`${from}: ${named}`, locate(place));
      }
    }
    for (const effect of ["blocks", "threatens"] as const) {
      const own = trace.beyond.filter((hindrance) => hindrance.effect === effect);
      if (own.length > 0) this.#title(EFFECTS[effect]);
      for (const { result } of own) {
        const accepted = result.accepted ? " (accepted, and in the way all the same)" : "";
        this.#item(`${result.rule.id}${accepted}: ${result.message}`, result.location);
      }
    }
    const open = trace.beyond.filter(({ effect }) => effect === "unknown");
    if (open.length > 0) {
      this.#title(EFFECTS.unknown);
      this.#item([...new Set(open.map(({ result }) => result.rule.id))].join(", "));
    }
    if (trace.symptom !== undefined) {
      this.#title("What this person sees");
      this.#item(trace.symptom);
    }
    if (trace.mend) {
      const { text, remaining } = trace.mend;
      this.#title(remaining > 0 ? "What would mend it, first of all" : "What would mend it");
      this.#item(text);
      if (remaining > 0) this.#item(`Then ${counted(remaining, "more thing")} must be mended: trace again.`);
    }
    this.#lines.push("");
  }

  everybody({ traces, instances }: TraceReport): void {
    const isOne = instances.length === 1;
    for (const { trace, locate } of traces) {
      const why = whyOf(trace, locate);
      const on = isOne ? "" : ` on ${trace.instance}`;
      const word = this.#style(OUTCOMES[trace.outcome].style, SHORT[trace.outcome]);
      this.#lines.push(
        `${word}  ${printable(`${trace.person.called}${on}${why === undefined ? "" : `: ${why}`}`)}`,
      );
    }
    for (const { name, missing } of instances) {
      this.#lines.push("", summaryOf(name, traces));
      for (const { label, how } of inWords(missing)) this.#wrapped(`to know: ${label}: ${how}`, "  ");
    }
  }

  #link({ step, state, text, place, missing }: Link, locate: (place: Place) => Location): void {
    const { word, style } = STATES[state];
    const [first = "", ...rest] = wrap(printable(text), Math.max(20, this.options.width - 20), this.measure);
    this.#lines.push(`  ${this.#style(style, word.padEnd(7))}  ${step.padEnd(8)}  ${first}`);
    for (const line of rest) this.#lines.push(`${" ".repeat(21)}${line}`);
    if (place) this.#lines.push(`${" ".repeat(21)}${this.#style("underline", placeText(locate(place)))}`);
    for (const { label, how } of inWords(missing)) this.#wrapped(`to know: ${label}: ${how}`, " ".repeat(21));
  }

  #profiles(profiles: readonly HeldProfile[], others: number, locate: (place: Place) => Location): void {
    if (profiles.length + others === 0) return;
    this.#title("Product profiles held");
    const matched = profiles.filter(({ captured }) => captured !== undefined);
    const near = profiles.filter(({ captured }) => captured === undefined);
    for (const profile of [...matched, ...near.slice(0, MOST_NEAR)]) {
      this.#item(profileText(profile), locate(profile.place));
    }
    if (near.length > MOST_NEAR)
      this.#item(`… and ${count(near.length - MOST_NEAR)} more that just miss the mask`);
    if (others > 0) this.#item(`${counted(others, "name")} that the mask has nothing to do with`);
  }

  #title(text: string): void {
    this.#lines.push("", `  ${this.#style("bold", text)}`);
  }

  #item(text: string, at?: Location): void {
    this.#wrapped(printable(text), "    ");
    if (at) this.#lines.push(`    ${this.#style("underline", placeText(at))}`);
  }

  #field(name: string, text: string): void {
    this.#lines.push(`  ${name.padEnd(7)}  ${" ".repeat(8)}  ${text}`);
  }

  #wrapped(text: string, indent: string): void {
    for (const line of wrap(text, Math.max(20, this.options.width - indent.length), this.measure)) {
      this.#lines.push(`${indent}${line}`);
    }
  }

  #style(style: Style, text: string): string {
    return this.options.color ? styleText(style, text, { validateStream: false }) : text;
  }
}

type Location = ReturnType<LocatedTrace["locate"]>;

function placeText({ path, startLine, startColumn }: Location): string {
  return `${printable(path)}:${startLine}:${startColumn}`;
}

/** «"Campaign - acme - delivery", through "Marketing": the mask captures "delivery", an operator group» */
function profileText(profile: HeldProfile): string {
  const { name, through, captured, misses, leads } = profile;
  const how = through.length > 0 ? `, through ${through.map((group) => `"${group}"`).join(", ")}` : "";
  const near = profile.nearestGroup();
  const hint = near === undefined ? "" : `; the nearest operator group is "${near}"`;
  if (captured === undefined)
    return `"${name}"${how}: misses the mask by ${differencesInWords(misses)}${hint}`;
  const end: Readonly<Record<HeldProfile["leads"], string>> = {
    "to-group": "an operator group",
    "to-messagecenter": "which opens Message Center",
    nowhere: `which is no operator group${hint}`,
    unknown: `which is not in the export${hint}`,
    unmatched: "",
  };
  return `"${name}"${how}: the mask captures "${captured}", ${end[leads]}`;
}

/** Why somebody does not get in, or why that is not known, with the place. */
function whyOf(trace: Trace, locate: (place: Place) => Location): string | undefined {
  const telling = tellingLink(trace);
  const blocking = trace.beyond.find(({ effect }) => effect === "blocks");
  if (trace.outcome === "no-login") return undefined;
  if (blocking && telling?.state !== "broken") {
    return `${blocking.result.rule.id} is in everybody's way (${placeText(blocking.result.location)})`;
  }
  return telling && `${telling.text}${telling.place ? ` (${placeText(locate(telling.place))})` : ""}`;
}

const SHORT: Readonly<Record<Outcome, string>> = {
  "can-log-in": "can log in",
  "cannot-log-in": "cannot log in",
  unknown: "not known",
  "no-login": "technical account",
};

function summaryOf(instance: string, traces: TraceReport["traces"]): string {
  const own = traces.filter(({ trace }) => trace.instance === instance);
  const number = (outcome: Outcome) => own.filter(({ trace }) => trace.outcome === outcome).length;
  const parts = [
    `${count(number("can-log-in"))} can log in`,
    `${count(number("cannot-log-in"))} cannot`,
    `${count(number("unknown"))} not known`,
    ...(number("no-login") > 0 ? [counted(number("no-login"), "technical account")] : []),
  ];
  const unexpected = own.filter(
    ({ isExpected, trace }) => !isExpected && trace.outcome !== "no-login",
  ).length;
  const rest =
    unexpected > 0
      ? `; of these ${count(unexpected)} are not meant to: they log in otherwise, or hold no profile of this instance`
      : "";
  return `${printable(instance)}: ${parts.join(" · ")}${rest}`;
}
