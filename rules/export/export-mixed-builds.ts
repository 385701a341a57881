import { defineRule } from "../../src/evaluate/rule.js";
import { areMixed } from "../../src/model/builds.js";

export default defineRule({
  id: "export-mixed-builds",
  control: "9.5",
  level: "should",
  since: "0.1.0",
  subject: "instance",
  title: "The exports of an instance come from one build of the server",
  why: "Exports of different builds are of different days, or of different instances: what they say together was never true.",
  remedy:
    "Export everything again from the instance as it is now, and take the older files away. If they are of two instances, keep a folder for each.",
  source: [
    "campaign-classic.en: configuration/using/adding-additional-sql-functions.md",
    "acc-js-sdk: docs/connecting.html",
  ],
  needs: [],
  check({ instance }, verdict) {
    const [first, ...others] = instance.builds;
    if (!first) {
      verdict.unknown(instance, {
        message: "No export of the instance says which build of the server it comes from.",
        missing: "server",
      });
      return;
    }
    if (!areMixed(instance.builds)) {
      verdict.pass(instance);
      return;
    }
    const shown = [...new Set(instance.builds.map(({ build }) => build))].join(", ");
    verdict.fail(instance, {
      message: `The exports of this instance come from different builds of the server: ${shown}.`,
      at: first.place,
      observed: shown,
      expected: "one build",
      property: "builds",
      related: others
        .filter(({ build }) => build !== first.build)
        .map(({ build, place }) => ({ at: place, message: `Build ${build}.` })),
    });
  },
  examples: {
    fails: [
      {
        snapshot: `
          instance: { name: acme }
          server: { buildNumber: "9400" }
          ---
          imsLint: snapshot/v1
          instance: { name: acme }
          server: { buildNumber: "9394" }
        `,
        at: '"9400"',
      },
    ],
    passes: [
      {
        snapshot: `
          instance: { name: acme }
          server: { buildNumber: "9394" }
          ---
          imsLint: snapshot/v1
          instance: { name: acme }
          server: { buildNumber: 9394@28aaec9 }
        `,
      },
    ],
    unknown: [
      {
        snapshot: `
          groups: []
        `,
      },
    ],
  },
});
