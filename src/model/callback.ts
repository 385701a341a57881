import { endpointOf } from "./access-url.js";
import type { Compared } from "./common-field.js";
import { type Address, readAddress } from "./url.js";

/** The callback server, where IMS sends people back to after the login, as instances are held against one another by it. */
export const CALLBACK: Compared<"callbackServer", Address> = {
  field: "callbackServer",
  label: "Callback server",
  read: readAddress,
  keyOf: (address) => endpointOf(address) + pathOf(address),
  unusable: (stated) =>
    stated === ""
      ? { message: "Callback server is empty.", rule: "callback-https" }
      : { message: `Callback server "${stated}" is no URL with a host.`, rule: "callback-url" },
};

/** The path of an address; a slash at its end does not count. */
export function pathOf({ path }: Address): string {
  return path.replace(/\/+$/, "");
}
