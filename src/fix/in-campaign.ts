import type { Mending } from "./settle.js";

/** What the form of an external account calls its fields (ACC installation/using/external-accounts.md). */
const LABELS: Readonly<Record<string, string>> = {
  imsServer: "IMS server",
  userScope: "IMS scope",
  clientId: "IMS client identifier",
  callbackServer: "Callback server",
  imsOrgId: "IMS organization ID",
  imsRightsMask: "Association mask",
  productContext: "Product context",
  server: "Server",
  tenant: "Tenant",
};

export const EXTERNAL_ACCOUNTS = "Administration > Platform > External accounts";

/** «Administration > Platform > External accounts > Adobe_Experience_Cloud: set Association mask to "…"» */
export function inCampaign({ place, to, findings }: Mending): string {
  const field = String(place.routes[0]?.at(-1) ?? "");
  const label = LABELS[field] ?? field;
  const account = findings[0]?.subject.name ?? "";
  return `${EXTERNAL_ACCOUNTS} > ${account}: set ${label} to "${to}"`;
}
