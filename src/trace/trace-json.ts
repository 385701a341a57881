import { cutValue } from "../model/cut.js";
import { userName } from "../model/people.js";
import { printableJson } from "../report/terminal.js";
import type { Hindrance } from "./beyond.js";
import type { LocatedTrace, TraceReport } from "./report.js";
import type { HeldProfileV1, HindranceV1, LinkV1, PersonTraceV1, TraceV1 } from "./trace.v1.js";

/** Traces as data, `ims-lint/trace/v1`. */
function toTraceV1(report: TraceReport, version: string): TraceV1 {
  return {
    format: "ims-lint/trace/v1",
    tool: { name: "ims-lint", version },
    asked: report.asked ?? null,
    asOf: report.asOf.toISOString(),
    complete: report.complete,
    exitCode: report.exitCode,
    traces: report.traces.map(toPerson),
    instances: report.instances.map(({ name, hindrances, missing }) => ({
      instance: name,
      beyond: hindrances.map(toHindrance),
      settledBy: missing,
    })),
  };
}

export function renderTraceJson(report: TraceReport, version: string): string {
  return printableJson(`${JSON.stringify(toTraceV1(report, version), null, 2)}\n`);
}

function toPerson({ trace, locate, isExpected }: LocatedTrace): PersonTraceV1 {
  const { person, mend } = trace;
  return {
    instance: trace.instance,
    person: cutValue(person.called),
    operator: cutOrNull(person.operator?.name),
    users: person.users.map((user) => ({
      name: cutValue(userName(user)),
      type: cutOrNull(user.type),
      status: cutOrNull(user.status),
    })),
    outcome: trace.outcome,
    isExpected,
    links: trace.links.map(
      ({ step, state, text, rule, missing, place }): LinkV1 => ({
        step,
        state,
        text,
        rule: rule ?? null,
        settledBy: missing,
        location: place ? locate(place) : null,
      }),
    ),
    profiles: trace.profiles.map(
      ({ name, through, captured, misses, leads, group, place, ...more }): HeldProfileV1 => ({
        name: cutValue(name),
        through: through.map(cutValue),
        captured: cutOrNull(captured),
        differences: misses,
        leads,
        group: cutOrNull(group),
        nearestGroup: cutOrNull(more.nearestGroup()),
        location: locate(place),
      }),
    ),
    otherProfiles: trace.otherProfiles,
    rights: trace.rights.map(({ from, rights, place }) => ({
      from,
      rights: rights?.map(cutValue) ?? null,
      location: locate(place),
    })),
    symptom: trace.symptom ?? null,
    mend: mend ? { text: mend.text, change: { ...mend.change }, remaining: mend.remaining } : null,
  };
}

function toHindrance({ effect, result, symptom }: Hindrance): HindranceV1 {
  return {
    effect,
    rule: result.rule.id,
    clause: result.clause,
    message: result.message,
    isAccepted: result.accepted !== null,
    symptom: symptom ?? null,
    location: result.location,
  };
}

function cutOrNull(text: string | undefined): string | null {
  return text === undefined ? null : cutValue(text);
}
