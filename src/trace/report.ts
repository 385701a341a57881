import type { EvidenceKey } from "../evaluate/evidence.js";
import { affordable, resolver } from "../evaluate/needs.js";
import { EXIT } from "../judge/exit-code.js";
import { locateAll } from "../judge/locate.js";
import type { MaskReading } from "../model/mask.js";
import { isTechnicalAccount } from "../model/people.js";
import type { Instance, Place } from "../model/workspace.js";
import type { Location } from "../report/report.js";
import type { RunResult } from "../run.js";
import type { Hindrance } from "./beyond.js";
import { everybodyOf, nearestName, nobody, peopleCalled } from "./person.js";
import {
  type Link,
  questionOf,
  type Trace,
  type TracedPerson,
  type TraceQuestion,
  tracePerson,
} from "./trace.js";

/** Traces, ready to be rendered. */
export interface TraceReport {
  /** Undefined where everybody was asked for. */
  readonly asked: string | undefined;
  readonly asOf: Date;
  readonly complete: boolean;
  readonly exitCode: number;
  readonly traces: readonly LocatedTrace[];
  readonly instances: readonly TracedInstance[];
}

export interface LocatedTrace {
  readonly trace: Trace;
  /** Whether the person is meant to get in; of everybody only these decide the exit code. */
  readonly isExpected: boolean;
  /** The name that comes nearest, where nobody is called so. */
  readonly nearest: string | undefined;
  locate(place: Place): Location;
}

export interface TracedInstance {
  readonly name: string;
  /** What stands in everybody's way, may do so, or cannot be known to. */
  readonly hindrances: readonly Hindrance[];
  /** What would tell who there is, where nothing does. */
  readonly missing: readonly EvidenceKey[];
}

export interface TraceRequest {
  /** Login or e-mail; undefined for everybody. */
  readonly who: string | undefined;
  /** Name of the one instance that is meant; any where it is not given. */
  readonly instance: string | undefined;
  /** Whether one line of each person is enough. */
  readonly isBrief: boolean;
  readonly readMask: (mask: string | undefined) => MaskReading;
}

/** Traces a person, or everybody, on each instance of a run. */
export function traceRun({ report, workspace }: RunResult, request: TraceRequest): TraceReport {
  const { who } = request;
  const instances = workspace.instances.filter(
    ({ name }) => request.instance === undefined || name === request.instance,
  );
  const byInstance = new Map(instances.map(({ name }) => [name, [] as (typeof report.results)[number][]]));
  for (const result of report.results) byInstance.get(result.instance ?? "")?.push(result);
  const traced: TracedInstance[] = [];
  const found = instances.flatMap((instance) => {
    const evidence = resolver(instance, affordable(instance, request.readMask));
    const results = byInstance.get(instance.name) ?? [];
    const question = questionOf(instance, { evidence, results, hints: who !== undefined });
    const { name, operators, organization } = instance;
    const isSilent = who === undefined && !operators && !organization?.users;
    traced.push({ name, hindrances: question.beyond, missing: isSilent ? ["operators", "users"] : [] });
    const people = who === undefined ? everybodyOf(instance) : named(who, instance);
    return people.map((person) => ({
      trace: tracePerson(person, question),
      isExpected: who !== undefined || isExpected(person, question),
      nearest: isNobody(person) ? nearestName(person.called, instance) : undefined,
    }));
  });
  const places = found.flatMap(({ trace }) => placesOf(trace, request.isBrief));
  const spots = locateAll(workspace, places);
  const traces = found.map((one) => ({
    ...one,
    locate: (place: Place) => spots.get(place)?.location ?? nowhere(place),
  }));
  const { complete, asOf } = report;
  return {
    asked: who,
    asOf,
    complete,
    exitCode: exitCodeOf(traces, complete),
    traces,
    instances: traced,
  };
}

/** Who is called so; where nobody is, that is traced too. */
function named(who: string, instance: Instance): readonly TracedPerson[] {
  const people = peopleCalled(who, instance);
  return people.length > 0 ? people : [nobody(who)];
}

/**
 * Whether a login with an Adobe ID is meant for a person: an operator who does not log in otherwise, or a user who may hold
 * a profile of this instance.
 */
function isExpected({ operator, users }: TracedPerson, { login, evidence }: TraceQuestion): boolean {
  if (operator) return !isTechnicalAccount(operator) && login(operator) !== "native";
  const linkage = evidence("linkage");
  if (!("value" in linkage)) return true;
  return users.some((user) => {
    const { matched = [], nearMisses, reach } = linkage.value.holdings(user);
    return matched.length + nearMisses.length > 0 || reach !== "nothing";
  });
}

/** The link that tells why a person does not get in, or why that is not known. */
export function tellingLink({ links }: Trace): Link | undefined {
  return links.find(({ state }) => state === "broken") ?? links.find(({ state }) => state === "unknown");
}

function isNobody({ operator, users }: TracedPerson): boolean {
  return operator === undefined && users.length === 0;
}

function placesOf(trace: Trace, isBrief: boolean): Place[] {
  const { links, profiles, rights } = trace;
  if (isBrief) return [tellingLink(trace)?.place ?? []].flat();
  return [...links, ...profiles, ...rights].flatMap(({ place }) => place ?? []);
}

function nowhere({ path }: Place): Location {
  return { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
}

/** 0 only where everybody who is meant to is proven to get in. */
function exitCodeOf(
  traces: readonly Pick<LocatedTrace, "trace" | "isExpected">[],
  complete: boolean,
): number {
  if (!complete) return EXIT.unreadable;
  const expected = traces.filter((one) => one.isExpected);
  const getIn = expected.every(({ trace }) => trace.outcome === "can-log-in");
  return traces.length > 0 && getIn ? EXIT.ok : EXIT.findings;
}
