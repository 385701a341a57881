import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { configNotes } from "../../src/action/config-notes.js";
import { NO_CONFIG } from "../../src/config/find.js";
import type { Subject } from "../../src/evaluate/verdict.js";
import { compare } from "../../src/judge/compare.js";
import type { Comparison } from "../../src/report/comparison.js";
import { linesOnGitHub } from "../../src/report/github-lines.js";
import { type MarkdownOptions, renderMarkdown } from "../../src/report/markdown.js";
import { code, codeInCell, inMarkdown, link } from "../../src/report/markdown-text.js";
import type { Report, Reported } from "../../src/report/report.js";
import { printable } from "../../src/report/terminal.js";
import type { RunResult } from "../../src/run.js";
import { cli } from "../support/cli.js";
import { lintFiles } from "../support/lint.js";

/** Values that are made to be obeyed by what renders Markdown; a renderer of GFM says what becomes of them. */

const extension = gfmHtml();
// GitHub disarms some elements as they are rendered; here they are to be seen.
const { htmlFlowData: _flow, htmlTextData: _text, ...exit } = extension.exit ?? {};
const shows = { enter: extension.enter ?? {}, exit };

function render(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [shows],
  });
}

/** Every tag, in order, as it stands: a `<` of a text is an entity. */
function tagsIn(html: string): string[] {
  return html.match(/<[^>]*>?/g) ?? [];
}

