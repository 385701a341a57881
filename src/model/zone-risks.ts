import { joined } from "./joined-names.js";
import type { Element } from "./server-conf.js";
import {
  type Attribute,
  attributeOf,
  flagOf,
  type Subnet,
  statesZones,
  type Zone,
} from "./server-settings.js";
import { type Block, isEveryAddress, isLoopback, isWide } from "./subnet.js";
import type { Instance } from "./workspace.js";

/** What security zones permit, and to whom: the questions of the rules about them. */

/** Every attribute of a zone that makes it less secure where it is true (ACC installation/using/security-zones.md). */
export const ZONE_ATTRIBUTES = [
  "allowEmptyPassword",
  "allowUserPassword",
  "allowSQLInjection",
  "allowHTTP",
  "showErrors",
  "sessionTokenOnly",
  "allowDebug",
] as const;
export type ZoneAttribute = (typeof ZONE_ATTRIBUTES)[number];

/** An attribute of a zone that is true. */
export interface Permitted<A extends ZoneAttribute> extends Attribute {
  readonly name: A;
}

/** The same, and the first subnet because of which it is a risk. */
export interface Risk<A extends ZoneAttribute> extends Permitted<A> {
  readonly subnet: Subnet;
}

/** Why something cannot be known of a zone, as a rule says it. */
export interface Open {
  readonly message: string;
  readonly at: readonly [Element, ...(string | number)[]];
  /** The attributes that are not known, or that count for nothing before more is known. */
  readonly property: string;
  /** Where something is not in the export, in place of something that cannot be read. */
  readonly missing?: "serverConf";
}

/** Of a configuration that says nothing of security zones: it is not known how it is with them. */
export function zonesUnstated(serverConf: Element): Open | undefined {
  if (statesZones(serverConf)) return undefined;
  return {
    message: "No security zone is in the server configuration that was exported.",
    at: [serverConf],
    property: "",
    missing: "serverConf",
  };
}

/** Which of some attributes are true in a zone. Nothing on and nothing open: all are stated false. */
export function permittedBy<A extends ZoneAttribute>(
  serverConf: Element,
  zone: Zone,
  names: readonly A[],
): { readonly on: readonly Permitted<A>[]; readonly open: Open | undefined } {
  const flags = flagsOf(zone, names);
  return { on: flags.on, open: openOf(serverConf, zone, flags) };
}

/** Subnets because of which an attribute is a risk. */
export interface SuchSubnet {
  readonly is: (block: Block) => boolean;
  readonly what: string;
}

export const BEYOND_LOOPBACK: SuchSubnet = {
  is: (block) => !isLoopback(block),
  what: "a subnet beyond loopback",
};
export const WIDE: SuchSubnet = { is: isWide, what: "a subnet wider than /24 (IPv6: /64)" };
export const EVERY_ADDRESS: SuchSubnet = { is: isEveryAddress, what: "a subnet of all addresses" };

/** Which of some attributes are true in a zone that has such a subnet. No risks and nothing open: there is no risk. */
export function risksOf<A extends ZoneAttribute>(
  { instance, serverConf }: { readonly instance: Instance; readonly serverConf: Element },
  zone: Zone,
  names: readonly A[],
  such: SuchSubnet,
): { readonly risks: readonly Risk<A>[]; readonly open: Open | undefined } {
  const flags = flagsOf(zone, names);
  if (flags.on.length + flags.unclear.length + flags.unstated.length === 0) return NO_RISK;
  const search = findSubnet(zone, such, instance);
  switch (search.is) {
    case "no":
      return NO_RISK;
    case "yes": {
      const risks = flags.on.map((attribute) => ({ ...attribute, subnet: search.subnet }));
      return { risks, open: openOf(serverConf, zone, flags) };
    }
    case "unknown":
      return { risks: [], open: openOf(serverConf, zone, flags, { ...search, what: such.what }) };
  }
}

const NO_RISK = { risks: [], open: undefined };

interface Flags<A extends ZoneAttribute> {
  readonly on: readonly Permitted<A>[];
  readonly unclear: readonly Permitted<A>[];
  readonly unstated: readonly A[];
}

