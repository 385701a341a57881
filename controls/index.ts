import type { Mapping } from "../src/controls/mapping.js";
import cisControls from "./cis-controls-v8.json";
import iso27001 from "./iso-iec-27001-2022.json";
import nist80053 from "./nist-sp-800-53-r5.json";

/** Every framework that the rules are mapped to. */
export const mappings: readonly Mapping[] = [nist80053, iso27001, cisControls];