function textOf(html: string): string {
  return decoded(html.replace(/<[^>]*>/g, ""));
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function encoded(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Spaces that are all of a value are shown as such that do not collapse. */
function shownOf(value: string): string {
  return value.trim() === "" ? value.replaceAll(" ", "\u00a0") : value;
}

function escapedForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** The texts between the tags, without those that are code. */
function textsBesideCode(html: string): string[] {
  return html
    .replace(/<code>.*?<\/code>/gs, "<code>")
    .split(/<[^>]*>/)
    .map(decoded);
}

/** What GitHub itself makes something of, outside of code: mentions, references, math, emoji, addresses. */
const OBEYED = /[@#$]|:\/\/|www\.|GH-\d|:[\w+-]+:/i;

/** What Markdown, HTML or GitHub make something of, and what could hide it from an escape. */
const BREAKERS = [
  ..."` `` ``` ````````````````` ~~~ ~~ * ** _ __ | || \\ \\| \\\\| [ ] ![ [x](y) [x]: [^1] < > ( ) { }".split(
    " ",
  ),
  ..."<b> <script> <!-- --> <? <![CDATA[ ]]> </code> </li> <details> </details> <summary> <br>".split(" "),
  ...'](javascript:alert(1)) &lt; &#96; &#0; &amp & " "" \' \u201c a B 0 é 😀 . , ; ! ? = --- === ***'.split(
    " ",
  ),
  ..."@user @ acme/campaign#1 #1 # ## GH-1 gh-12 $x$ $`x`$ $$ :smile: :+1: : - + 1.".split(" "),
  ..."https://a.example www.a.example mailto:a@a.example a@a.example :// // ftp://a www.".split(" "),
  ...['<img src=x onerror="alert(1)">', "- [x] ", "[ ] ", " ", "  ", "     ", "\u00a0", "\u3000", "\t", "\f"],
  ...[
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u0085",
    "\u2028",
    "\u2029",
    "\n# x",
    "\n- x",
    "\n1. x",
    "\n> x",
    "\n    x",
  ],
  ...["\n---", "\n===", "\n```\n", "\n<div>\n", "\n| a |\n| - |\n", "\0", "\u001b[31m", "\u202e", "\u2066"],
  ...["\u200b", "\ufeff", "\ud800", "\udc00", "\ufffd", "\u{e0041}"],
];

const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...BREAKERS) }, fc.string({ unit: "binary" })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

const RUNS = { numRuns: 1_000 };

describe("a sentence", () => {
  /** The printable text, in which values in quotes lose them, as they are shown as code. */
  function seenOf(text: string): string {
    return printable(text).replace(/"([^"]*)"/g, (_, value: string) =>
      value === "" ? '""' : shownOf(value),
    );
  }

  /** A space before a code element, behind another or a backtick, can be ours: without it the two would be one. */
  function expectToShow(html: string, seen: string): void {
    const pieces = html.split(/(?<=`|<\/code>) (?=<code>)/).map((piece) => escapedForRegExp(textOf(piece)));
    expect(seen).toMatch(new RegExp(`^${pieces.join(" ?")}$`));
  }

  test.each([
    ["in a list item", (inner: string) => `- said: ${inner} end`, "<ul>\n<li>said: ", " end</li>\n</ul>"],
    ["in a heading", (inner: string) => `## said: ${inner} end`, "<h2>said: ", " end</h2>"],
    [
      "on a line of an item behind others",
      (inner: string) => `- **error** x<br>\n  said: ${inner} end<br>\n  **Mend:** y`,
      "<ul>\n<li><strong>error</strong> x<br>\nsaid: ",
      " end<br>\n<strong>Mend:</strong> y</li>\n</ul>",
    ],
  ])("is text and code alone, all of it, %s", (_where, put, before, after) => {
    fc.assert(
      fc.property(hostile, (value) => {
        const html = render(put(inMarkdown(value)));
        expect(html.startsWith(before) && html.endsWith(after), html).toBe(true);
        const inner = html.slice(before.length, -after.length);
        expect(tagsIn(inner).filter((tag) => tag !== "<code>" && tag !== "</code>")).toEqual([]);
        expectToShow(inner, seenOf(value));
        expect(textsBesideCode(inner).filter((text) => OBEYED.test(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  test.each([
    ['Login "jane" is `odd`.', "Login <code>jane</code> is `odd`."],
    ['"a" "b"', "<code>a</code> <code>b</code>"],
    ['"a""b"', "<code>a</code> <code>b</code>"],
    ['`"a"', "` <code>a</code>"],
    ['is ""', "is &quot;&quot;"],
    ['is "   "', "is <code>\u00a0\u00a0\u00a0</code>"],
    ['is " a  b "', "is <code> a  b </code>"],
    [
      'a" ~~b~~ _c_ **d** <e> &amp; [f](g) ![h](i) j|k \\ `l` "m',
      "a<code> ~~b~~ _c_ **d** &lt;e&gt; &amp;amp; [f](g) ![h](i) j|k \\ `l` </code>m",
    ],
    [
      'a "b" ~~c~~ _d_ **e** <f> &amp; [g](h) ![i](j) k|l \\ `m`',
      "a <code>b</code> ~~c~~ _d_ **e** &lt;f&gt; &amp;amp; [g](h) ![i](j) k|l \\ `m`",
    ],
    ['half a "quote', "half a <code>&quot;quote</code>"],
    [
      '"x" @jane, see #1: (https://a.example).',
      "<code>x</code> <code>@jane</code>, see <code>#1</code>: (<code>https://a.example</code>).",
    ],
    ["a\nb", "a\\nb"],
  ])("%s", (sentence, html) => {
    expect(render(inMarkdown(sentence))).toBe(`<p>${html}</p>`);
  });
});

describe("a value", () => {
  /** Of an empty value a pair of quotes. */
  function elementOf(value: string): string {
    return value === "" ? "&quot;&quot;" : `<code>${encoded(shownOf(printable(value)))}</code>`;
  }

  test("is one code element in a text", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(render(`- at ${code(value)}: x`)).toBe(`<ul>\n<li>at ${elementOf(value)}: x</li>\n</ul>`);
      }),
      RUNS,
    );
  });

  test("is one code element in a cell of a table, which has no more columns for it", () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const html = render(`| instance | error |\n| --- | ---: |\n| ${codeInCell(value)} | 1 |`);
        expect(html.slice(html.indexOf("<tbody>"))).toBe(
          `<tbody>\n<tr>\n<td>${elementOf(value)}</td>\n<td align="right">1</td>\n</tr>\n</tbody>\n</table>`,
        );
      }),
      RUNS,
    );
  });

  const COMMIT = "0123456789abcdef0123456789abcdef01234567";
  const TOP = `https://github.com/acme/campaign/blob/${COMMIT}/`;
  const at = { startLine: 3, endLine: 4, startColumn: 1, endColumn: 2 };
  const addressOf = (path: string) =>
    linesOnGitHub(
      { server: "https://github.com", repository: "acme/campaign", commit: COMMIT },
      { path, ...at },
    );

  test("is one link to its lines, whatever the name of the file", () => {
    fc.assert(
      fc.property(
        hostile.map((path) => path.replace(/\p{Surrogate}/gu, "")),
        (path) => {
          const html = render(`- at ${link(code(path), addressOf(path))}: x`);
          const [, href = "", rest] = /^<ul>\n<li>at <a href="([^"]*)">(.*)$/s.exec(html) ?? [];
          expect(rest, html).toBe(`${elementOf(path)}</a>: x</li>\n</ul>`);
          expect(decodeURIComponent(decoded(href))).toBe(`${TOP}${path}#L3-L4`);
        },
      ),
      RUNS,
    );
  });

  test("has a link as well where the name of the file is no text", () => {
    expect(addressOf("a\ud800.json")).toBe(`${TOP}a%EF%BF%BD.json#L3-L4`);
  });
});

