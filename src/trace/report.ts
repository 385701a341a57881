import { affordable, resolver } from "../evaluate/needs.js";
import { EXIT } from "../judge/exit-code.js";
import { locateAll } from "../judge/locate.js";
import type { MaskReading } from "../model/mask.js";
import type { Instance, Place } from "../model/workspace.js";
import type { Location } from "../report/report.js";
import type { RunResult } from "../run.js";
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
  readonly leftOut: readonly LeftOut[];
}

export interface LocatedTrace {
  readonly trace: Trace;
  /** The name that comes nearest, where nobody is called so. */
  readonly nearest: string | undefined;
  locate(place: Place): Location;
}

export interface LeftOut {
  readonly instance: string;
  readonly natives: number;
  readonly technical: number;
  readonly others: number;
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
  const leftOut: LeftOut[] = [];
  const found = instances.flatMap((instance) => {
    const evidence = resolver(instance, affordable(instance, request.readMask));
    const results = byInstance.get(instance.name) ?? [];
    const question = questionOf(instance, { evidence, results, hints: who !== undefined });
    const people =
      who === undefined ? everybody(instance, question, leftOut) : named(who, instance, instances);
    return people.map((person) => ({
      trace: tracePerson(person, question),
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
    exitCode: exitCodeOf(traces, complete, workspace.files.length),
    traces,
    leftOut,
  };
}

/** Who is called so. On several instances, those where nobody is are left out, unless nobody is anywhere. */
function named(who: string, instance: Instance, all: readonly Instance[]): readonly TracedPerson[] {
  const people = peopleCalled(who, instance);
  if (people.length > 0) return people;
  const isElsewhere = all.some((other) => other !== instance && peopleCalled(who, other).length > 0);
  return isElsewhere ? [] : [nobody(who)];
}

function everybody(
  instance: Instance,
  { evidence }: TraceQuestion,
  leftOut: LeftOut[],
): readonly TracedPerson[] {
  const linkage = evidence("linkage");
  const { people, natives, technical, others } = everybodyOf(instance, (user) => {
    if (!("value" in linkage)) return false;
    const { matched = [], nearMisses } = linkage.value.holdings(user);
    return matched.length + nearMisses.length > 0;
  });
  leftOut.push({ instance: instance.name, natives, technical, others });
  return people;
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

/** 0 only where everybody who was asked for is proven to get in. */
function exitCodeOf(traces: readonly { readonly trace: Trace }[], complete: boolean, files: number): number {
  if (!complete) return EXIT.unreadable;
  if (files === 0) return EXIT.nothing;
  return traces.every(({ trace }) => trace.outcome === "can-log-in") ? EXIT.ok : EXIT.findings;
}
