import { expect, test } from "vitest";
import { configChanges } from "../../src/action/config-changes.js";
import { configNotes } from "../../src/action/config-notes.js";
import { NO_CONFIG } from "../../src/config/find.js";
import { peopleMask } from "../../src/judge/mask-people.js";

/** What a change of the config is told with, and what of it names people. */

const rule = (at: string, more: object) => ({
  ...NO_CONFIG,
  config: { customRules: { "acme-rule": { at, ...more } } },
});

test.each([
  ["operators[].name", { oneOf: ["quirin"] }, true],
  ["organization.users[].email", { oneOf: ["quirin@acme"] }, true],
  ["groups[].label", { oneOf: ["Delivery"] }, false],
  ["operators[].securityZone", { oneOf: ["lan"] }, false],
  ["operators[].email", { where: { name: "quirin" } }, true],
  ["operators[].email", { where: { authenticationType: "ims" } }, false],
])("a rule about %s, %o", (at, more, isOfPeople) => {
  const changes = configChanges(rule(at, {}), rule(at, more));
  expect(changes.map((change) => change.isOfPeople)).toEqual([isOfPeople]);
  // The one that a change takes out is told as well.
  expect(configChanges(rule(at, more), NO_CONFIG).some((change) => change.isOfPeople)).toBe(isOfPeople);
});

test("where nobody is to be named, the people whom a rule names are numbers", () => {
  const changes = configChanges(NO_CONFIG, rule("operators[].name", { oneOf: ["quirin", "wunibald"] }));
  const governing = {
    base: NO_CONFIG,
    head: NO_CONFIG,
    trustsComments: false,
    proposed: undefined,
    changes,
    mistakes: [],
    unusable: undefined,
  };
  const [note = ""] = configNotes(governing, peopleMask([]));
  expect(note).toContain('- `customRules.acme-rule.oneOf`: not stated → `["person 1","person 2"]`');
  expect(note).toContain('`"operators[].name"`');
});
