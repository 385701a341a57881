import type { Rule } from "../../src/evaluate/rule.js";
import adminProfile from "./admin-profile.js";
import groupHasProfile from "./group-has-profile.js";
import membershipDrift from "./membership-drift.js";
import operatorKnownUser from "./operator-known-user.js";
import operatorLinked from "./operator-linked.js";
import profileDirect from "./profile-direct.js";
import profileHasGroup from "./profile-has-group.js";
import profileNearMiss from "./profile-near-miss.js";
import profilesShareGroup from "./profiles-share-group.js";
import userActive from "./user-active.js";
import userLinked from "./user-linked.js";

/** Area 5, users, profiles, groups, in the order of control numbers. */
export const linkageRules: readonly Rule[] = [
  profileHasGroup,
  profileNearMiss,
  profilesShareGroup,
  groupHasProfile,
  operatorKnownUser,
  operatorLinked,
  userLinked,
  userActive,
  membershipDrift,
  adminProfile,
  profileDirect,
];
