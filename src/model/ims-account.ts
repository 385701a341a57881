import type { ExtAccount } from "./snapshot.schema.js";
import type { Instance } from "./workspace.js";

/** Internal names of the IMS account: the docs give the first, Adobe's screenshots the second. */
export const IMS_ACCOUNT_NAMES = ["Adobe_Marketing_Cloud", "Adobe_Experience_Cloud"] as const;

/**
 * The IMS accounts among the external accounts: known by name, or by a field that only this type fills. The number of
 * their type is not public.
 */
export function imsAccountsOf(instance: Instance): readonly ExtAccount[] {
  return (instance.extAccounts?.records ?? []).filter(isImsAccount);
}

function isImsAccount(account: ExtAccount): boolean {
  const names: readonly string[] = IMS_ACCOUNT_NAMES;
  return (
    (account.name !== undefined && names.includes(account.name)) ||
    Boolean(account.imsServer) ||
    Boolean(account.imsOrgId) ||
    Boolean(account.imsRightsMask)
  );
}

/** How people call an account: its internal name, else its label. */
export function accountName(account: ExtAccount): string {
  return account.name || account.label || "IMS external account";
}
