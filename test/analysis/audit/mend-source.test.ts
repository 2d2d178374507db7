import { describe, expect, it } from "vitest";
import { audit } from "../../../src/analysis/index.ts";
import { mendSource } from "../../../src/analysis/audit/mend-source.ts";
import { safeParsePolicy, type Edition } from "../../../src/index.ts";

function mended(text: string, edition: Edition = "2026-11") {
  const read = (source: string) => {
    const parsed = safeParsePolicy(source.replaceAll("${OWNER}", "7"), { edition, timeZone: "UTC" });
    return parsed.ok ? parsed.policy : undefined;
  };
  return mendSource(text, read, (policy) => audit(policy));
}

describe("the text of a config, once its findings are mended", () => {
  it("has the fix of each, and no tools denied to people who are not let in any more", () => {
    const text =
      '{\n  "tools": { "profile": "coding" },\n  "channels": { "telegram": { "groupPolicy": "open" } }\n}\n';
    const { made, text: after } = mended(text, "openclaw@2026.9.6");
    expect(made.map(({ id }) => id)).toEqual([
      "direct-messages-would-be-shared",
      "open-groups",
      "visibility-all",
      "exec-without-approval",
    ]);
    expect(JSON.parse(after)).toMatchObject({
      tools: { profile: "coding", sessions: { visibility: "self" } },
      channels: { telegram: { groupPolicy: "allowlist" } },
    });
    expect(JSON.parse(after)).not.toHaveProperty("tools.deny");
    expect(mended(after, "openclaw@2026.9.6").made).toEqual([]);
  });

  it("leaves a variable where it stands, and takes everybody out from beside it", () => {
    const text =
      '{ session: { dmScope: "per-channel-peer" }, channels: { telegram: { allowFrom: ["${OWNER}", "*"] } } }';
    const { text: after } = mended(text);
    expect(after).toContain('allowFrom: ["${OWNER}"]');
  });

  it("is the same where nothing is found that a setting mends", () => {
    const text = '{ session: { dmScope: "per-channel-peer" } }';
    expect(mended(text)).toEqual({ text, made: [] });
  });

  it("gives no tools back with which something worse is found", () => {
    const text = '{ tools: { profile: "coding", allow: ["browser"], sessions: { visibility: "self" } } }';
    expect(mended(text, "openclaw@2026.9.6").text).toContain('allow: ["browser"]');
  });

  it("is the same where it is no policy", () => {
    expect(mended("{ session: 7 }")).toEqual({ text: "{ session: 7 }", made: [] });
  });
});
