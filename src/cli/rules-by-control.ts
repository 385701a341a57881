import { mappings } from "../../controls/index.js";
import { asksInWords } from "../controls/claims.js";
import type { Mapping } from "../controls/mapping.js";
import { controlOf } from "../evaluate/areas.js";
import type { Rule } from "../evaluate/rule.js";
import { wrap } from "../report/terminal.js";
import { UsageError } from "./edges.js";
import { oneOf } from "./options.js";

/** The mappings of the frameworks that are asked for, with what concerns the listed rules. */
export function mappingsOf(wanted: readonly string[], listed: readonly Rule[]): Mapping[] {
  if (wanted.length === 0) throw new UsageError("--framework needs a value: --framework <id>.");
  const ids = new Set(wanted.map(frameworkOf));
  const isListed = ({ rule }: { readonly rule: string }) => listed.some(({ id }) => id === rule);
  return mappings
    .filter(({ framework }) => ids.has(framework.id))
    .map((mapping) => ({
      ...mapping,
      controls: mapping.controls
        .map((control) => ({ ...control, rules: control.rules.filter(isListed) }))
        .filter((control) => control.rules.length > 0),
      unmapped: mapping.unmapped.filter(isListed),
    }));
}

/** The id that a word begins; `nist` is enough. */
function frameworkOf(word: string): string {
  const ids = mappings.map(({ framework }) => framework.id);
  const begun = ids.filter((id) => id.startsWith(word.toLowerCase()));
  return begun.length === 1 && begun[0] !== undefined ? begun[0] : oneOf("--framework", word, ids);
}

/** Framework by framework: each control, the rules that contribute evidence to it, and why. */
export function byControl(shown: readonly Mapping[], listed: readonly Rule[], width: number): string {
  const numbers = new Map(listed.map((rule) => [rule.id, controlOf(rule)]));
  const ids = Math.max(...listed.map(({ id }) => id.length));
  const indent = " ".repeat(2 + 8 + 2 + ids + 2);
  const row = (rule: string, sentence: string) => {
    const lines = wrap(sentence, Math.max(30, width - indent.length), (part) => part.length);
    const head = `  ${(numbers.get(rule) ?? "").padEnd(8)}  ${rule.padEnd(ids)}  `;
    return lines.map((line, index) => `${index === 0 ? head : indent}${line}`);
  };
  const pages = shown.map(({ framework, mapping, controls, unmapped }) => [
    `${framework.title}  ${framework.edition}, mapping ${mapping.version} of ${mapping.date}`,
    "A rule that passes contributes evidence to a control; it does not satisfy the control as a whole.",
    "",
    ...controls.flatMap((control) => [
      `${control.id}  ${control.title}`,
      ...control.rules.flatMap((argument) =>
        row(argument.rule, [argument.because, ...asksInWords(argument)].join(" ")),
      ),
      "",
    ]),
    ...(unmapped.length > 0
      ? ["To no control", ...unmapped.flatMap(({ rule, because }) => row(rule, because)), ""]
      : []),
  ]);
  return pages.flat().join("\n");
}