/** Lines in which a value could stand for what it is not. */
const HOSTILE: readonly (readonly [what: string, value: string])[] = [
  ["backticks", "` `` ```x``` `"],
  ["bars", "| a | b \\| c |"],
  ["brackets", ")*www.a.example* ((](x"],
  ["links", "](javascript:alert(1)) [a](b) ![c](d)"],
  ["HTML", "<img src=x onerror=alert(1)><script></code></li></ul>"],
  ["comments", "<!-- x --!> <![CDATA[ <?"],
  ["the end of a section", "</details></summary><details>"],
  ["mentions", "@octocat (@acme/all) #1 acme/campaign#2 GH-3 :smile: $x$"],
  ["addresses", "https://a.example www.a.example a@a.example mailto:a@a.example"],
  ["emphasis", "**a** _b_ ~~c~~ *d* \\"],
  ["entities", "&lt;b&gt; &#96; &quot; &nbsp;"],
  ["quotes", 'a" @octocat <b>c</b> #1 "d'],
  ["one quote", '" @octocat <b>c</b> [d](e)'],
  ["lines", "\n\n# a\n\n- [x] b\n\n| c |\n| - |\r\n```\r\n</details>\n"],
  ["what is not printed", "\0\u001b[31m\u202e\u200b\u2028\ud800\u0085"],
  ["spaces", "       "],
];

