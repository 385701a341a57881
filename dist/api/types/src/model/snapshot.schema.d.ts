import * as z from "zod";
declare const product: z.ZodObject<{
    buildNumber: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    releaseName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
}, z.core.$strip>;
export declare const packageRecord: z.ZodObject<{
    id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
}, z.core.$strip>;
export declare const extAccountRecord: z.ZodObject<{
    name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    active: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
    packageAutoExport: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
    imsServer: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    userScope: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    clientId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    clientSecret: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean | {
        present: string | number | boolean;
        encrypted?: string | number | boolean | null | undefined;
    }, unknown, z.core.$ZodTypeInternals<string | number | boolean | {
        present: string | number | boolean;
        encrypted?: string | number | boolean | null | undefined;
    }, unknown>>, z.ZodTransform<import("./leaves.js").Secret, string | number | boolean | {
        present: string | number | boolean;
        encrypted?: string | number | boolean | null | undefined;
    }>>>>, z.ZodTransform<import("./leaves.js").Secret | undefined, import("./leaves.js").Secret | null | undefined>>;
    password: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean | {
        present: string | number | boolean;
        encrypted?: string | number | boolean | null | undefined;
    }, unknown, z.core.$ZodTypeInternals<string | number | boolean | {
        present: string | number | boolean;
        encrypted?: string | number | boolean | null | undefined;
    }, unknown>>, z.ZodTransform<import("./leaves.js").Secret, string | number | boolean | {
        present: string | number | boolean;
        encrypted?: string | number | boolean | null | undefined;
    }>>>>, z.ZodTransform<import("./leaves.js").Secret | undefined, import("./leaves.js").Secret | null | undefined>>;
    callbackServer: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    imsOrgId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    imsRightsMask: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    productContext: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    server: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    tenant: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
}, z.core.$strip>;
export declare const groupRecord: z.ZodObject<{
    name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    rights: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
}, z.core.$strip>;
export declare const operatorRecord: z.ZodObject<{
    name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    email: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    authenticationType: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    securityZone: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    rights: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
}, z.core.$strip>;
export declare const userRecord: z.ZodObject<{
    email: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    username: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    domain: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    firstname: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    lastname: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    country: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    status: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
}, z.core.$strip>;
export declare const organizationGroupRecord: z.ZodObject<{
    groupName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    productName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    groupId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    memberCount: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    licenseQuota: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
}, z.core.$strip>;
export declare const schemaRecord: z.ZodObject<{
    name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    accessibleIf: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<Record<string, string> | undefined, Record<string, string> | null | undefined>>;
}, z.core.$strip>;
export declare const organizationRecord: z.ZodObject<{
    id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    directOnly: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
    users: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        email: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        username: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        domain: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        firstname: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        lastname: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        country: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        status: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        email: string | undefined;
        username: string | undefined;
        domain: string | undefined;
        firstname: string | undefined;
        lastname: string | undefined;
        country: string | undefined;
        id: string | undefined;
        status: string | undefined;
        type: string | undefined;
        groups: string[] | undefined;
    }[] | undefined, {
        email: string | undefined;
        username: string | undefined;
        domain: string | undefined;
        firstname: string | undefined;
        lastname: string | undefined;
        country: string | undefined;
        id: string | undefined;
        status: string | undefined;
        type: string | undefined;
        groups: string[] | undefined;
    }[] | null | undefined>>;
    groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        groupName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        productName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        groupId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        memberCount: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        licenseQuota: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        groupName: string | undefined;
        type: string | undefined;
        productName: string | undefined;
        groupId: string | undefined;
        memberCount: string | undefined;
        licenseQuota: string | undefined;
    }[] | undefined, {
        groupName: string | undefined;
        type: string | undefined;
        productName: string | undefined;
        groupId: string | undefined;
        memberCount: string | undefined;
        licenseQuota: string | undefined;
    }[] | null | undefined>>;
}, z.core.$strip>;
export declare const snapshotSchema: z.ZodObject<{
    imsLint: z.ZodLiteral<"snapshot/v1">;
    exported: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string, unknown, z.core.$ZodTypeInternals<string, unknown>>, z.ZodTransform<Date, string>>>>, z.ZodTransform<Date | undefined, Date | null | undefined>>;
    instance: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        environment: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        url: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        deployment: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            hosted: "hosted";
            hybrid: "hybrid";
            managed: "managed";
            "on-premise": "on-premise";
        }>>>, z.ZodTransform<NonNullable<"hosted" | "hybrid" | "managed" | "on-premise"> | undefined, "hosted" | "hybrid" | "managed" | "on-premise" | null | undefined>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        name: string | undefined;
        environment: string | undefined;
        url: string | undefined;
        deployment: NonNullable<"hosted" | "hybrid" | "managed" | "on-premise"> | undefined;
    } | undefined, {
        name: string | undefined;
        environment: string | undefined;
        url: string | undefined;
        deployment: NonNullable<"hosted" | "hybrid" | "managed" | "on-premise"> | undefined;
    } | null | undefined>>;
    server: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        buildNumber: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        releaseName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        buildNumber: string | undefined;
        releaseName: string | undefined;
    } | undefined, {
        buildNumber: string | undefined;
        releaseName: string | undefined;
    } | null | undefined>>;
    console: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        buildNumber: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        releaseName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        buildNumber: string | undefined;
        releaseName: string | undefined;
    } | undefined, {
        buildNumber: string | undefined;
        releaseName: string | undefined;
    } | null | undefined>>;
    packages: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        id: string | undefined;
        label: string | undefined;
    }[] | undefined, {
        id: string | undefined;
        label: string | undefined;
    }[] | null | undefined>>;
    extAccounts: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        active: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
        packageAutoExport: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
        imsServer: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        userScope: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        clientId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        clientSecret: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean | {
            present: string | number | boolean;
            encrypted?: string | number | boolean | null | undefined;
        }, unknown, z.core.$ZodTypeInternals<string | number | boolean | {
            present: string | number | boolean;
            encrypted?: string | number | boolean | null | undefined;
        }, unknown>>, z.ZodTransform<import("./leaves.js").Secret, string | number | boolean | {
            present: string | number | boolean;
            encrypted?: string | number | boolean | null | undefined;
        }>>>>, z.ZodTransform<import("./leaves.js").Secret | undefined, import("./leaves.js").Secret | null | undefined>>;
        password: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean | {
            present: string | number | boolean;
            encrypted?: string | number | boolean | null | undefined;
        }, unknown, z.core.$ZodTypeInternals<string | number | boolean | {
            present: string | number | boolean;
            encrypted?: string | number | boolean | null | undefined;
        }, unknown>>, z.ZodTransform<import("./leaves.js").Secret, string | number | boolean | {
            present: string | number | boolean;
            encrypted?: string | number | boolean | null | undefined;
        }>>>>, z.ZodTransform<import("./leaves.js").Secret | undefined, import("./leaves.js").Secret | null | undefined>>;
        callbackServer: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        imsOrgId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        imsRightsMask: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        productContext: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        server: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        tenant: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        name: string | undefined;
        label: string | undefined;
        type: string | undefined;
        active: boolean | undefined;
        packageAutoExport: boolean | undefined;
        imsServer: string | undefined;
        userScope: string | undefined;
        clientId: string | undefined;
        clientSecret: import("./leaves.js").Secret | undefined;
        password: import("./leaves.js").Secret | undefined;
        callbackServer: string | undefined;
        imsOrgId: string | undefined;
        imsRightsMask: string | undefined;
        productContext: string | undefined;
        server: string | undefined;
        tenant: string | undefined;
    }[] | undefined, {
        name: string | undefined;
        label: string | undefined;
        type: string | undefined;
        active: boolean | undefined;
        packageAutoExport: boolean | undefined;
        imsServer: string | undefined;
        userScope: string | undefined;
        clientId: string | undefined;
        clientSecret: import("./leaves.js").Secret | undefined;
        password: import("./leaves.js").Secret | undefined;
        callbackServer: string | undefined;
        imsOrgId: string | undefined;
        imsRightsMask: string | undefined;
        productContext: string | undefined;
        server: string | undefined;
        tenant: string | undefined;
    }[] | null | undefined>>;
    groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        rights: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        name: string | undefined;
        label: string | undefined;
        rights: string[] | undefined;
    }[] | undefined, {
        name: string | undefined;
        label: string | undefined;
        rights: string[] | undefined;
    }[] | null | undefined>>;
    operators: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        label: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        email: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        authenticationType: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        securityZone: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        rights: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        name: string | undefined;
        label: string | undefined;
        email: string | undefined;
        authenticationType: string | undefined;
        securityZone: string | undefined;
        groups: string[] | undefined;
        rights: string[] | undefined;
    }[] | undefined, {
        name: string | undefined;
        label: string | undefined;
        email: string | undefined;
        authenticationType: string | undefined;
        securityZone: string | undefined;
        groups: string[] | undefined;
        rights: string[] | undefined;
    }[] | null | undefined>>;
    options: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<Record<string, string> | undefined, Record<string, string> | null | undefined>>;
    serverConf: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodUnknown>>>, z.ZodTransform<Record<string, unknown> | undefined, Record<string, unknown> | null | undefined>>;
    organization: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        directOnly: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
        users: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
            email: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            username: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            domain: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            firstname: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            lastname: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            country: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            id: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            status: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        }, z.core.$strip>>>>, z.ZodTransform<{
            email: string | undefined;
            username: string | undefined;
            domain: string | undefined;
            firstname: string | undefined;
            lastname: string | undefined;
            country: string | undefined;
            id: string | undefined;
            status: string | undefined;
            type: string | undefined;
            groups: string[] | undefined;
        }[] | undefined, {
            email: string | undefined;
            username: string | undefined;
            domain: string | undefined;
            firstname: string | undefined;
            lastname: string | undefined;
            country: string | undefined;
            id: string | undefined;
            status: string | undefined;
            type: string | undefined;
            groups: string[] | undefined;
        }[] | null | undefined>>;
        groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
            groupName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            type: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            productName: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            groupId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            memberCount: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            licenseQuota: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        }, z.core.$strip>>>>, z.ZodTransform<{
            groupName: string | undefined;
            type: string | undefined;
            productName: string | undefined;
            groupId: string | undefined;
            memberCount: string | undefined;
            licenseQuota: string | undefined;
        }[] | undefined, {
            groupName: string | undefined;
            type: string | undefined;
            productName: string | undefined;
            groupId: string | undefined;
            memberCount: string | undefined;
            licenseQuota: string | undefined;
        }[] | null | undefined>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        id: string | undefined;
        name: string | undefined;
        directOnly: boolean | undefined;
        users: {
            email: string | undefined;
            username: string | undefined;
            domain: string | undefined;
            firstname: string | undefined;
            lastname: string | undefined;
            country: string | undefined;
            id: string | undefined;
            status: string | undefined;
            type: string | undefined;
            groups: string[] | undefined;
        }[] | undefined;
        groups: {
            groupName: string | undefined;
            type: string | undefined;
            productName: string | undefined;
            groupId: string | undefined;
            memberCount: string | undefined;
            licenseQuota: string | undefined;
        }[] | undefined;
    } | undefined, {
        id: string | undefined;
        name: string | undefined;
        directOnly: boolean | undefined;
        users: {
            email: string | undefined;
            username: string | undefined;
            domain: string | undefined;
            firstname: string | undefined;
            lastname: string | undefined;
            country: string | undefined;
            id: string | undefined;
            status: string | undefined;
            type: string | undefined;
            groups: string[] | undefined;
        }[] | undefined;
        groups: {
            groupName: string | undefined;
            type: string | undefined;
            productName: string | undefined;
            groupId: string | undefined;
            memberCount: string | undefined;
            licenseQuota: string | undefined;
        }[] | undefined;
    } | null | undefined>>;
    schemas: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        name: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        accessibleIf: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<Record<string, string> | undefined, Record<string, string> | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        name: string | undefined;
        accessibleIf: Record<string, string> | undefined;
    }[] | undefined, {
        name: string | undefined;
        accessibleIf: Record<string, string> | undefined;
    }[] | null | undefined>>;
    complete: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        packages: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        extAccounts: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        groups: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        operators: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        options: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        schemas: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        users: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
        profiles: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
            no: "no";
            unknown: "unknown";
            yes: "yes";
        }>>>, z.ZodTransform<NonNullable<"no" | "unknown" | "yes"> | undefined, "no" | "unknown" | "yes" | null | undefined>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        packages: NonNullable<"no" | "unknown" | "yes"> | undefined;
        extAccounts: NonNullable<"no" | "unknown" | "yes"> | undefined;
        groups: NonNullable<"no" | "unknown" | "yes"> | undefined;
        operators: NonNullable<"no" | "unknown" | "yes"> | undefined;
        options: NonNullable<"no" | "unknown" | "yes"> | undefined;
        schemas: NonNullable<"no" | "unknown" | "yes"> | undefined;
        users: NonNullable<"no" | "unknown" | "yes"> | undefined;
        profiles: NonNullable<"no" | "unknown" | "yes"> | undefined;
    } | undefined, {
        packages: NonNullable<"no" | "unknown" | "yes"> | undefined;
        extAccounts: NonNullable<"no" | "unknown" | "yes"> | undefined;
        groups: NonNullable<"no" | "unknown" | "yes"> | undefined;
        operators: NonNullable<"no" | "unknown" | "yes"> | undefined;
        options: NonNullable<"no" | "unknown" | "yes"> | undefined;
        schemas: NonNullable<"no" | "unknown" | "yes"> | undefined;
        users: NonNullable<"no" | "unknown" | "yes"> | undefined;
        profiles: NonNullable<"no" | "unknown" | "yes"> | undefined;
    } | null | undefined>>;
    sources: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodObject<{
        path: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        sha256: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<{
        path: string | undefined;
        sha256: string | undefined;
    }[] | undefined, {
        path: string | undefined;
        sha256: string | undefined;
    }[] | null | undefined>>;
}, z.core.$strip>;
export type Snapshot = z.output<typeof snapshotSchema>;
export type Package = z.output<typeof packageRecord>;
export type ExtAccount = z.output<typeof extAccountRecord>;
export type OperatorGroup = z.output<typeof groupRecord>;
export type Operator = z.output<typeof operatorRecord>;
export type User = z.output<typeof userRecord>;
export type OrganizationGroup = z.output<typeof organizationGroupRecord>;
export type SchemaExtension = z.output<typeof schemaRecord>;
export type OrganizationSection = z.output<typeof organizationRecord>;
export type Product = z.output<typeof product>;
export {};
