import type { Rule } from "../../src/evaluate/rule.js";
import consoleLatest from "./console-latest.js";
import consoleVersion from "./console-version.js";
import organizationKnown from "./organization-known.js";
import serverBuildSupported from "./server-build-supported.js";
import usersInOrganization from "./users-in-organization.js";
import usersWithoutProfile from "./users-without-profile.js";

/** Area 1, prerequisites, in the order of control numbers. */
export const prerequisitesRules: readonly Rule[] = [
  organizationKnown,
  usersInOrganization,
  consoleVersion,
  consoleLatest,
  serverBuildSupported,
  usersWithoutProfile,
];
