import * as z from "zod";
import { date, flag, optional, secret, text } from "./kinds.js";

/**
 * The snapshot, ims-lint's own format of an exported instance. Names are Campaign's own. Everything but `imsLint` is
 * optional: what is absent is not known, what is empty is known to be empty.
 */

const completeness = z.enum(["yes", "no", "unknown"]).meta({
  description: "Whether the list holds every record there is. Snapshot lists do, unless they say otherwise.",
});

const product = z.object({
  buildNumber: optional(text).describe("Build number: 9394 or 9394@28aaec9."),
  releaseName: optional(text).describe("Release, such as 7.4.4."),
});

export const packageRecord = z.object({
  id: optional(text).describe("Namespace and name, such as nms:core."),
  label: optional(text).describe("Label, as the package list of Campaign shows it."),
});

export const extAccountRecord = z.object({
  name: optional(text).describe("Internal name."),
  label: optional(text).describe("Label."),
  type: optional(text).describe("Type."),
  active: optional(flag).describe("Enabled."),
  packageAutoExport: optional(flag).describe("Automatically exported in packages."),
  imsServer: optional(text).describe("IMS server."),
  userScope: optional(text).describe("IMS scope, comma separated."),
  clientId: optional(text).describe("IMS client identifier."),
  clientSecret: optional(secret).describe("IMS client secret."),
  password: optional(secret).describe("Password."),
  callbackServer: optional(text).describe("Callback server."),
  imsOrgId: optional(text).describe("IMS organization ID."),
  imsRightsMask: optional(text).describe("Association mask."),
  productContext: optional(text).describe("Product context."),
  server: optional(text).describe("Server of the Experience Cloud connection."),
  tenant: optional(text).describe("Tenant of the Experience Cloud connection."),
});

export const groupRecord = z.object({
  name: optional(text).describe("Internal name."),
  label: optional(text).describe("Label."),
  rights: optional(z.array(text)).describe("Named rights, by internal name."),
});

export const operatorRecord = z.object({
  name: optional(text).describe("Login."),
  label: optional(text).describe("Label."),
  email: optional(text).describe("E-mail."),
  authenticationType: optional(text).describe("ims for login with an Adobe ID."),
  securityZone: optional(text).describe("Security zone."),
  groups: optional(z.array(text)).describe("Operator groups, by internal name."),
  rights: optional(z.array(text)).describe("Named rights given directly, by internal name."),
});

export const membershipRecord = z.object({
  operator: optional(text).describe("Login of the operator."),
  group: optional(text).describe("Internal name of the operator group."),
  type: optional(text).describe("Type of what is linked to: 1 for an operator group, 2 for a named right."),
});

export const userRecord = z.object({
  email: optional(text).describe("E-mail."),
  username: optional(text).describe("User name, where it is not the e-mail."),
  domain: optional(text).describe("Domain of the user name."),
  firstname: optional(text).describe("First name."),
  lastname: optional(text).describe("Last name."),
  country: optional(text).describe("Country."),
  id: optional(text).describe("Id."),
  status: optional(text).describe("active, disabled, locked or removed."),
  type: optional(text).describe("adobeID, enterpriseID, federatedID or unknown."),
  groups: optional(z.array(text)).describe("Names of the product profiles and user groups the person holds."),
  userGroups: optional(z.array(text)).describe(
    "Names of the user groups the person is in, where they are told apart from the product profiles.",
  ),
});

export const organizationGroupRecord = z.object({
  groupName: optional(text).describe("Name of the product profile or user group."),
  type: optional(text).describe("PRODUCT_PROFILE, USER_GROUP, …"),
  productName: optional(text).describe("Product of the profile."),
  groupId: optional(text).describe("Id."),
  memberCount: optional(text).describe("Number of members."),
  licenseQuota: optional(text).describe("Number of licences."),
  profiles: optional(z.array(text)).describe(
    "Of a user group: names of the product profiles that its members hold.",
  ),
});

