import { type Address, readAddress } from "./url.js";
import type { Instance } from "./workspace.js";

/** The address with which people open an instance, as far as it is known. */
export interface AccessUrl {
  readonly text: string;
  /**
   * - `url`: stated, in the config or the snapshot
   * - `option`: NmsServer_URL, «base URL of the public web application server», which may be another host
   *   (ACC installation/using/configuring-campaign-options.md)
   */
  readonly from: "url" | "option";
  /** Undefined where the text is no URL with a host. */
  readonly address: Address | undefined;
}

/** The access URL of an instance; undefined where nothing states it. */
export function accessUrlOf({ url, options }: Instance): AccessUrl | undefined {
  if (url) return { text: url, from: "url", address: readAddress(url) };
  const publicUrl = options?.NmsServer_URL;
  if (!publicUrl) return undefined;
  return { text: publicUrl, from: "option", address: readAddress(publicUrl) };
}

/** Host and port of an address; a port that is not written counts as 443. */
export function endpointOf({ host, port }: Address): string {
  return `${host}:${port ?? 443}`;
}
