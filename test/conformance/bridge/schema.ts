import * as z from "zod/mini";
import { sessionSchema } from "../../../src/config/schema/session.ts";
import { behavioursOf } from "../../../src/edition/edition.ts";
import type { Bridge } from "./bridge.ts";

/** Fields whose words upstream lists as a union of literals, which its schema library names otherwise. */
const unions = /(^|\.)(scope|typingMode|reset\.mode|action|default|chatType)$|^reset.*\.mode$/;

/** Translations of the upstream functions that concern the config's schema. */
export const schemaBridge: Bridge = {
  schema({ session }, { edition }) {
    const behaviours = behavioursOf(edition);
    const parsed = z.optional(sessionSchema(behaviours)).safeParse(session);
    if (parsed.success) return { ok: true, data: parsed.data };
    const dmScopeIsUnion = !behaviours.has("group-scope-setting");
    const codeOf = (issue: z.core.$ZodIssue, path: string): string =>
      issue.code === "invalid_value" && (unions.test(path) || (path === "dmScope" && dmScopeIsUnion))
        ? "invalid_union"
        : issue.code;
    return {
      ok: false,
      issues: parsed.error.issues.map((issue) => {
        const path = issue.path.join(".");
        return {
          path,
          code: codeOf(issue, path),
          ...(issue.code === "unrecognized_keys" && { keys: issue.keys }),
        };
      }),
    };
  },
};
