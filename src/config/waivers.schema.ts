import * as z from "zod";
import { day, optional, text } from "../model/kinds.js";

/** The waivers, `ims-lint.waivers.yaml`: risks that somebody has accepted, for a while. */
export const waiversSchema = z
  .object({
    waivers: z.array(
      z.object({
        rule: text.describe("Id of a rule, or of a rule and its clause: org-id-format/non-hex."),
        instance: optional(text).describe(
          "Name of the instance; * stands for any characters, ? for one. Any instance where it is not stated.",
        ),
        subject: optional(text).describe(
          "Name of what the finding is about, such as a login or a product profile; * and ? as above.",
        ),
        reason: text.describe("Why the risk is accepted."),
        owner: optional(text).describe("Who answers for it."),
        ticket: optional(text).describe("Where it is followed up."),
        approvedBy: optional(text).describe("Who approved it."),
        expires: optional(day).describe("The last day on which it counts, UTC. None where it is not stated."),
      }),
    ),
  })
  .meta({
    title: "ims-lint waivers",
    description: "Accepted risks: ims-lint.waivers.yaml at the root.",
  });

/** The file after the check. */
export interface WaiversFile {
  readonly waivers?: readonly (WaiverEntry | undefined)[] | undefined;
}

export type WaiverEntry = Partial<z.output<typeof waiversSchema>["waivers"][number]>;
