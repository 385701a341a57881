import { describe, expect, test } from "vitest";
import { lint, lintFiles, select } from "../support/lint.js";

/** Area 7: what security zones permit, and to whom. */

/** What a rule says of the zones in a snapshot, in order: verdict, subject, and what it is about. */
async function said(rule: string, zones: object | object[], more: object = {}) {
  const shared = { securityZone: zones };
  const { of } = await lint(JSON.stringify({ imsLint: "snapshot/v1", serverConf: { shared }, ...more }));
  return of(rule)
    .map(({ verdict, subject, property }) =>
      [verdict, subject.name, property].filter((word) => word !== "").join(" "),
    )
    .sort();
}

const subNetwork = (...masks: string[]) => ({
  subNetwork: masks.map((mask, index) => ({ name: `s${index}`, mask })),
});
const INCOMPLETE = { complete: { serverConf: "unknown" } };

describe("zone-forbidden", () => {
  const rule = "zone-forbidden";
  const SAFE = { allowEmptyPassword: false, allowUserPassword: false, allowSQLInjection: false };

  test("tells each attribute by itself, and asks for the others at once", async () => {
    expect(await said(rule, { name: "lan", allowEmptyPassword: "true", allowUserPassword: "maybe" })).toEqual(
      ["fail lan allowEmptyPassword", "unknown lan allowUserPassword allowSQLInjection"],
    );
  });

  test.each(["true", "1", " TRUE ", true, 1])("takes %j for true", async (value) => {
    expect(await said(rule, { ...SAFE, name: "lan", allowSQLInjection: value })).toEqual([
      "fail lan allowSQLInjection",
    ]);
  });

  test.each(["false", "0", "", false, 0])("takes %j for false", async (value) => {
    expect(await said(rule, { ...SAFE, name: "lan", allowSQLInjection: value })).toEqual(["pass lan"]);
  });

  test.each(["yes", "2", "null", 2, -1, [true], { true: true }, null])("does not read %j", async (value) => {
    expect(await said(rule, { ...SAFE, name: "lan", allowSQLInjection: value })).toEqual([
      "unknown lan allowSQLInjection",
    ]);
  });

  test("names what is not stated, and says why the default is not enough", async () => {
    const { of } = await lint(`
      serverConf: { shared: { securityZone: { name: lan, allowUserPassword: "false" } } }
    `);
    const [result] = of(rule);
    expect(result?.message).toBe(
      'Security zone "lan" does not state allowEmptyPassword and allowSQLInjection: their documented default is false, but only what is written is evidence. Write them into the zone, true or false.',
    );
    expect(result?.missing).toEqual(["serverConf"]);
  });

  test("looks at nested zones, zones of one name and zones without any", async () => {
    const bad = { ...SAFE, allowEmptyPassword: true };
    const zones = [
      { ...SAFE, name: "public", securityZone: { ...bad, name: "lan", securityZone: [bad, "text"] } },
      { ...bad, name: "lan" },
    ];
    expect(await said(rule, zones)).toEqual([
      "fail lan allowEmptyPassword",
      "fail lan allowEmptyPassword",
      "fail zone allowEmptyPassword",
      "pass public",
    ]);
  });

  test("asks once where the whole configuration is missing, or says nothing of zones", async () => {
    for (const snapshot of ["groups: []", "serverConf: { web: {} }"]) {
      const { of } = await lint(snapshot);
      expect(of(rule).map(({ verdict, subject }) => [verdict, subject.kind])).toEqual([
        ["unknown", "instance"],
      ]);
    }
  });
});

