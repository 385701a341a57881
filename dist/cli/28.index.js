"use strict";exports.id=28,exports.ids=[28],exports.modules={6028:(function(r,o,n){n.d(o,{help:()=>a});const i=`ims-lint audits the Adobe ID (IMS) login of Adobe Campaign Classic from exported configuration.

Usage
  ims-lint [check] [paths\u2026]     lint exports; a path is a file, a folder or - (standard input)
  ims-lint trace <login|e-mail> [paths\u2026]
                                why this person can, or cannot, log in, link by link
  ims-lint explain <rule>       why a rule is there, how to mend it, its controls, examples
  ims-lint rules                all rules; with --framework nist, iso or cis by the controls that auditors use
  ims-lint config               what is in force here, and why
  ims-lint convert [paths\u2026]     write one snapshot, without any secret, of what Campaign and the Admin Console export
  ims-lint init [folder]        write a config, and a snapshot to fill in where there is no export
  ims-lint schema <name>        print a JSON Schema: snapshot, config, waivers, report or trace

Try
  ims-lint exports/                          everything below a folder
  ims-lint prod.yaml --show unknown          list what could not be known, one by one
  ims-lint --format sarif=ims.sarif          a file for code scanning; the report goes to the terminal too
  ims-lint explain callback-https

  ims-lint help <command> tells the options of a command.
`,t={check:`ims-lint [check] [paths\u2026]: lint exports; without a path, everything below the working folder

Output
  --format <name>[=<file>]   pretty, json, sarif, github or markdown; repeatable, one of
                             them without a file                                             (pretty)
  --show <what>              list these too: pass, unknown, notApplicable, review, caused, all
  --quiet, -q                findings alone, without summary
  --verbose                  say which files were skipped, and why
  --color <when>             auto, always or never; NO_COLOR and FORCE_COLOR count too       (auto)
  --no-progress              no progress on standard error

What is checked
  --preset <name>            recommended, migration, hardening or all; repeatable            (recommended)
  --only <rule>              these alone: an id, a control number (3.7) or an area (3; C for the config's own)
  --rule <id>=<level>        off, note, warning or error, for a rule or a clause
                             (org-id-format/non-hex=note)
  --fail-on <level>          exit with 1 from this on: error, warning, note, unknown, never  (error)
  --as-of <date>             judge ages against this date                                    (today)

Mending, in snapshots that are kept by hand
  --fix                      write what has one right answer, and lint again; of real exports,
                             tell what to set in Campaign
  --fix-dry-run              print a diff in place of the report; nothing is written, and the run
                             ends as one with --fix would

Input
  --config <file>            the config; else ims-lint.config.yaml at the root
  --no-config                no config
  --waivers <file>           the accepted risks; else the config's, else ims-lint.waivers.yaml at the root
  --no-waivers               as if no risk were accepted, by waiver or by comment
  --root <folder>            paths are told relative to it (the top of the git work tree)
  --stdin-name <name>        what to call standard input                                     (<stdin>)
  --max-bytes <n>            refuse larger files: 5000000, 50M                               (100M)

Exit codes
  0  nothing at or above --fail-on      3  nothing in the paths is an export
  1  findings                           4  some input could not be read
  2  wrong usage, config or waivers;   70  a bug of ims-lint
     or --fix could not write a file
`,trace:`ims-lint trace <login|e-mail> [paths\u2026]: why this person can, or cannot, log in with an Adobe ID, link by link

  --all                 everybody in a line each, instead of one person
  --instance <name>     on this instance alone
  --format <name>       pretty or json                                             (pretty)
  --as-of <date>        judge ages against this date                               (today)
  --config, --no-config, --waivers, --no-waivers, --root, --stdin-name, --max-bytes, --verbose, --color as for check

  The links: operator of Campaign, user of the organization, status, product profiles, association mask, operator group,
  rights. What cannot be proven from the exports is unknown, and says which export would settle it.

Exit codes
  0  everybody who was asked for can log in; 1  somebody cannot, or it is not known; 2, 3, 4, 70 as for check
`,rules:`ims-lint rules: all rules, with control number and level; those that the config defines too

  --format <name>    pretty or json                                                    (pretty)
  --only <rule>      an id, a control number (3.7) or an area (3; C for the config's own)
  --config <file>    the config; else ims-lint.config.yaml at the root
  --no-config        no config
  --root <folder>    where the config is looked for (the top of the git work tree)
  --framework <id>   list by the controls to which they contribute evidence, with the argument for each:
                     nist-sp-800-53-r5, iso-iec-27001-2022 or cis-controls-v8; the start of an id is enough
                     (nist); repeatable
`,explain:`ims-lint explain <rule>: what a rule asks, why, how to mend it, its controls, and examples

  The rule is an id (callback-https), with or without a clause, or a control number (3.7, IMS-3.7); one that the config
  defines has C.1, C.2, \u2026

  --config <file>    the config; else ims-lint.config.yaml at the root
  --no-config        no config
  --root <folder>    where the config is looked for (the top of the git work tree)
`,config:`ims-lint config: the config and the rules in force here, and who said so

  --config <file>    the config; else ims-lint.config.yaml at the root
  --no-config        no config
  --waivers <file>   the accepted risks; else the config's, else ims-lint.waivers.yaml at the root
  --no-waivers       no accepted risks
  --root <folder>    where the config is looked for (the top of the git work tree)
  --format <name>    pretty or json                                                    (pretty)
`,schema:`ims-lint schema <name>: print a JSON Schema

  snapshot           an exported instance, as ims-lint reads it
  config             ims-lint.config.yaml
  waivers            ims-lint.waivers.yaml
  report             what --format json writes
  trace              what ims-lint trace --format json writes
`,convert:`ims-lint convert [paths\u2026]: write one commented snapshot (YAML) of exports; several instances are documents of one file

  --output <file>, -o   where to write; nothing is overwritten                     (standard output)
  --force               overwrite the file
  --config <file>       the config; what it says of instances counts
  --no-config           no config
  --root <folder>       sources are told relative to it (the top of the git work tree)
  --stdin-name <name>   what to call standard input                                (<stdin>)
  --max-bytes <n>       refuse larger files: 5000000, 50M                          (100M)
  --verbose             say which files were skipped, and why

  No secret is written, only that it was there and in which form. Linting the snapshot with the same config gives the
  verdicts of the exports, but for those on the files themselves: secret-exposed, and area 9.
`,init:`ims-lint init [folder]: write ims-lint.config.yaml, with the instances that are found in the folder

  Where no export is found, a snapshot to fill in is written too. Exports in a folder that git ignores are found if that
  folder is named. Nothing is asked, nothing is overwritten.
`};function a(e){return(e!==void 0&&Object.hasOwn(t,e)?t[e]:void 0)??i}})};
