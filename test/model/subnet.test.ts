import { describe, expect, test } from "vitest";
import {
  type Block,
  isEveryAddress,
  isLoopback,
  isWide,
  isWithin,
  readBlock,
  readSingle,
} from "../../src/model/subnet.js";

/** Masks of subnets and addresses of proxies. */

function block(text: string): Block {
  const read = readBlock(text);
  if (!read) throw new Error(`${text} cannot be read`);
  return read;
}

describe("a mask", () => {
  test.each([
    ["*", { family: "any", first: 0n, prefix: 0 }],
    ["192.168.0.0/24", { family: "ipv4", first: 0xc0a8_0000n, prefix: 24 }],
    ["255.255.255.255", { family: "ipv4", first: 0xffff_ffffn, prefix: 32 }],
    [" 10.0.0.1 ", { family: "ipv4", first: 0x0a00_0001n, prefix: 32 }],
    ["127.0.0.1/16", { family: "ipv4", first: 0x7f00_0000n, prefix: 16 }],
    ["10.1.2.3/0", { family: "ipv4", first: 0n, prefix: 0 }],
    ["::1/128", { family: "ipv6", first: 1n, prefix: 128 }],
    ["::", { family: "ipv6", first: 0n, prefix: 128 }],
    ["fc00::/7", { family: "ipv6", first: 0xfc00n << 112n, prefix: 7 }],
    ["2001:DB8::1:0", { family: "ipv6", first: (0x2001_0db8n << 96n) | 0x1_0000n, prefix: 128 }],
    ["1:2:3:4:5:6:7:8", { family: "ipv6", first: 0x0001_0002_0003_0004_0005_0006_0007_0008n, prefix: 128 }],
    ["64:ff9b::192.0.2.1", { family: "ipv6", first: (0x64_ff9bn << 96n) | 0xc000_0201n, prefix: 128 }],
    ["::ffff:10.0.0.7", { family: "ipv4", first: 0x0a00_0007n, prefix: 32 }],
    ["::ffff:a00:0/104", { family: "ipv4", first: 0x0a00_0000n, prefix: 8 }],
  ])("%s is read", (text, expected) => {
    expect(readBlock(text)).toEqual(expected);
  });

  test.each([
    "",
    "/24",
    "10.0.0.0/",
    "10.0.0.0/33",
    "::/129",
    "10.0.0.0/8/8",
    "10.0.0.0/-1",
    "10.0.0.0/255.0.0.0",
    "10.0.0",
    "010.0.0.1",
    "256.0.0.1",
    "10.0.*.*",
    "* ,*",
    "a.b.c.d/xx",
    "localhost",
    "fe80::1%eth0",
    "[::1]",
    "1::2::3",
    "10.0.0.0/8,10.1.0.0/16",
  ])("%j is not", (text) => {
    expect(readBlock(text)).toBeUndefined();
  });
});

test.each(["*", "10.0.0.1/32", "proxy.acme.example", "10.0.0.1:8080", ""])(
  "%j is no single address",
  (text) => {
    expect(readSingle(text)).toBeUndefined();
  },
);

test.each([
  ["10.0.0.7", "10.0.0.0/8", true],
  ["11.0.0.0", "10.0.0.0/8", false],
  ["10.0.0.0/8", "10.0.0.0/8", true],
  ["10.0.0.0/7", "10.0.0.0/8", false],
  ["192.168.1.129", "192.168.1.128/25", true],
  ["192.168.1.127", "192.168.1.128/25", false],
  ["fd12::7", "fc00::/7", true],
  ["fe80::1", "fc00::/7", false],
  ["::a00:7", "10.0.0.0/8", false],
  ["::ffff:10.0.0.7", "10.0.0.0/8", true],
  ["10.0.0.7", "::/0", false],
  ["10.0.0.7", "*", true],
  ["::1", "*", true],
  ["*", "0.0.0.0/0", false],
])("%s within %s: %s", (inner, outer, expected) => {
  expect(isWithin(block(inner), block(outer))).toBe(expected);
});

test.each([
  ["127.0.0.1", { loopback: true, wide: false, every: false }],
  ["127.0.0.0/8", { loopback: true, wide: true, every: false }],
  ["126.0.0.0/7", { loopback: false, wide: true, every: false }],
  ["::1", { loopback: true, wide: false, every: false }],
  ["::/127", { loopback: false, wide: false, every: false }],
  ["::ffff:127.0.0.1", { loopback: true, wide: false, every: false }],
  ["10.0.0.0/24", { loopback: false, wide: false, every: false }],
  ["10.0.0.0/23", { loopback: false, wide: true, every: false }],
  ["fd00::/64", { loopback: false, wide: false, every: false }],
  ["fd00::/63", { loopback: false, wide: true, every: false }],
  ["*", { loopback: false, wide: true, every: true }],
  ["0.0.0.0/0", { loopback: false, wide: true, every: true }],
  ["::/0", { loopback: false, wide: true, every: true }],
])("%s", (text, expected) => {
  const read = block(text);
  const said = { loopback: isLoopback(read), wide: isWide(read), every: isEveryAddress(read) };
  expect(said).toEqual(expected);
});