describe("zone-exposed", () => {
  const rule = "zone-exposed";
  const zone = (...masks: string[]) => ({
    name: "lan",
    allowHTTP: true,
    showErrors: true,
    ...subNetwork(...masks),
  });
  const BOTH = ["fail lan allowHTTP", "fail lan showErrors"];

  test.each<[string, string[], string[]]>([
    ["loopback alone", ["127.0.0.1", "127.0.0.0/8", "::1", "::1/128", "::ffff:127.0.0.1"], ["pass lan"]],
    ["more than loopback, IPv4", ["127.0.0.1/7"], BOTH],
    ["more than loopback, IPv6", ["::1/127"], BOTH],
    ["a wildcard", ["*"], BOTH],
    ["one of several", ["127.0.0.1", "a.b.c.d/xx", "10.0.0.0/8"], BOTH],
    ["a mask that cannot be read", ["127.0.0.1", "10.0.*.*"], ["unknown lan allowHTTP showErrors"]],
    ["an empty mask", [""], ["unknown lan allowHTTP showErrors"]],
    ["no subnet", [], ["unknown lan allowHTTP showErrors"]],
  ])("%s", async (_name, masks, expected) => {
    expect(await said(rule, zone(...masks))).toEqual(expected);
  });

  test("needs a configuration that is whole to tell that there is loopback alone", async () => {
    expect(await said(rule, zone("127.0.0.1"), INCOMPLETE)).toEqual(["unknown lan allowHTTP showErrors"]);
    expect(await said(rule, zone("10.0.0.0/8"), INCOMPLETE)).toEqual(BOTH);
  });

  test("tells what is known of one attribute, whatever the other says", async () => {
    const { showErrors: _, ...half } = zone("10.0.0.0/8");
    expect(await said(rule, half)).toEqual(["fail lan allowHTTP", "unknown lan showErrors"]);
    expect(await said(rule, { ...half, allowHTTP: false, showErrors: false }, INCOMPLETE)).toEqual([
      "pass lan",
    ]);
  });

  test("counts the subnets of nested zones, not those of outer ones", async () => {
    const quiet = { allowHTTP: false, showErrors: false };
    const { name, ...loud } = zone("127.0.0.1");
    const inner = { ...quiet, name: "inner", ...subNetwork("10.0.0.0/8") };
    expect(await said(rule, { ...loud, name, securityZone: inner })).toEqual([...BOTH, "pass inner"]);
    const outer = { ...quiet, name: "outer", ...subNetwork("*") };
    expect(await said(rule, { ...outer, securityZone: zone("127.0.0.1") })).toEqual([
      "pass lan",
      "pass outer",
    ]);
  });
});

test("what is not known of a zone is one result, in whole sentences", async () => {
  const { of } = await lint(`
    serverConf: { shared: { securityZone: { allowHTTP: "maybe" } } }
  `);
  expect(of("zone-exposed").map(({ message }) => message)).toEqual([
    'A security zone without a name has allowHTTP set to "maybe", which is neither true nor false. It does not state showErrors: its documented default is false, but only what is written is evidence. Write it into the zone, true or false.',
  ]);
});

describe("zone-session-token", () => {
  const rule = "zone-session-token";
  const zone = { name: "lan", sessionTokenOnly: "1", ...subNetwork("10.0.0.0/8") };

  test.each<[string, object, string]>([
    ["Message Center is installed", { packages: [{ id: "nms:messageCenter" }] }, "review"],
    [
      "it is, and the list may go on",
      { packages: [{ id: "nms:messageCenter" }], complete: { packages: "unknown" } },
      "review",
    ],
    ["it is not", { packages: [{ id: "nms:core" }] }, "fail"],
    ["no packages are installed", { packages: [] }, "fail"],
    ["the list may go on", { packages: [{ id: "nms:core" }], complete: { packages: "unknown" } }, "unknown"],
    ["no packages are exported", {}, "unknown"],
  ])("where %s", async (_name, more, verdict) => {
    expect(await said(rule, zone, more)).toEqual([`${verdict} lan sessionTokenOnly`]);
  });

  test("asks for no packages where nothing hangs on them", async () => {
    expect(await said(rule, { ...zone, sessionTokenOnly: "0" })).toEqual(["pass lan"]);
    expect(await said(rule, { ...zone, ...subNetwork("127.0.0.1/16") })).toEqual(["pass lan"]);
  });
});

describe("zone-debug", () => {
  const zone = (...masks: string[]) => ({ name: "vpn", allowDebug: true, ...subNetwork(...masks) });

  test.each([
    ["10.0.0.0/24", "pass vpn"],
    ["10.0.0.0/23", "fail vpn allowDebug"],
    ["fd00::/64", "pass vpn"],
    ["fd00::/63", "fail vpn allowDebug"],
    ["::ffff:10.0.0.0/120", "pass vpn"],
    ["::ffff:10.0.0.0/119", "fail vpn allowDebug"],
    ["127.0.0.0/8", "fail vpn allowDebug"],
    ["*", "fail vpn allowDebug"],
    ["10.0.0.0/99", "unknown vpn allowDebug"],
  ])("%s: %s", async (mask, expected) => {
    expect(await said("zone-debug", zone("10.1.1.1", mask))).toEqual([expected]);
  });
});

