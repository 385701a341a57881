import { isRecord } from "../section.js";

/**
 * Keys are left out when empty, so a user without groups holds none (getUsersREST.md says so of `groups`).
 *
 * @param isOfGroup whether the user is one of a group's, who is in that at least
 */
export function readUser(user: unknown, isOfGroup: boolean): void {
  if (!isRecord(user)) return;
  takeOlder(user, ["type", "firstname", "lastname", "country"]);
  if (!isOfGroup) user.groups ??= [];
}

export function readGroup(group: unknown): void {
  if (isRecord(group)) takeOlder(group, ["groupName", "memberCount"]);
}

function takeOlder(record: Record<string, unknown>, fields: readonly string[]): void {
  for (const field of fields) {
    const older = record[OLDER.get(field) ?? ""];
    if (record[field] === undefined && older !== undefined) record[field] = older;
  }
}

/** What the deprecated listings call a field. */
export const OLDER: ReadonlyMap<string | number, string> = new Map(
  Object.entries({
    type: "userType",
    firstname: "firstName",
    lastname: "lastName",
    country: "countryCode",
    groupName: "name",
    memberCount: "userCount",
  }),
);

const USER_TYPES: readonly unknown[] = ["adobeID", "enterpriseID", "federatedID", "unknown"];

/** Whether a record says by its type that it is the API's, which hardly any other program's does. */
export function isTyped(value: unknown): boolean {
  return isRecord(value) && TYPES.includes(value.type);
}

const TYPES: readonly unknown[] = [
  "adobeID",
  "enterpriseID",
  "federatedID",
  "PRODUCT_PROFILE",
  "USER_GROUP",
  "SYSADMIN_GROUP",
];

export function isUser(value: unknown): boolean {
  return isSomeone(value) && USER_TYPES.includes(value.type);
}

/** A user or a group. */
export function isOurs(value: unknown): boolean {
  return isUser(value) || (isRecord(value) && typeof value.groupName === "string");
}

export function isSomeone(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && (typeof value.email === "string" || typeof value.username === "string");
}

export function isDeprecatedUser(value: unknown): boolean {
  return isSomeone(value) && USER_TYPES.includes(value.userType);
}

export function isDeprecatedGroup(value: unknown): boolean {
  return isRecord(value) && typeof value.name === "string" && value.type === "USER_GROUP";
}