export const schemaRecord = z.object({
  name: optional(text).describe("Namespace and name, such as nms:extAccount."),
  accessibleIf: optional(z.record(z.string(), text)).describe(
    "Attribute: the condition under which it can be read.",
  ),
});

export const organizationRecord = z.object({
  id: optional(text).describe("IMS organization ID, 24 characters and @AdobeOrg."),
  name: optional(text).describe("Name."),
  directOnly: optional(flag).describe(
    "true where the users' profiles leave out what is held through a user group (the default of the User Management API).",
  ),
  listsUserGroups: optional(flag).describe(
    "Of users from a table of the Admin Console: whether it has a column of the user groups they are in.",
  ),
  users: optional(z.array(userRecord)).describe("Users of the organization."),
  groups: optional(z.array(organizationGroupRecord)).describe("Product profiles and user groups."),
});

export const snapshotSchema = z
  .object({
    imsLint: z.literal("snapshot/v1").describe("The format and its version."),
    exported: optional(date).describe("When the values were taken from Campaign."),
    instance: optional(
      z.object({
        name: optional(text).describe("Name of the instance; without it the name of the file."),
        environment: optional(text).describe("production, stage, development, …"),
        url: optional(text).describe("Access URL, with which people open the instance."),
        deployment: optional(z.enum(["on-premise", "hybrid", "hosted", "managed"])).describe(
          "Who runs the servers.",
        ),
      }),
    ),
    server: optional(product).describe("Build of the application server."),
    console: optional(product).describe("Build of the client console."),
    packages: optional(z.array(packageRecord)).describe("Installed packages."),
    extAccounts: optional(z.array(extAccountRecord)).describe("External accounts (nms:extAccount)."),
    groups: optional(z.array(groupRecord)).describe("Operator groups (xtk:group)."),
    operators: optional(z.array(operatorRecord)).describe("Operators (xtk:operator)."),
    memberships: optional(z.array(membershipRecord)).describe(
      "Operators in operator groups (xtk:operatorGroup); the same as groups of an operator, in a list of its own.",
    ),
    options: optional(z.record(z.string(), text)).describe("Options (xtk:option), name: value."),
    serverConf: optional(z.record(z.string(), z.unknown())).describe(
      "serverConf.xml and config-<instance>.xml: elements nest, attributes are keys, repeated elements are lists.",
    ),
    organization: optional(organizationRecord).describe(
      "The Experience Cloud organization, for this instance alone.",
    ),
    schemas: optional(z.array(schemaRecord)).describe("Schema extensions (xtk:srcSchema)."),
    complete: optional(
      z.object({
        packages: optional(completeness),
        extAccounts: optional(completeness),
        groups: optional(completeness),
        operators: optional(completeness),
        memberships: optional(completeness),
        options: optional(completeness),
        schemas: optional(completeness),
        users: optional(completeness),
        profiles: optional(completeness),
        serverConf: optional(completeness),
      }),
    ).describe("Lists that do not hold every record, or of which that is not known."),
    sources: optional(z.array(z.object({ path: optional(text), sha256: optional(text) }))).describe(
      "The exports that this snapshot was made of.",
    ),
  })
  .meta({
    title: "ims-lint snapshot",
    description: "An exported Adobe Campaign Classic instance, as ims-lint reads it.",
  });

export type Snapshot = z.output<typeof snapshotSchema>;
export type Package = z.output<typeof packageRecord>;
export type ExtAccount = z.output<typeof extAccountRecord>;
export type OperatorGroup = z.output<typeof groupRecord>;
export type Operator = z.output<typeof operatorRecord>;
export type Membership = z.output<typeof membershipRecord>;
export type User = z.output<typeof userRecord>;
export type OrganizationGroup = z.output<typeof organizationGroupRecord>;
export type SchemaExtension = z.output<typeof schemaRecord>;
export type Product = z.output<typeof product>;
