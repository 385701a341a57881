/** The areas of the catalogue, by the first figure of the control number. */
export const AREA_NAMES: Readonly<Record<string, string>> = {
  "1": "Prerequisites",
  "2": "Package",
  "3": "External account",
  "4": "Association mask",
  "5": "Users, profiles, groups",
  "6": "Migration to IMS",
  "7": "Server hardening",
  "8": "Environments",
  "9": "The export itself",
};
