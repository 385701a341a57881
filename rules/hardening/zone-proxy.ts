import { defineRule } from "../../src/evaluate/rule.js";
import { joined } from "../../src/model/joined-names.js";
import { subnetsOf } from "../../src/model/server-settings.js";
import { isEveryAddress, isLoopback, isWithin, readSingle } from "../../src/model/subnet.js";
import { whyUnread, zonesUnstated } from "../../src/model/zone-risks.js";

export default defineRule({
  id: "zone-proxy",
  control: "7.6",
  level: "must",
  since: "0.1.0",
  subject: "subnet",
  securitySeverity: "8.0",
  title: "No proxy is inside the subnet that it is the proxy of",
  why: "Whoever comes through a proxy whose own address is in the subnet can enter the security zone from anywhere, as the proxy's address is trusted.",
  remedy:
    "In serverConf.xml or config-<instance>.xml, narrow the mask of the subnet so that the proxy's address is outside, or take the address out of proxy. A mask of all addresses and proxies on the machine itself (127.0.0.1, ::1) are fine. Restart the server, export again.",
  source: ["campaign-classic.en: installation/using/security-zones.md"],
  needs: ["serverConf"],
  check({ instance, serverConf }, verdict) {
    const unstated = zonesUnstated(serverConf);
    if (unstated) verdict.unknown(instance, unstated);
    const subnets = subnetsOf(serverConf);
    for (const subnet of subnets) {
      const { name, mask, block, proxy } = subnet;
      if (!proxy) continue;
      const proxies = readProxies(proxy.text).filter(({ address }) => !address || !isLoopback(address));
      const inside = proxies.filter(({ address }) => block && address && isWithin(address, block));
      const unread = proxies.filter(({ address }) => !address);
      const at = [serverConf, ...proxy.route] as const;
      if (proxies.length === 0) {
        verdict.pass(subnet);
      } else if (!mask || !block) {
        verdict.unknown(subnet, {
          message: `Subnet "${name}" has a proxy, but whether the proxy is inside is not known: ${whyUnread(subnet)}.`,
          at: mask ? [serverConf, ...mask.route] : at,
          property: "proxy",
          ...(mask ? {} : { missing: "serverConf" }),
        });
      } else if (isEveryAddress(block)) {
        verdict.notApplicable(
          subnet,
          `Mask "${mask.text}" takes in every address, so a proxy lets nobody in who is not in already.`,
        );
      } else if (inside.length > 0) {
        const shown = joined(inside.map(({ text }) => `"${text}"`));
        verdict.fail(subnet, {
          message: `Proxy ${shown} of subnet "${name}" ${inside.length > 1 ? "are" : "is"} inside its own mask "${mask.text}": whoever comes through it can enter the security zone, from anywhere. Narrow the mask, or take the address out of proxy.`,
          at,
          property: "proxy",
          observed: inside.map(({ text }) => text).join(", "),
          expected: `addresses outside ${mask.text}`,
          related: [{ at: [serverConf, ...mask.route], message: "The mask." }],
        });
      } else if (unread.length > 0) {
        verdict.unknown(subnet, {
          message: `Proxy ${joined(unread.map(({ text }) => `"${text}"`))} of subnet "${name}" is no IP address, so whether it is inside the mask "${mask.text}" is not known.`,
          at,
          property: "proxy",
        });
      } else {
        verdict.pass(subnet);
      }
    }
    const open = subnets.filter(({ proxy }) => !proxy).length;
    const isWhole = instance.serverConfComplete === "yes";
    if (!unstated && !isWhole && (open > 0 || subnets.length === 0)) {
      verdict.unknown(instance, {
        message: `${open > 0 ? `${open} ${open > 1 ? "subnets state" : "subnet states"} no proxy` : "No subnet is in the export"}, but the server configuration in the export may not be whole.`,
        at: [serverConf],
        property: "",
        missing: "serverConf",
      });
    } else if (subnets.length > 0 && open === subnets.length) {
      verdict.notApplicable(instance, "No subnet of the security zones has a proxy.");
    }
  },
  examples: {
    fails: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan1, mask: 192.168.0.0/16, proxy: "127.0.0.1, 192.168.0.7" } }
        `,
        at: '"127.0.0.1, 192.168.0.7"',
      },
      {
        shows: "IPv6",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan6, mask: "fc00::/7", proxy: "fd12::7" } }
        `,
        at: '"fd12::7"',
      },
    ],
    passes: [
      {
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan1, mask: 192.168.0.0/16, proxy: "10.131.146.102" } }
        `,
      },
      {
        shows: "Relays on the machine itself",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: local, subNetwork: { name: localhost, mask: 127.0.0.1/16, proxy: "127.0.0.1, ::1" } }
        `,
      },
    ],
    unknown: [
      {
        shows: "A proxy that is no address",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan1, mask: 192.168.0.0/16, proxy: proxy.acme.example } }
        `,
      },
      {
        shows: "A mask that cannot be read",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan1, mask: a.b.c.d/xx, proxy: 10.0.0.7 } }
        `,
      },
      {
        shows: "serverConf.xml may hold more",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: lan, subNetwork: { name: lan1, mask: 192.168.0.0/16 } }
          complete: { serverConf: unknown }
        `,
      },
    ],
    notApplicable: [
      {
        shows: "All addresses",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: public, subNetwork: { name: all, mask: "*", proxy: "10.131.146.102" } }
        `,
      },
      {
        shows: "No proxies",
        snapshot: `
          serverConf:
            shared:
              securityZone: { name: public, subNetwork: { name: all, mask: "*" } }
        `,
      },
    ],
  },
});

/** Several are parted by commas. */
function readProxies(text: string) {
  const written = text.split(",").map((part) => part.trim());
  return written.flatMap((own) => (own === "" ? [] : [{ text: own, address: readSingle(own) }]));
}
