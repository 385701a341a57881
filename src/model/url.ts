import type { BlockList } from "node:net";
import { hasSpace, trimSpace } from "./white-space.js";

/** A URL, or a host with what may follow it, in its parts. They are as written; only the host is made uniform. */
export interface Address {
  /** In lower case and without the colon; undefined where none is written. */
  readonly scheme: string | undefined;
  readonly hasUserInfo: boolean;
  /** In lower case and ASCII, as browsers ask for it; IPv6 in brackets. */
  readonly host: string;
  /** Undefined where none is written, even if the scheme has a default. */
  readonly port: number | undefined;
  readonly path: string;
  /** Without the question mark; undefined where there is none. */
  readonly query: string | undefined;
  /** Without the number sign; undefined where there is none. */
  readonly fragment: string | undefined;
}

/**
 * Reads an absolute URL with a host, white space around it left aside; undefined where the text is none. Stricter than
 * the WHATWG parser, which takes back-slashes for slashes, finds a host in `https:acme.com` and drops tabs.
 */
export function readUrl(text: string): Address | undefined {
  const address = readAddress(text);
  return address?.scheme === undefined ? undefined : address;
}

/** Reads an absolute URL, or the same without its scheme: `acme.example.com:8443/nms`. */
export function readAddress(text: string): Address | undefined {
  const own = trimSpace(text);
  if (own === "" || hasSpace(own)) return undefined;
  const [, scheme, authority = "", path = "", query, fragment] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(own) ?? [];
  const at = authority.lastIndexOf("@");
  const [, written = "", colon, digits = ""] =
    /^(\[[^\]]*\]|[^:[\]]*)(?:(:)(\d*))?$/.exec(authority.slice(at + 1)) ?? [];
  const host = readHost(written);
  const port = digits === "" ? undefined : Number(digits);
  if (host === undefined || (port !== undefined && port > 65535)) return undefined;
  // `https:/acme.com` is no host «https» with an empty port.
  if (scheme === undefined && colon !== undefined && port === undefined) return undefined;
  return { scheme: scheme?.toLowerCase(), hasUserInfo: at >= 0, host, port, path, query, fragment };
}

/** The host as the WHATWG parser writes it; undefined where no server can have that name. */
function readHost(written: string): string | undefined {
  if (/[\\%]/.test(written) || !URL.canParse(`https://${written}`)) return undefined;
  // The dot at the end of a full name changes nothing.
  const hostname = new URL(`https://${written}`).hostname.replace(/\.$/, "");
  return /^(?:\[.*\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?)$/.test(hostname) ? hostname : undefined;
}

/** Where a host leads that cannot be reached from elsewhere, in words; undefined where nothing speaks against it. */
export function privatePlace(host: string): string | undefined {
  const name = host.replace(/\.$/, "");
  if (name === "localhost" || name.endsWith(".localhost")) return "the machine itself";
  // After the WHATWG parser an address is either in brackets or four numbers; every other name is a name.
  const isIpv6 = name.startsWith("[");
  if (!isIpv6 && !/^\d+(?:\.\d+){3}$/.test(name)) return undefined;
  const address = isIpv6 ? name.slice(1, -1) : name;
  const family = isIpv6 ? "ipv6" : "ipv4";
  ranges ??= makeRanges();
  return ranges.find(({ list }) => list.check(address, family))?.what;
}

interface Range {
  readonly what: string;
  readonly list: BlockList;
}
let ranges: readonly Range[] | undefined;

/** The ranges of RFC 1122, 1918, 3927, 4193 and 4291; an IPv4 address written as IPv6 (`::ffff:…`) is in its own. */
function makeRanges(): readonly Range[] {
  // Loaded for addresses alone: most hosts are names, and the module takes a while.
  const { BlockList } = process.getBuiltinModule("node:net");
  const range = (what: string, ipv4: readonly Subnet[], ipv6: readonly Subnet[]): Range => {
    const list = new BlockList();
    for (const [net, prefix] of ipv4) list.addSubnet(net, prefix, "ipv4");
    for (const [net, prefix] of ipv6) list.addSubnet(net, prefix, "ipv6");
    return { what, list };
  };
  return [
    range(
      "the machine itself",
      [
        ["127.0.0.0", 8],
        ["0.0.0.0", 32],
      ],
      [
        ["::1", 128],
        ["::", 128],
      ],
    ),
    range(
      "a private network",
      [
        ["10.0.0.0", 8],
        ["172.16.0.0", 12],
        ["192.168.0.0", 16],
      ],
      [["fc00::", 7]],
    ),
    range("a link-local address", [["169.254.0.0", 16]], [["fe80::", 10]]),
  ];
}
type Subnet = readonly [net: string, prefix: number];