function flagsOf<A extends ZoneAttribute>(zone: Zone, names: readonly A[]): Flags<A> {
  const [on, unclear, unstated]: [Permitted<A>[], Permitted<A>[], A[]] = [[], [], []];
  for (const name of names) {
    const flag = flagOf([attributeOf(zone, name)]);
    if (flag.is === "absent") unstated.push(name);
    else if (flag.is !== "false") {
      (flag.is === "true" ? on : unclear).push({ name, text: flag.text, route: flag.route });
    }
  }
  return { on, unclear, unstated };
}

/** Why it is not known whether a zone has such a subnet. */
interface Doubt {
  readonly why: string;
  /** Whether something is not in the export, rather than written in a way that cannot be read. */
  readonly isMissing: boolean;
}

/** One question for a zone and rule; undefined where everything is known. */
function openOf<A extends ZoneAttribute>(
  serverConf: Element,
  zone: Zone,
  { on, unclear, unstated }: Flags<A>,
  doubt?: Doubt & { readonly what: string },
): Open | undefined {
  const waiting = doubt ? on : [];
  if (waiting.length + unclear.length + unstated.length === 0) return undefined;
  const reasons = unclear.map(
    ({ name, text }) => `has ${name} set to "${text}", which is neither true nor false.`,
  );
  if (doubt && waiting.length > 0) {
    const names = joined(waiting.map(({ name }) => name));
    reasons.unshift(`has ${names} set to true, but whether it has ${doubt.what} is not known: ${doubt.why}.`);
  }
  if (unstated.length > 0) reasons.push(notStated(unstated));
  const [first] = [...waiting, ...unclear];
  const name = zone.name === undefined ? [] : ["name"];
  const isMissing = unstated.length > 0 || (waiting.length > 0 && doubt?.isMissing === true);
  return {
    message: `${inWords(zone)} ${reasons.join(" It ")}`,
    at: [serverConf, ...(first?.route ?? [...zone.route, ...name])],
    property: [...[...waiting, ...unclear].map((attribute) => attribute.name), ...unstated].join(" "),
    ...(isMissing ? { missing: "serverConf" } : {}),
  };
}

function notStated(names: readonly string[]): string {
  const [their, them] = names.length > 1 ? ["their", "them"] : ["its", "it"];
  return `does not state ${joined(names)}: ${their} documented default is false, but only what is written is evidence. Write ${them} into the zone, true or false.`;
}

type Search =
  | { readonly is: "yes"; readonly subnet: Subnet }
  | { readonly is: "no" }
  | ({ readonly is: "unknown" } & Doubt);

function findSubnet(zone: Zone, such: SuchSubnet, instance: Instance): Search {
  const subnet = zone.subnets.find(({ block }) => block && such.is(block));
  if (subnet) return { is: "yes", subnet };
  const unread = zone.subnets.find(({ block }) => !block);
  if (unread) return { is: "unknown", why: whyUnread(unread), isMissing: unread.mask === undefined };
  if (zone.subnets.length === 0) {
    return { is: "unknown", why: "no subnet of it is in the export", isMissing: true };
  }
  if (instance.serverConfComplete === "yes") return { is: "no" };
  return {
    is: "unknown",
    why: "the server configuration in the export may not be whole, so the zone may have other subnets",
    isMissing: true,
  };
}

/** Why the addresses of a subnet are not known. */
export function whyUnread({ name, mask }: Subnet): string {
  return mask
    ? `mask "${mask.text}" of subnet "${name}" cannot be read as an address or a range of addresses`
    : `subnet "${name}" states no mask`;
}

/** `Security zone "lan"` */
export function inWords({ name }: Zone): string {
  return name === undefined ? "A security zone without a name" : `Security zone "${name}"`;
}

/** `subnet "lan/lan1" with the mask "192.168.0.0/16"` */
export function inSubnet({ name, mask }: Subnet): string {
  return `subnet "${name}" with the mask "${mask?.text}"`;
}

/** The subnet because of which something is a risk, to look at beside it. */
export function relatedTo({ name, mask, route }: Subnet, serverConf: Element) {
  return [{ at: [serverConf, ...(mask?.route ?? route)] as const, message: `Subnet "${name}".` }];
}
