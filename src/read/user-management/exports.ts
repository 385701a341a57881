import { readFlag } from "../../model/leaves.js";
import { maskUserInfo } from "../../model/user-info.js";
import { type Aside, leftOvers, setAsideMember } from "../asides.js";
import type { Document, Route } from "../document.js";
import { asExport, type ExportedList, type Recognised } from "../export.js";
import { inKeys, isRecord } from "../section.js";
import { pageNumberOf } from "./page-number.js";
import {
  isDeprecatedGroup,
  isDeprecatedUser,
  isOurs,
  isSomeone,
  isTyped,
  isUser,
  OLDER,
  readGroup,
  readUser,
} from "./records.js";

/**
 * Listings of the User Management API (UMAPI docs/en/api): pages of users (getUsersWithPage.md), of groups and product
 * profiles (group.md), of the users of one group (getUsersByGroup.md), and a single user (getUser.md); of the
 * deprecated ones users (getUsersREST.md) and user groups (getUserGroups.md), which are bare arrays. Whether users hold
 * profiles through user groups as well (`directOnly`) no answer tells. Undefined where a document is none of them.
 *
 * A page is whole for itself alone: `complete` says what one file can tell, and `page` is for whoever knows all files.
 */
export function recogniseUserManagement(
  document: Document,
  path: string,
  isNamed: boolean,
): Recognised | undefined {
  const { value } = document;
  if (Array.isArray(value)) return isNamed ? recogniseArray(document, value) : undefined;
  if (!isRecord(value)) return undefined;
  const error = recogniseError(document, value, isNamed);
  if (error) return error;
  if (isYesOrNo(value.lastPage)) return recognisePage(document, value, path, isNamed);
  if (value.result === "success" && isUser(value.user)) {
    const list = listing("users", [value.user], ["user"]);
    return { exports: [exportOf(document, [{ ...list, isSingle: true }])] };
  }
  if (isNamed && Array.isArray(value.licenseConfigurations))
    return near("an answer of a deprecated API without the profiles' names");
  const looksOurs = isNamed ? isOurs : isTyped;
  const isListing = [value.users, value.groups].some((list) => Array.isArray(list) && list.some(looksOurs));
  return isListing
    ? near("users or groups without lastPage, which every page of the User Management API has")
    : undefined;
}

/** An answer that was saved though it is an error: of the API, of the gateway before it, or of a deprecated one. */
function recogniseError(
  document: Document,
  value: Record<string, unknown>,
  isNamed: boolean,
): Recognised | undefined {
  const { result, error_code: gateway, errorCode: deprecated } = value;
  const isError =
    typeof result === "string" && (result.startsWith("error.") || (isNamed && result === "error"));
  const key = isError ? "result" : gateway !== undefined ? "error_code" : "errorCode";
  const message = value.message ?? value.errorMessage;
  if (!isError && (!isNamed || typeof message !== "string" || (gateway ?? deprecated) === undefined))
    return undefined;
  const words = [value[key], message].filter((part) => typeof part === "string" || typeof part === "number");
  const detail = maskUserInfo(words.join(": ")).slice(0, MAX_MESSAGE);
  const [place] = document.locate([[key]]);
  return {
    unreadable: { reason: "saved-error", detail, ...(place ? { offset: place.value.start } : {}) },
    source: document.source,
  };
}

const MAX_MESSAGE = 300;