describe("a report of names and values that are hostile", () => {
  type Name = (word: string) => string;

  /** One with something wrong in every area, in which every name and value ends in what `named` says. */
  function site(named: Name): string {
    const user = (name: string) => named(`${name}@acme.example`);
    // The dot of a mask matches no line break.
    const profile = (name: string) => `Campaign - acme - ${group(name)}`;
    const group = (name: string) => named(name).replace(/[\r\n\u0085\u2028]/g, " ");
    return JSON.stringify({
      imsLint: "snapshot/v1",
      instance: { name: named("acme"), deployment: named("moon") },
      server: { buildNumber: named("9400") },
      [named("key")]: 1,
      extAccounts: [
        {
          name: "Adobe_Experience_Cloud",
          callbackServer: `http://acme.example.com/${named("x")}`,
          imsServer: named("ims"),
          userScope: named("scope"),
          clientId: named("id"),
          clientSecret: "s",
          imsOrgId: named("org"),
          imsRightsMask: "Campaign - acme - (.*)",
          server: named("server"),
          tenant: named("tenant"),
          productContext: named("context"),
          [named("field")]: 1,
        },
        { name: named("other"), label: named("a"), password: "s" },
        { name: named("other"), label: named("b") },
      ],
      groups: [
        { name: group("delivery") },
        { name: group("unused"), label: named("a") },
        { name: group("unused"), label: named("b") },
      ],
      operators: [
        { name: named("jane"), email: user("jane"), authenticationType: "ims", groups: [group("delivery")] },
        { name: named("joe"), email: user("joe"), authenticationType: "ims", groups: [group("unused")] },
        { name: named("paul"), email: user("paul"), authenticationType: "ims", groups: [group("unused")] },
        { name: named("mary"), email: [1], authenticationType: "ims", [named("more")]: 1 },
      ],
      organization: {
        id: named("another"),
        name: named("Acme"),
        directOnly: true,
        users: [
          { email: user("jane"), status: named("gone"), groups: [profile("delivery"), profile("lost")] },
          { email: user("paul"), status: "locked", groups: [profile("lost")] },
          { email: user("lost"), status: "active", groups: [profile("lost"), profile("admin")] },
        ],
        groups: ["delivery", "lost", "admin", "Unused"].map((name) => ({
          groupName: profile(name),
          type: "PRODUCT_PROFILE",
        })),
      },
    });
  }

  /** A later state, in which some is mended, some is worse, and some can no longer be told. */
  function laterSite(named: Name): string {
    const later = JSON.parse(site(named));
    later.operators = later.operators.slice(0, 1);
    later.complete = { operators: "unknown" };
    later.groups = undefined;
    later.extAccounts[0].callbackServer = "https://acme.example.com";
    later.extAccounts[0].active = named("perhaps");
    later.organization.users[1].status = "active";
    later[named("another key")] = 1;
    return JSON.stringify(later);
  }

  const LINKED: Pick<MarkdownOptions, "budget" | "elsewhere" | "linkTo"> = {
    budget: 1_000_000,
    elsewhere: "elsewhere",
    linkTo: (location, state) =>
      linesOnGitHub({ server: "https://github.com", repository: "acme/campaign", commit: state }, location),
  };

  /**
   * What a rendering is built of: the elements in their order, without the code that values are and the addresses of
   * files; the headings; and the numbers in the tables.
   */
  function structureOf(html: string) {
    const tags = tagsIn(html).filter((tag) => !/^<\/?code>$/.test(tag));
    return {
      tags: tags.map((tag) =>
        tag.replace(/^<a href="https:\/\/github\.com\/acme\/[^"]*">$/, "<a of a file>"),
      ),
      headings: [...html.matchAll(/<(h\d|summary)>(.*?)<\/\1>/gs)].map(([, , inner = ""]) => textOf(inner)),
      numbers: [...html.matchAll(/<td align="right">(.*?)<\/td>/gs)].map(([, inner]) => inner),
    };
  }

  interface Told {
    readonly report: Report;
    readonly comparison?: Comparison;
  }

  /** The same with a harmless word for every sentence and every name. */
  function harmless({ report, comparison }: Told): Told {
    const words = new Map<string, string>();
    const word = <T extends string | null | undefined>(text: T): T => {
      if (typeof text !== "string") return text;
      if (!words.has(text)) words.set(text, `word${words.size}`);
      return words.get(text) as T;
    };
    const about = <T extends { subject: Subject; instance?: string | null } | null>(of: T): T =>
      of && { ...of, instance: word(of.instance), subject: { ...of.subject, name: word(of.subject.name) } };
    const result = (of: Reported): Reported => ({
      ...about(of),
      message: word(of.message),
      remedy: word(of.remedy),
      because: about(of.because),
      causedBy: about(of.causedBy),
      location: { ...of.location, path: word(of.location.path) },
      relatedLocations: of.relatedLocations.map(({ location, message }) => ({
        location: { ...location, path: word(location.path) },
        message: word(message),
      })),
    });
    return {
      report: {
        ...report,
        results: report.results.map(result),
        counts: report.counts.map((count) => ({ ...count, instance: word(count.instance) })),
        inputs: report.inputs.map((input) => ({
          ...input,
          file: { ...input.file, name: word(input.file.name) },
          instances: input.instances.map(word),
        })),
      },
      ...(comparison && {
        comparison: {
          ...comparison,
          newUnknowns: comparison.newUnknowns.map(result),
          newReviews: comparison.newReviews.map(result),
          gone: comparison.gone.map(({ is, name, why }) => ({ is, name: word(name), why: word(why) })),
          changes: comparison.changes.map((change) => ({
            ...change,
            finding: result(change.finding),
            ...(change.before === undefined ? {} : { before: word(change.before) }),
            ...(change.why === undefined ? {} : { why: word(change.why) }),
            ...(change.instead && { instead: result(change.instead) }),
          })),
        },
      }),
    };
  }

  function expectStructure(told: Told, options: Partial<MarkdownOptions> = {}): void {
    const rendered = ({ report, comparison }: Told) =>
      render(renderMarkdown(report, { ...LINKED, ...options, comparison }));
    const html = rendered(told);
    expect(structureOf(html)).toEqual(structureOf(rendered(harmless(told))));
    expect(textsBesideCode(html).filter((text) => OBEYED.test(text))).toEqual([]);
  }

  function lintSite(text: string, value: string): Promise<RunResult> {
    const name = value.replace(/[/\0]|\p{Surrogate}/gu, "");
    return lintFiles({ [`exports/prod${name}.json`]: text, "exports/stage.json": text });
  }

  test.each(HOSTILE)("%s: is built as one of harmless names", async (_what, value) => {
    const { report } = await lintSite(
      site((word) => `${word}${value}`),
      value,
    );
    const failing = report.results.filter(({ verdict }) => verdict === "fail");
    expect(new Set(failing.map(({ rule }) => rule.id)).size).toBeGreaterThan(12);
    expectStructure({ report });
  });

  test.each(HOSTILE)("%s: so is what became of its findings", async (_what, value) => {
    const named: Name = (word) => `${word}${value}`;
    const base = await lintSite(site(named), value);
    const head = { ...(await lintSite(laterSite(named), value)), exists: () => true, stated: [] };
    const comparison = compare(base, head);
    for (const kind of ["unprovable", "new", "fixed", "unchanged"] as const)
      expect(comparison.counts[kind], kind).toBeGreaterThan(0);
    for (const options of [{}, { isBrief: true }, { unchangedCounts: true }])
      expectStructure({ report: head.report, comparison }, options);
  });
});