describe("zone-wildcard", () => {
  const rule = "zone-wildcard";

  test.each([
    "allowEmptyPassword",
    "allowUserPassword",
    "allowSQLInjection",
    "allowHTTP",
    "showErrors",
    "sessionTokenOnly",
    "allowDebug",
  ])("%s is enough", async (attribute) => {
    expect(
      await said(rule, { name: "public", [attribute]: "true", ...subNetwork("10.0.0.0/8", "*") }),
    ).toEqual(["fail public"]);
  });

  test("is one finding, that shows every attribute", async () => {
    const { of } = await lint(`
      serverConf: { shared: { securityZone: { name: public, showErrors: 1, allowDebug: 1, subNetwork: { mask: "*" } } } }
    `);
    const [result, ...others] = of(rule);
    expect(others).toEqual([]);
    expect(result?.message).toContain("showErrors and allowDebug");
    expect(result?.relatedLocations.map(({ message }) => message)).toEqual([
      'showErrors is "1".',
      'allowDebug is "1".',
    ]);
  });

  test("needs a configuration that is whole to tell that there is none", async () => {
    const zone = { name: "lan", showErrors: true, ...subNetwork("10.0.0.0/8") };
    expect(await said(rule, zone)).toEqual(["pass lan"]);
    expect(await said(rule, zone, INCOMPLETE)).toEqual(["unknown lan"]);
  });

  test("asks for no attribute where one is true already", async () => {
    const { of } = await lint(`
      serverConf: { shared: { securityZone: { name: lan, showErrors: "true", subNetwork: { name: a, mask: "10.*" } } } }
    `);
    expect(of(rule)[0]?.message).toBe(
      'Security zone "lan" has showErrors set to true, but whether it has a subnet of all addresses is not known: mask "10.*" of subnet "lan/a" cannot be read as an address or a range of addresses.',
    );
  });
});

describe("zone-proxy", () => {
  const rule = "zone-proxy";

  test.each([
    ["10.0.0.0/8", "10.0.0.7", "fail lan/lan1 proxy"],
    ["10.0.0.0/8", "127.0.0.1,11.0.0.7, 10.0.0.7", "fail lan/lan1 proxy"],
    ["10.0.0.0/8", "proxy.acme.example, 10.0.0.7", "fail lan/lan1 proxy"],
    ["10.0.0.0/8", "::ffff:10.0.0.7", "fail lan/lan1 proxy"],
    ["10.131.146.102", "10.131.146.102", "fail lan/lan1 proxy"],
    ["fc00::/7", "10.0.0.7,fd12:0:0::7", "fail lan/lan1 proxy"],
    ["10.0.0.0/8", "11.0.0.7,::1", "pass lan/lan1"],
    ["127.0.0.1/16", "127.0.0.1, ::1,", "pass lan/lan1"],
    ["127.0.0.1/8", "127.1.2.3", "pass lan/lan1"],
    ["a.b.c.d/xx", "127.0.0.1", "pass lan/lan1"],
    ["10.0.0.0/8", "", "pass lan/lan1"],
    ["fc00::/7", "10.0.0.7", "pass lan/lan1"],
    ["*", "10.0.0.7", "notApplicable lan/lan1"],
    ["0.0.0.0/0", "10.0.0.7", "notApplicable lan/lan1"],
    ["a.b.c.d/xx", "10.0.0.7", "unknown lan/lan1 proxy"],
    ["10.0.0.0/8", "10.0.0.7:8080", "unknown lan/lan1 proxy"],
    ["10.0.0.0/8", "127.0.0.1 10.0.0.7", "unknown lan/lan1 proxy"],
  ])("mask %s, proxy %j: %s", async (mask, proxy, expected) => {
    expect(await said(rule, { name: "lan", subNetwork: { name: "lan1", mask, proxy } })).toEqual([expected]);
  });

  test("names the proxies that are inside, and no others", async () => {
    const { of } = await lint(`
      serverConf: { shared: { securityZone: { name: lan, subNetwork: { name: a, mask: 10.0.0.0/8, proxy: "::1, 10.0.0.7, 11.0.0.7, 10.0.0.8" } } } }
    `);
    expect(of(rule)[0]).toMatchObject({ observed: "10.0.0.7, 10.0.0.8" });
    expect(of(rule)[0]?.message).toMatch(
      /^Proxy "10\.0\.0\.7" and "10\.0\.0\.8" of subnet "lan\/a" are inside/,
    );
  });

  test("tells subnets of one name apart by their zones", async () => {
    const inner = { name: "lan", subNetwork: { name: "a", mask: "10.0.0.0/8", proxy: "10.0.0.7" } };
    const outer = { name: "public", subNetwork: { name: "a", mask: "11.0.0.0/8", proxy: "10.0.0.7" } };
    expect(await said(rule, { ...outer, securityZone: inner })).toEqual([
      "fail lan/a proxy",
      "pass public/a",
    ]);
  });

  test("asks for the rest of a configuration that may not be whole", async () => {
    const zone = {
      name: "lan",
      subNetwork: [
        { name: "a", mask: "10.0.0.0/8" },
        { name: "b", mask: "*", proxy: "::1" },
      ],
    };
    expect(await said(rule, zone)).toEqual(["pass lan/b"]);
    expect(await said(rule, zone, INCOMPLETE)).toEqual(["pass lan/b", "unknown prod"]);
  });
});

