import { recogniseCampaignJson } from "../campaign/json.js";
import { recogniseSessionInfo } from "../campaign/session-info.js";
import type { Document } from "../document.js";
import type { Recognised } from "../export.js";
import { recogniseUserManagement } from "../user-management/exports.js";

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

/**
 * Whether a text that cannot be parsed is one of these exports all the same: it opens with a key of theirs. Programs,
 * tests and pages quote them further down.
 */
export function bearsDataMark(text: string): boolean {
  const first = firstKey(text);
  return MARKS.some(([opening, ...others]) => opening.test(first) && others.every((mark) => mark.test(text)));
}

/** The first key of a row opens the text; all of the others must be there. */
const MARKS: readonly (readonly [opening: RegExp, ...others: RegExp[]])[] = [
  [/^lastPage$/, key("users|groups")],
  [/^(?:users|groups|groupName)$/, key("lastPage")],
  [/^result$/, /["']?\bresult["']?[ \t]{0,9}:[ \t]{0,9}["']?error\./],
  [/^result$/, key("lastPage"), key("users|groups")],
  [/^(?:serverInfo|userInfo|sessionInfo)$/, key("serverInfo"), key("buildNumber|instanceName|releaseName")],
  [/^(?:imsOrgId|imsRightsMask|imsServer)$/],
  [
    /^extAccount(?:-collection)?$/,
    key("imsOrgId|imsRightsMask|imsServer|callbackServer|clientId|provider|account"),
  ],
  [/^operatorGroup(?:-collection)?$/, key("operator"), key("group")],
  [/^operator(?:-collection)?$/, key("authenticationType|securityZone")],
  [/^option(?:-collection)?$/, key("stringValue|longValue|dataType")],
  [/^srcSchema(?:-collection)?$/, key("extendedSchema|entitySchema")],
];

/** The first key of the first object of JSON, or in the first line of YAML that is no comment; empty where there is none. */
function firstKey(text: string): string {
  const line = /[ \t]*(?:(?:#|---|%)[^\r\n]*)?[\r\n]+/y;
  let at = 0;
  while (line.test(text)) at = line.lastIndex;
  const opening = /[\s[{]*/y;
  opening.lastIndex = at;
  const brackets = opening.exec(text)?.[0] ?? "";
  const name = /(?:- ){0,9}["']?@?([\w-]{1,50})["']?[ \t]{0,9}:/y;
  name.lastIndex = at + brackets.length;
  const isAtBeginning = brackets === "" || /[[{]/.test(brackets);
  return isAtBeginning ? (name.exec(text)?.[1] ?? "") : "";
}

/** A key of JSON or YAML, with the `@` of BadgerFish or without. */
function key(names: string): RegExp {
  return new RegExp(`(?:["'{,[\\s]|^)@?(?:${names})["']?[ \\t]{0,9}:`);
}