test("what is told of a config is text and code alone, whatever its keys and values", () => {
  const setting = fc.record({
    key: hostile,
    before: fc.option(hostile, { nil: undefined }),
    after: hostile,
    isOfPeople: fc.boolean(),
  });
  fc.assert(
    fc.property(setting, hostile, (change, unusable) => {
      const governing = {
        base: NO_CONFIG,
        head: NO_CONFIG,
        trustsComments: false,
        proposed: undefined,
        changes: [change],
        mistakes: [],
        unusable,
      };
      const notes = configNotes(governing, undefined);
      const html = render(notes.join("\n\n"));
      expect(tagsIn(html).filter((tag) => !/^<\/?code>$/.test(tag))).toEqual([
        ...["<p>", "<strong>", "</strong>", "</p>"],
        ...["<p>", "<strong>", "</strong>", "</p>", "<ul>", "<li>", "</li>", "</ul>"],
      ]);
      expect(textsBesideCode(html).filter((text) => OBEYED.test(text))).toEqual([]);
    }),
    RUNS,
  );
});

describe("a report that is too large", () => {
  const SMALL = {
    imsLint: "snapshot/v1",
    instance: { name: "acme" },
    extAccounts: [
      {
        name: "Adobe_Experience_Cloud",
        imsRightsMask: "Campaign(?:V6)? - acme - (.*)",
        callbackServer: "http://acme.example.com",
        imsOrgId: "org",
      },
    ],
    groups: [{ name: "delivery" }],
    operators: [{ name: "jane", email: "jane@acme.example", authenticationType: "ims" }],
    organization: {
      id: "another",
      users: [{ email: "joe@acme.example", groups: [] }],
      groups: [] as object[],
    },
  };

  const lintSnapshot = async (snapshot: object) =>
    (await lintFiles({ "prod.json": JSON.stringify(snapshot) })).report;

  const sheet = (report: Report, budget = 1_000_000) =>
    renderMarkdown(report, { budget, elsewhere: "in another place" });

  /** The lists of findings: how many are to be in each, how many are, and how many are told to be left out. */
  function listsOf(markdown: string) {
    return markdown
      .split(/^(?=### )/m)
      .slice(1)
      .filter((section) => !section.startsWith("### Not known"))
      .map((section) => {
        const number = (pattern: RegExp) => Number(pattern.exec(section)?.[1]?.replaceAll(",", "") ?? 0);
        const list = section.split("<details>")[0] ?? "";
        return {
          title: /^### ([^(]+) \(/.exec(section)?.[1],
          all: number(/^### [^(]+ \(([\d,]+)/),
          shown: list.match(/^- /gm)?.length ?? 0,
          left: number(/^… and ([\d,]+) more, in .*\.$/m),
        };
      });
  }

  function expectSound(markdown: string, budget: number): void {
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(budget);
    expect(markdown.match(/^<\/details>$/gm)?.length).toBe(markdown.match(/^<details>/gm)?.length);
    expect(listsOf(markdown).filter(({ all, shown, left }) => shown + left !== all)).toEqual([]);
    expect(markdown).toMatch(/^### Not known \(\d+\)/m);
    expect(markdown).toMatch(/^<details><summary>1 file read/m);
  }

  const findings = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `user${index}`, email: [index] }));

  test("of 25,000 findings shows as many as there is room for, and how many are left out", async () => {
    const text = JSON.stringify({ ...SMALL, operators: findings(25_000) });
    const { stdout: markdown } = await cli(["--format", "markdown", "prod.json"], {
      files: { "prod.json": text },
    });
    expectSound(markdown, 1_000_000);
    const [errors] = listsOf(markdown);
    expect(errors?.all).toBeGreaterThan(25_000);
    expect(errors?.shown).toBeGreaterThan(500);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(600_000);
    expect(markdown).toContain("- `prod.json`: snapshot, of `acme`");
  });

  test("stays sound at every budget", async () => {
    const report = await lintSnapshot({ ...SMALL, operators: findings(300) });
    fc.assert(
      fc.property(fc.integer({ min: 4_000, max: 200_000 }), (budget) =>
        expectSound(sheet(report, budget), budget),
      ),
      { numRuns: 100 },
    );
  });

  const HUGE = "x".repeat(4_000_000);
  const [account] = SMALL.extAccounts;
  const profile = (groupName: string) => ({ groupName, type: "PRODUCT_PROFILE" });
  test.each<readonly [what: string, snapshot: object]>([
    ["a value", { ...SMALL, extAccounts: [{ ...account, callbackServer: `http://${HUGE}` }] }],
    ["an id", { ...SMALL, organization: { ...SMALL.organization, id: HUGE } }],
    ["the name of an instance", { ...SMALL, instance: { name: HUGE } }],
    ["the name of an account", { ...SMALL, extAccounts: [account, { name: HUGE, password: "s" }] }],
    ["a key", { [HUGE]: 1, ...SMALL }],
    ["a login", { ...SMALL, operators: [{ name: HUGE, authenticationType: "ims" }] }],
    [
      "the name of a record that is there twice",
      { ...SMALL, groups: ["a", "b"].map((label) => ({ name: HUGE, label })) },
    ],
    [
      "the name of a profile",
      { ...SMALL, organization: { ...SMALL.organization, groups: [profile(`Campaign - acme - ${HUGE}`)] } },
    ],
  ])("by 4 MB in %s shows every finding all the same", async (_what, snapshot) => {
    const markdown = sheet(await lintSnapshot(snapshot));
    expectSound(markdown, 1_000_000);
    expect(listsOf(markdown).filter(({ left }) => left > 0)).toEqual([]);
    expect(markdown).toContain("| instance | error |");
  });

  test("by one finding that has no room shows those that have", async () => {
    const name = "\u200b".repeat(4_000);
    const report = await lintSnapshot({
      ...SMALL,
      groups: [{ name }, { name: "unused" }],
      organization: {
        ...SMALL.organization,
        groups: [profile(`Campaign - acme - ${name}`), profile(`CampaignV6 - acme - ${name}`)],
      },
    });
    // What a comment may take.
    const markdown = sheet(report, 65_000);
    expectSound(markdown, 65_000);
    expect(markdown).toContain("operator group `unused`");
  });
});
