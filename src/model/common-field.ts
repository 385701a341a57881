import type { ExtAccount } from "./snapshot.schema.js";

/** A field of the IMS external account, as instances are held against one another by it. */
export interface Compared<K extends keyof ExtAccount, T> {
  readonly field: K;
  /** As Campaign's form calls it. */
  readonly label: string;
  /** The value; undefined where what is stated is of no use. */
  read(stated: NonNullable<ExtAccount[K]>): T | undefined;
  /** Equal for values that are the same. */
  keyOf(value: T): string;
  /** Why what is stated is of no use, and the rule that reports it. */
  unusable(stated: NonNullable<ExtAccount[K]>): { readonly message: string; readonly rule: string };
}

/** The value that the IMS accounts of one instance share, and the account that it stands in; or why there is none. */
export type Common<T> =
  | { readonly is: "known"; readonly value: T; readonly account: ExtAccount }
  | { readonly is: "unknown"; readonly why: WhyUnknown };

/** As a verdict of unknown tells it. */
export interface WhyUnknown {
  readonly message: string;
  readonly at?: readonly [ExtAccount, keyof ExtAccount];
  readonly because?: { readonly rule: string; readonly subject: ExtAccount };
  readonly missing?: "imsAccountField" | "extAccounts";
}

/** Reads the field of every account. */
export function commonField<K extends keyof ExtAccount, T>(
  accounts: readonly ExtAccount[] | undefined,
  { field, label, read, keyOf, unusable }: Compared<K, T>,
): Common<T> {
  let common: Extract<Common<T>, { is: "known" }> | undefined;
  for (const account of accounts ?? []) {
    const stated = account[field];
    if (stated === undefined || stated === null) {
      return unknown({ message: `${label} is not in the export.`, missing: "imsAccountField" });
    }
    const at = [account, field] as const;
    const value = read(stated);
    if (value === undefined) {
      const { message, rule } = unusable(stated);
      return unknown({ message, at, because: { rule, subject: account } });
    }
    common ??= { is: "known", value, account };
    if (keyOf(value) !== keyOf(common.value)) {
      return unknown({
        message: `${label} differs between the IMS external accounts, so none of them is sure to count.`,
        at,
        because: { rule: "account-unique", subject: account },
      });
    }
  }
  return (
    common ?? unknown({ message: "The export does not hold external accounts.", missing: "extAccounts" })
  );
}

function unknown(why: WhyUnknown): { readonly is: "unknown"; readonly why: WhyUnknown } {
  return { is: "unknown", why };
}

/** The value that most have; of several the one that comes first. */
export function prevalent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
