import { parseEvents, YAMLException } from "js-yaml";
import { type Document, MAX_DEPTH, type ReadResult } from "../document.js";
import { told } from "../duplicates.js";
import type { SourceText } from "../source.js";
import { Builder, Refused } from "./yaml-build.js";
import { secretComments } from "./yaml-comments.js";
import { DOCUMENT, type Event, endOfNode, POP } from "./yaml-events.js";
import { locate } from "./yaml-locate.js";

/** Reads a YAML file, every document in it. The parser's events are kept: they are the table of places. */
export function readYaml(path: string, source: SourceText): ReadResult {
  const text = source.raw;
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const tooDeep = error.reason.startsWith("nesting exceeded");
    return {
      unreadable: {
        reason: tooDeep ? "too-deep" : "syntax",
        detail: tooDeep ? "" : withoutSource(error.reason),
        offset: error.mark?.position ?? 0,
      },
      source,
    };
  }
  source.hideFound(() => secretComments(text));
  const documents: Document[] = [];
  for (let at = 0; at < events.length; at++) {
    if (events[at]?.type !== DOCUMENT) continue;
    const start = at + 1;
    at = endOfNode(events, at) - 1;
    if (events[start]?.type === POP) continue;
    const builder = new Builder(events, text);
    try {
      const value = builder.build(start);
      documents.push({
        path,
        index: documents.length,
        value,
        source,
        duplicates: told(builder.duplicates),
        hasAliases: builder.anchors.size > 0,
        leftOver: builder.leftOver,
        locate: (routes) => locate(events, text, start, builder.anchors, routes),
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { unreadable: { reason: error.reason, detail: error.detail, offset: error.offset }, source };
    }
  }
  return { documents };
}

/** The parser's reason without the parts of the source that it quotes. */
function withoutSource(reason: string): string {
  return reason
    .replace(/ ?(?:for )?"[\s\S]*"/, "")
    .replace(/: [\s\S]*$/, "")
    .trim();
}
