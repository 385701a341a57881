/** Hosts of the IMS server, for stage and production instances alike (ims-troubleshooting.md, external-accounts.md). */
export const IMS_HOSTS = ["ims-na1.adobelogin.com", "adobeid-na1.services.adobe.com"] as const;

/** Hosts of IMS itself under test, which no instance may use (the same pages). */
const IMS_STAGE_HOSTS = ["ims-na1-stg1.adobelogin.com", "adobeid-na1-stg1.services.adobe.com"];

/** Whether the docs know the host, of production or of stage. */
export function isDocumentedImsHost(host: string): boolean {
  return [...IMS_HOSTS, ...IMS_STAGE_HOSTS].includes(host);
}

/** Whether a host, in lower case, is one of IMS under test. */
export function isStageHost(host: string): boolean {
  return host.includes("-stg1");
}
