import { describe, expect, test } from "vitest";
import { Secret } from "../../src/model/leaves.js";
import type { Element } from "../../src/model/server-conf.js";
import {
  attributesAt,
  elementsAt,
  flagOf,
  secretsAt,
  statesZones,
  subnetsOf,
  zonesOf,
} from "../../src/model/server-settings.js";
import { STANDS_AT } from "../../src/model/workspace.js";

/** Questions to the server configuration. */

describe("elements and attributes", () => {
  const conf = { web: { relay: [{ url: { name: "a" } }, "text", { url: [{ name: "b" }, { name: 3 }] }] } };

  test("are found at every element of a path, one or many", () => {
    expect(elementsAt(conf, ["web", "relay", "url"]).map(({ route }) => route)).toEqual([
      ["web", "relay", 0, "url"],
      ["web", "relay", 2, "url", 0],
      ["web", "relay", 2, "url", 1],
    ]);
    expect(attributesAt(conf, ["web", "relay", "url"], "name")).toEqual([
      { text: "a", route: ["web", "relay", 0, "url", "name"] },
      { text: "b", route: ["web", "relay", 2, "url", 0, "name"] },
      { text: "3", route: ["web", "relay", 2, "url", 1, "name"] },
    ]);
  });

  test("are not what every object has, nor what is of another kind", () => {
    const odd = { toString: "x", web: { constructor: { name: "x" }, list: [], flag: true } };
    expect(elementsAt(odd, ["web", "toString"])).toEqual([]);
    expect(elementsAt(odd, ["toString"])).toEqual([]);
    expect(attributesAt(odd, ["web"], "list")).toEqual([]);
    expect(attributesAt(odd, ["web"], "constructor")).toEqual([]);
    expect(attributesAt(odd, ["web"], "hasOwnProperty")).toEqual([]);
    expect(attributesAt(odd, ["web"], "flag")).toEqual([{ text: "true", route: ["web", "flag"] }]);
  });

  test("that are secret are known without their text", () => {
    const secret = new Secret("clear");
    const holder = { dbcnx: { password: secret } };
    expect(secretsAt(holder, ["dbcnx"], "password")).toEqual([{ secret, route: ["dbcnx", "password"] }]);
    expect(attributesAt(holder, ["dbcnx"], "password")).toEqual([]);
  });
});

describe("a flag", () => {
  const flag = (...texts: (string | undefined)[]) =>
    flagOf(texts.map((text) => (text === undefined ? undefined : { text, route: ["x"] }))).is;

  test.each([
    ["true", "true"],
    ["1", "true"],
    ["TRUE", "true"],
    ["false", "false"],
    ["0", "false"],
    ["", "false"],
    ["yes", "unclear"],
    ["2", "unclear"],
    [undefined, "absent"],
  ])("%j is %s", (text, expected) => {
    expect(flag(text)).toBe(expected);
  });

  test("that is stated twice is clear where both say the same", () => {
    expect(flag("1", "true")).toBe("true");
    expect(flag("0", undefined, "1")).toBe("unclear");
  });
});

const names = (conf: Element) =>
  zonesOf(conf).map((zone) => [zone.name, zone.subnets.map(({ name }) => name)]);

describe("security zones", () => {
  test("have their own subnets and those of the zones nested in them", () => {
    const conf = {
      shared: {
        securityZone: [
          {
            // Whatever order the keys are in, its own come first.
            securityZone: [
              {
                name: "vpn",
                subNetwork: { name: "c" },
                securityZone: { name: "lan", subNetwork: { name: "d" } },
              },
              { name: "empty" },
            ],
            name: "public",
            subNetwork: [{ name: "a" }, { name: "b" }],
          },
          { name: "other", subNetwork: { name: "a" } },
        ],
      },
    };
    expect(names(conf)).toEqual([
      ["public", ["public/a", "public/b", "vpn/c", "lan/d"]],
      ["vpn", ["vpn/c", "lan/d"]],
      ["lan", ["lan/d"]],
      ["empty", []],
      ["other", ["other/a"]],
    ]);
    expect(subnetsOf(conf).map(({ name }) => name)).toEqual([
      "public/a",
      "public/b",
      "vpn/c",
      "lan/d",
      "other/a",
    ]);
  });

  test("know where they stand, wherever that is", () => {
    const conf = {
      anywhere: [{}, { securityZone: { name: "lan", subNetwork: [{}, { mask: "*", proxy: "::1" }] } }],
    };
    const route = ["anywhere", 1, "securityZone"];
    expect(zonesOf(conf)[0]?.[STANDS_AT]).toEqual([conf, ...route]);
    expect(subnetsOf(conf)[1]).toMatchObject({
      [STANDS_AT]: [conf, ...route, "subNetwork", 1],
      mask: { text: "*", route: [...route, "subNetwork", 1, "mask"] },
      proxy: { text: "::1", route: [...route, "subNetwork", 1, "proxy"] },
      block: { family: "any" },
    });
  });

  test("call a subnet by its id or its mask where it has no name", () => {
    const subNetwork = [{ id: "cus1", mask: "::1" }, { name: "", mask: "::1" }, {}];
    expect(names({ securityZone: { name: "lan", subNetwork } })).toEqual([
      ["lan", ["lan/cus1", "lan/::1", "lan/subNetwork"]],
    ]);
    expect(names({ securityZone: { subNetwork: { name: "a" } } })).toEqual([[undefined, ["securityZone/a"]]]);
  });

  test.each<[string, Element, boolean]>([
    ["are stated where there is one", { shared: { securityZone: {} } }, true],
    ["are stated by an empty list", { shared: { securityZone: [] } }, true],
    ["are not where there is no word on them", { shared: {} }, false],
    ["are not by a word", { shared: { securityZone: "lan" } }, false],
  ])("%s", (_name, conf, expected) => {
    expect(statesZones(conf)).toBe(expected);
  });

  test("nested as deep as files can be read each subnet once", () => {
    const leaves = Array.from({ length: 1_000 }, (_, index) => ({ name: `s${index}`, mask: "10.0.0.0/8" }));
    let nested: Element = { name: "z0", subNetwork: leaves };
    for (let depth = 1; depth < 95; depth += 1) nested = { name: `z${depth}`, securityZone: nested };
    const conf = { securityZone: nested };
    const zones = zonesOf(conf);
    expect(zones).toHaveLength(95);
    expect(new Set(zones.flatMap(({ subnets }) => subnets)).size).toBe(1_000);
    expect(zonesOf(conf)).toBe(zones);
  });
});
