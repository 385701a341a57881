/** Address arithmetic for the subnets of security zones, IPv4 and IPv6 (ACC installation/using/security-zones.md). */

/** A block of addresses: all that begin with the same bits. */
export interface Block {
  /** `any`: every address of both families, written `*`. */
  readonly family: "any" | "ipv4" | "ipv6";
  /** The first address, as a number. */
  readonly first: bigint;
  /** How many bits are the same. */
  readonly prefix: number;
}

/** Reads a mask: `*`, an address, or an address with the number of its bits that count; undefined for all else. */
export function readBlock(text: string): Block | undefined {
  const own = text.trim();
  if (own === "*") return { family: "any", first: 0n, prefix: 0 };
  const [, written = "", bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(own) ?? [];
  const address = readIp(written);
  if (!address) return undefined;
  const size = SIZE[address.family];
  const prefix = bits === undefined ? size : Number(bits);
  if (prefix > size) return undefined;
  const rest = BigInt(size - prefix);
  const block: Block = { ...address, first: (address.first >> rest) << rest, prefix };
  // An IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`) is that address.
  if (!isWithin(block, MAPPED)) return block;
  return { family: "ipv4", first: block.first & 0xffff_ffffn, prefix: prefix - 96 };
}

/** Reads a single address, such as a proxy's; undefined for all else, names of hosts too. */
export function readSingle(text: string): Block | undefined {
  return text.includes("/") || text.trim() === "*" ? undefined : readBlock(text);
}

/** Whether all of one block is in another. */
export function isWithin(inner: Block, outer: Block): boolean {
  if (outer.family === "any") return true;
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  const rest = BigInt(SIZE[outer.family] - outer.prefix);
  return inner.first >> rest === outer.first >> rest;
}

/** Whether only the machine itself has these addresses (RFC 1122, 4291). */
export function isLoopback(block: Block): boolean {
  return isWithin(block, LOOPBACK_IPV4) || isWithin(block, LOOPBACK_IPV6);
}

/** Whether it is every address there is, of a family or of both. */
export function isEveryAddress({ prefix }: Block): boolean {
  return prefix === 0;
}

/**
 * Whether it is more than one network of the usual size: wider than /24 in IPv4; in IPv6 wider than /64, the size of a
 * single network there (RFC 4291, 2.5.1).
 */
export function isWide({ family, prefix }: Block): boolean {
  return prefix < (family === "ipv6" ? 64 : 24);
}

const SIZE = { any: 0, ipv4: 32, ipv6: 128 } as const;
const LOOPBACK_IPV4: Block = { family: "ipv4", first: 0x7f00_0000n, prefix: 8 };
const LOOPBACK_IPV6: Block = { family: "ipv6", first: 1n, prefix: 128 };
const MAPPED: Block = { family: "ipv6", first: 0xffff_0000_0000n, prefix: 96 };

function readIp(text: string): Pick<Block, "family" | "first"> | undefined {
  // Loaded for addresses alone: the module takes a while.
  const { isIPv4, isIPv6 } = process.getBuiltinModule("node:net");
  if (isIPv4(text)) return { family: "ipv4", first: BigInt(numberOf(text)) };
  // With a scope (`fe80::1%eth0`) it is an address of one machine's, and no part of a network.
  return isIPv6(text) && !text.includes("%")
    ? { family: "ipv6", first: joined(hextets(text), 16n) }
    : undefined;
}

function numberOf(ipv4: string): number {
  return ipv4.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The eight parts of an IPv6 address. */
function hextets(ipv6: string): number[] {
  const [head = "", tail] = ipv6.split("::");
  const [before, after] = [parts(head), parts(tail ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function parts(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((part) => {
    if (!part.includes(".")) return [Number.parseInt(part, 16)];
    const ipv4 = numberOf(part);
    return [Math.floor(ipv4 / 0x1_0000), ipv4 % 0x1_0000];
  });
}

function joined(numbers: readonly number[], bits: bigint): bigint {
  return numbers.reduce((sum, number) => (sum << bits) | BigInt(number), 0n);
}