describe("serverConf.xml and config-<instance>.xml", () => {
  const FILES = {
    "acme/serverConf.xml": `<serverConf>
  <shared>
    <securityZone name="public" allowEmptyPassword="false" allowUserPassword="false" allowSQLInjection="false" showErrors="true">
      <subNetwork name="all" mask="*" proxy="10.131.146.102,127.0.0.1, ::1"/>
      <securityZone name="lan" allowEmptyPassword="true" allowUserPassword="true" allowSQLInjection="false" allowHTTP="true" showErrors="false">
        <subNetwork name="lan1" mask="192.168.0.0/16"/>
        <subNetwork name="lan6" mask="fc00::/7" proxy="::1"/>
      </securityZone>
    </securityZone>
  </shared>
</serverConf>
`,
    "acme/config-acme.xml": `<serverconf>
  <shared>
    <securityZone name="public" showErrors="0">
      <securityZone name="lan" allowEmptyPassword="false" allowSQLInjection="1">
        <subNetwork name="lan1" proxy="192.168.7.7"/>
        <subNetwork id="cus1" mask="fd12::/16" proxy="fd12:34::7"/>
      </securityZone>
    </securityZone>
  </shared>
</serverconf>
`,
  };

  async function fails(files: Readonly<Record<string, string>>) {
    const { report } = await lintFiles(files, { presets: ["hardening"] });
    return report.results
      .filter(({ verdict, rule }) => verdict === "fail" && rule.control.startsWith("7."))
      .map((result) => {
        const { path } = result.location;
        return [
          result.rule.id,
          result.subject.name,
          `${path.replace("acme/", "")}:${result.location.startLine}`,
          select(files[path] ?? "", result),
        ];
      });
  }

  test("count together, and each finding stands in the file that says it", async () => {
    expect(await fails(FILES)).toEqual([
      ["zone-forbidden", "lan", "config-acme.xml:4", '"1"'],
      ["zone-proxy", "lan/lan1", "config-acme.xml:5", '"192.168.7.7"'],
      ["zone-proxy", "lan/cus1", "config-acme.xml:6", '"fd12:34::7"'],
      ["zone-forbidden", "lan", "serverConf.xml:5", '"true"'],
      ["zone-exposed", "lan", "serverConf.xml:5", '"true"'],
    ]);
  });

  test("alone says what is written in it", async () => {
    expect(await fails({ "acme/serverConf.xml": FILES["acme/serverConf.xml"] })).toEqual([
      ["zone-exposed", "public", "serverConf.xml:3", '"true"'],
      ["zone-wildcard", "public", "serverConf.xml:4", '"*"'],
      ["zone-forbidden", "lan", "serverConf.xml:5", '"true"'],
      ["zone-forbidden", "lan", "serverConf.xml:5", '"true"'],
      ["zone-exposed", "lan", "serverConf.xml:5", '"true"'],
    ]);
    const own = { "acme/config-acme.xml": FILES["acme/config-acme.xml"] };
    expect((await fails(own)).map(([rule]) => rule)).toEqual(["zone-forbidden", "zone-proxy"]);
    const { report } = await lintFiles(own, { presets: ["hardening"] });
    const proxies = report.results.filter(({ rule }) => rule.id === "zone-proxy");
    // The mask of lan1 is in the other file.
    expect(proxies.map(({ verdict, subject }) => `${verdict} ${subject.name}`)).toContain("unknown lan/lan1");
  });
});

test("2,000 zones with 20,000 subnets are judged in one go", async () => {
  const zones = Array.from({ length: 2_000 }, (_, index) => ({
    name: `z${index}`,
    allowHTTP: "true",
    subNetwork: Array.from({ length: 10 }, (_none, at) => ({
      name: `s${at}`,
      mask: at === 9 ? "*" : "127.0.0.1",
      proxy: "10.0.0.7",
    })),
  }));
  const deep = zones.reduceRight((inner, zone, index) =>
    // As deep as files are read, and as wide beside that.
    index < 90 ? { ...zone, securityZone: inner } : zone,
  );
  for (const all of [zones, [deep, ...zones.slice(91)]]) {
    const { report } = await lintFiles(
      { "a.json": JSON.stringify({ imsLint: "snapshot/v1", serverConf: { shared: { securityZone: all } } }) },
      { presets: ["hardening"], showPasses: false },
    );
    const count = (id: string) =>
      report.results.filter(({ rule, verdict }) => rule.id === id && verdict === "fail").length;
    expect([count("zone-exposed"), count("zone-wildcard")]).toEqual([2_000, 2_000]);
  }
});
