import * as z from "zod";
import type { Rule } from "../evaluate/rule.js";
import { type FailOn, type LevelSetting, type Preset } from "./config.words.js";
declare const instanceSettings: z.ZodObject<{
    files: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    environment: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    url: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    migrated: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
    technicalOperators: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    complete: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodEnum<{
        extAccounts: "extAccounts";
        groups: "groups";
        operators: "operators";
        options: "options";
        packages: "packages";
        profiles: "profiles";
        schemas: "schemas";
        users: "users";
    }>>>>, z.ZodTransform<("extAccounts" | "groups" | "operators" | "options" | "packages" | "profiles" | "schemas" | "users")[] | undefined, ("extAccounts" | "groups" | "operators" | "options" | "packages" | "profiles" | "schemas" | "users")[] | null | undefined>>;
    directOnly: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
    expect: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        clientId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        scopes: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        callbackAllowlist: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        productContext: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        users: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        clientId: string | undefined;
        scopes: string[] | undefined;
        callbackAllowlist: string[] | undefined;
        productContext: string | undefined;
        users: string[] | undefined;
    } | undefined, {
        clientId: string | undefined;
        scopes: string[] | undefined;
        callbackAllowlist: string[] | undefined;
        productContext: string | undefined;
        users: string[] | undefined;
    } | null | undefined>>;
}, z.core.$strip>;
/** The config's schema for these rules. */
export declare function configSchema(rules: readonly Rule[]): z.ZodObject<{
    preset: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodUnion<readonly [z.ZodEnum<{
        all: "all";
        hardening: "hardening";
        migration: "migration";
        recommended: "recommended";
    }>, z.ZodArray<z.ZodEnum<{
        all: "all";
        hardening: "hardening";
        migration: "migration";
        recommended: "recommended";
    }>>]>>>, z.ZodTransform<NonNullable<"all" | "hardening" | "migration" | "recommended" | ("all" | "hardening" | "migration" | "recommended")[]> | undefined, "all" | "hardening" | "migration" | "recommended" | ("all" | "hardening" | "migration" | "recommended")[] | null | undefined>>;
    failOn: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodEnum<{
        error: "error";
        never: "never";
        note: "note";
        unknown: "unknown";
        warning: "warning";
    }>>>, z.ZodTransform<NonNullable<"error" | "never" | "note" | "unknown" | "warning"> | undefined, "error" | "never" | "note" | "unknown" | "warning" | null | undefined>>;
    rules: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
        [x: string]: z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>;
    }, z.core.$strip>>>, z.ZodTransform<{
        [x: string]: unknown;
    } | undefined, {
        [x: string]: unknown;
    } | null | undefined>>;
    integrationPackage: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
    instances: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodRecord<z.ZodString, z.ZodObject<{
        files: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        environment: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        url: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
        migrated: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
        technicalOperators: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        complete: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodEnum<{
            extAccounts: "extAccounts";
            groups: "groups";
            operators: "operators";
            options: "options";
            packages: "packages";
            profiles: "profiles";
            schemas: "schemas";
            users: "users";
        }>>>>, z.ZodTransform<("extAccounts" | "groups" | "operators" | "options" | "packages" | "profiles" | "schemas" | "users")[] | undefined, ("extAccounts" | "groups" | "operators" | "options" | "packages" | "profiles" | "schemas" | "users")[] | null | undefined>>;
        directOnly: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<boolean, string | number | boolean>>>>, z.ZodTransform<boolean | undefined, boolean | null | undefined>>;
        expect: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodObject<{
            clientId: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            scopes: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
            callbackAllowlist: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
            productContext: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>, z.ZodTransform<string | undefined, string | null | undefined>>;
            users: z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<z.ZodPipe<z.ZodType<string | number | boolean, unknown, z.core.$ZodTypeInternals<string | number | boolean, unknown>>, z.ZodTransform<string, string | number | boolean>>>>>, z.ZodTransform<string[] | undefined, string[] | null | undefined>>;
        }, z.core.$strip>>>, z.ZodTransform<{
            clientId: string | undefined;
            scopes: string[] | undefined;
            callbackAllowlist: string[] | undefined;
            productContext: string | undefined;
            users: string[] | undefined;
        } | undefined, {
            clientId: string | undefined;
            scopes: string[] | undefined;
            callbackAllowlist: string[] | undefined;
            productContext: string | undefined;
            users: string[] | undefined;
        } | null | undefined>>;
    }, z.core.$strip>>>>, z.ZodTransform<Record<string, {
        files: string[] | undefined;
        environment: string | undefined;
        url: string | undefined;
        migrated: boolean | undefined;
        technicalOperators: string[] | undefined;
        complete: ("extAccounts" | "groups" | "operators" | "options" | "packages" | "profiles" | "schemas" | "users")[] | undefined;
        directOnly: boolean | undefined;
        expect: {
            clientId: string | undefined;
            scopes: string[] | undefined;
            callbackAllowlist: string[] | undefined;
            productContext: string | undefined;
            users: string[] | undefined;
        } | undefined;
    }> | undefined, Record<string, {
        files: string[] | undefined;
        environment: string | undefined;
        url: string | undefined;
        migrated: boolean | undefined;
        technicalOperators: string[] | undefined;
        complete: ("extAccounts" | "groups" | "operators" | "options" | "packages" | "profiles" | "schemas" | "users")[] | undefined;
        directOnly: boolean | undefined;
        expect: {
            clientId: string | undefined;
            scopes: string[] | undefined;
            callbackAllowlist: string[] | undefined;
            productContext: string | undefined;
            users: string[] | undefined;
        } | undefined;
    }> | null | undefined>>;
}, z.core.$strip>;
export type InstanceSettings = Partial<z.output<typeof instanceSettings>>;
export type Expectations = Partial<NonNullable<InstanceSettings["expect"]>>;
/** The config after the check; levels and options stay as they are written. */
export interface Config {
    readonly preset?: Preset | readonly Preset[] | undefined;
    readonly failOn?: FailOn | undefined;
    readonly rules?: Readonly<Record<string, RuleSetting | undefined>> | undefined;
    readonly integrationPackage?: string | undefined;
    readonly instances?: Readonly<Record<string, InstanceSettings | undefined>> | undefined;
}
export type RuleSetting = LevelSetting | ({
    readonly level?: LevelSetting;
} & Readonly<Record<string, unknown>>);
export {};
