import { type Aside, leftOvers, setAside } from "../asides.js";
import type { Document, Route } from "../document.js";
import { asExport, type ExportedList, type Recognised } from "../export.js";
import { inKeys, isRecord, valueAt } from "../section.js";
import { plainKeys } from "./badger-fish.js";

/**
 * What Campaign tells of itself at logon, as acc-js-sdk gives it (`client.getSessionInfo()`, docs/connecting.html):
 * `serverInfo`, and `userInfo` with the installed packages. Undefined where a document is no session info.
 */
export function recogniseSessionInfo(document: Document): Recognised | undefined {
  const at = placeOfInfo(document.value);
  if (!at) return undefined;
  const plain = plainKeys(document);
  const info = valueAt(plain.value, at);
  if (!isRecord(info) || !isRecord(info.serverInfo)) return undefined;
  const { serverInfo, userInfo } = info;
  const installed = isRecord(userInfo) ? userInfo["installed-package"] : undefined;
  const packages = installed === undefined || installed === null ? undefined : packagesOf(installed);
  const value = {
    ...dateOf(serverInfo),
    ...section("server", serverInfo, { buildNumber: "buildNumber", releaseName: "releaseName" }),
    ...section("instance", serverInfo, { name: "instanceName" }),
    ...(packages ? { packages } : {}),
  };

  const inPlainKeys = (route: Route) => routeOf(route, at, Array.isArray(installed));
  const routesOf = (route: Route) => {
    const own = inPlainKeys(route);
    return own ? [plain.routeOf(own)] : [];
  };
  const asides: Aside[] = [];
  setAside(document.value, [], asides);
  const exported = asExport(
    { ...document, leftOver: leftOvers(document, asides) },
    {
      value,
      format: "session-info",
      lists: packages ? [listOf(packages)] : [],
      routesOf,
      written: (route) => inKeys(inPlainKeys(route) ?? route),
    },
  );
  return { exports: [exported] };
}

/** The SDK takes a package that is not listed for one that is not installed (src/client.js, `hasPackage`). */
function listOf(packages: readonly unknown[]): ExportedList {
  return { key: "packages", route: ["packages"], count: packages.length, complete: "yes" };
}

/** Where `serverInfo` stands: at the top, or in `sessionInfo`, the element that Campaign sends. */
function placeOfInfo(value: unknown): Route | undefined {
  if (!isRecord(value)) return undefined;
  if (isServerInfo(value.serverInfo)) return [];
  return isRecord(value.sessionInfo) && isServerInfo(value.sessionInfo.serverInfo)
    ? ["sessionInfo"]
    : undefined;
}

/** Others have a `serverInfo` too, even with a build number. */
function isServerInfo(value: unknown): boolean {
  return isRecord(value) && CAMPAIGNS_OWN.some((key) => (value[key] ?? value[`@${key}`]) !== undefined);
}

/** acc-js-sdk test/mock.js */
const CAMPAIGNS_OWN = [
  "instanceName",
  "releaseName",
  "advisedClientBuildNumber",
  "minClientBuildNumber",
  "majNumber",
  "fohVersion",
];

/** A section of the snapshot with the members of a record that are there; none where none is. */
function section(
  name: string,
  record: Record<string, unknown>,
  keys: Readonly<Record<string, string>>,
): Record<string, Record<string, unknown>> {
  const stated = Object.entries(keys).filter(([, key]) => record[key] !== undefined);
  return stated.length > 0
    ? { [name]: Object.fromEntries(stated.map(([own, key]) => [own, record[key]])) }
    : {};
}

/** The session was opened then, by the server's clock. */
function dateOf({ serverDate }: Record<string, unknown>): { exported?: string } {
  return typeof serverDate === "string" && /^\d{4}-\d{2}-\d{2}/.test(serverDate)
    ? { exported: serverDate }
    : {};
}

function packagesOf(installed: unknown): Record<string, unknown>[] {
  const items: readonly unknown[] = Array.isArray(installed) ? installed : [installed];
  return items.map((item) => {
    if (!isRecord(item)) return {};
    const { namespace, name, label } = item;
    const isNamed = typeof namespace === "string" && typeof name === "string";
    return { ...(isNamed ? { id: `${namespace}:${name}` } : {}), ...(label === undefined ? {} : { label }) };
  });
}

/** Where a route of the snapshot stands, in plain keys. */
function routeOf([section, key, ...rest]: Route, at: Route, isList: boolean): Route | undefined {
  const server = [...at, "serverInfo"];
  const packages = [...at, "userInfo", "installed-package"];
  switch (section) {
    case undefined:
      return at;
    case "exported":
      return [...server, "serverDate"];
    case "server":
      return key === undefined ? server : [...server, key, ...rest];
    case "instance":
      return key === "name" ? [...server, "instanceName", ...rest] : server;
    case "packages": {
      if (key === undefined) return packages;
      const [field, ...deeper] = rest;
      const own = isList ? [...packages, key] : packages;
      return field === undefined ? own : [...own, field === "id" ? "name" : field, ...deeper];
    }
    default:
      return undefined;
  }
}
