import { recogniseCampaignJson } from "./campaign-json.js";
import type { Document } from "./document.js";
import type { Recognised } from "./export.js";
import { recogniseSessionInfo } from "./session-info.js";
import { recogniseUserManagement } from "./user-management-api.js";

/**
 * Finds out which of the exports in JSON a document is, and reads it; as YAML, whose scalars are text, it is the same.
 *
 * @param path of the file, whose name can number a page
 * @param isNamed whether the file was named, and not found: then it need not bear our marks beyond doubt
 */
export function recogniseData(document: Document, path: string, isNamed: boolean): Recognised {
  return (
    recogniseSessionInfo(document) ??
    recogniseUserManagement(document, path, isNamed) ??
    recogniseCampaignJson(document, isNamed) ?? {
      foreign: { why: "data in which nothing is of Campaign or the User Management API", isNear: false },
    }
  );
}

/** Whether a text that cannot be parsed is one of these exports all the same, by the keys in it. */
export function bearsDataMark(text: string): boolean {
  return MARKS.some((marks) => marks.every((mark) => mark.test(text)));
}

/** All of a row must be there. */
const MARKS: readonly (readonly RegExp[])[] = [
  [key("lastPage"), key("users|groups")],
  [/["']?\bresult["']?[ \t]{0,9}:[ \t]{0,9}["']?error\./],
  [key("serverInfo"), key("buildNumber|instanceName|releaseName")],
  [key("imsOrgId|imsRightsMask|imsServer")],
  [key("extAccount"), key("callbackServer|clientId|provider|account")],
  [key("operatorGroup"), key("operator"), key("group")],
  [key("operator"), key("authenticationType|securityZone")],
  [key("option"), key("stringValue|longValue|dataType")],
  [key("srcSchema"), key("extendedSchema|entitySchema")],
];

/** A key of JSON or YAML, with the `@` of BadgerFish or without. */
function key(names: string): RegExp {
  return new RegExp(`(?:["'{,[\\s]|^)@?(?:${names})["']?[ \\t]{0,9}:`);
}