function recognisePage(
  document: Document,
  value: Record<string, unknown>,
  path: string,
  isNamed: boolean,
): Recognised | undefined {
  const { users, groups, result } = value;
  const lists: Listing[] = [];
  if (Array.isArray(users)) lists.push(listing("users", users, ["users"]));
  if (Array.isArray(groups)) lists.push(listing("groups", groups, ["groups"]));
  if (lists.length === 0) {
    // A page behind the last one is such an answer: { "lastPage": true, "result": "Not found" } (group.md).
    return typeof result === "string"
      ? near("a page of the User Management API without users or groups")
      : undefined;
  }
  const records = lists.flatMap((list) => list.records);
  const isAnswer = typeof result === "string" && (records.length === 0 || records.some(isSomeone));
  if (!isAnswer && !records.some(isOurs)) {
    const why = "a page of users or groups that have none of the User Management API's fields";
    return isNamed ? near(why) : undefined;
  }
  const isLast = readFlag(value.lastPage) === true;
  // The users of one group are a selection.
  const isWhole = value.groupName === undefined;
  const { number, listing: name } = pageNumberOf(path);
  const paged = lists.map((list): Listing => {
    if (!isWhole) return { ...list, complete: isLast ? "unknown" : "no" };
    const complete = !isLast ? "no" : number === undefined || number === 0 ? "yes" : "unknown";
    return { ...list, complete, page: { listing: `${name}#${list.key}`, number, isLast } };
  });
  return { exports: [exportOf(document, paged)] };
}

/** The deprecated listings tell their pages in headers, which are not in the file. */
function recogniseArray(document: Document, records: readonly unknown[]): Recognised | undefined {
  if (records.length === 0) return undefined;
  if (records.every(isDeprecatedUser))
    return { exports: [exportOf(document, [listing("users", records, [])])] };
  if (records.every(isDeprecatedGroup))
    return { exports: [exportOf(document, [listing("groups", records, [])])] };
  const isOfPages = records.every((record) => isRecord(record) && isYesOrNo(record.lastPage));
  return isOfPages
    ? near("a list of pages: save each page of the User Management API as a file of its own")
    : undefined;
}

interface Listing extends Pick<ExportedList, "complete" | "page"> {
  readonly key: "users" | "groups";
  readonly records: readonly unknown[];
  /** Where the list stands in the document. */
  readonly at: Route;
  /** Whether its one record stands there. */
  readonly isSingle?: boolean;
}

function listing(key: Listing["key"], records: readonly unknown[], at: Route): Listing {
  return { key, records, at, complete: "unknown" };
}

function exportOf(document: Document, lists: readonly Listing[]): ReturnType<typeof asExport> {
  const asides: Aside[] = [];
  if (isRecord(document.value)) {
    for (const key in document.value) {
      if (!lists.some(({ at }) => at[0] === key)) setAsideMember(document.value, key, [], asides);
    }
  }
  // Of the users of one group their other groups need not be told, and that one is not.
  const isOfGroup = isRecord(document.value) && document.value.groupName !== undefined;
  for (const { key, records } of lists) {
    for (const record of records) {
      if (key === "groups") readGroup(record);
      else readUser(record, isOfGroup);
    }
  }
  const routesOf = ([section, key, index, ...steps]: Route): readonly Route[] => {
    if (section === undefined || key === undefined) return [[]];
    const list = lists.find((own) => own.key === key);
    if (section !== "organization" || !list) return [];
    const record = index === undefined || list.isSingle ? list.at : [...list.at, index];
    const [field, ...rest] = steps;
    if (field === undefined) return [record];
    const own = [field, OLDER.get(field)].flatMap((name) =>
      name === undefined ? [] : [[...record, name, ...rest]],
    );
    // Memberships that are left out stand nowhere but in the lack of them.
    return field === "groups" && rest.length === 0 ? [...own, record] : own;
  };
  return asExport(
    { ...document, leftOver: leftOvers(document, asides) },
    {
      value: { organization: Object.fromEntries(lists.map(({ key, records }) => [key, records])) },
      format: "user-management-api",
      lists: lists.map(({ key, records, complete, page }) => ({
        key: key === "users" ? "users" : "profiles",
        route: ["organization", key],
        count: records.length,
        complete,
        ...(page ? { page } : {}),
      })),
      routesOf,
      written: (route) => inKeys(routesOf(route)[0] ?? route),
    },
  );
}

function isYesOrNo(value: unknown): boolean {
  return typeof value === "boolean" || value === "true" || value === "false";
}

function near(why: string): Recognised {
  return { foreign: { why, isNear: true } };
}
