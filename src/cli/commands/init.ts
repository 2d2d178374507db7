import { isEdition, editions } from "../../edition/edition.ts";
import { unknownEdition } from "../../config/unknown-edition.ts";
import { defineCommand } from "../command.ts";
import { UnsoundFile, UsageError } from "../fault.ts";
import { policyOptions } from "../policy-file.ts";
import { commentedText, safeConfig } from "../safe-config.ts";

/** The newest release, which is what somebody installs who begins. */
const newest = editions.findLast((edition) => edition.startsWith("openclaw@"));

/** `keyscope init`. */
export const initCommand = defineCommand({
  name: "init",
  summary: "Writes a first config that keeps people apart and strangers out, each setting explained.",
  details: [
    "validate accepts it without a warning, and audit finds nothing of medium severity or worse in it.",
    "Tokens belong in the environment, or in the file that OpenClaw keeps: none is written.",
    "With --output it writes a new file, and never overwrites one.",
  ],
  parameters: {
    channels: { about: "the channels, with commas between them: telegram,discord", value: "<channels>" },
  },
  options: {
    edition: { ...policyOptions.edition, about: `for which edition; ${newest ?? ""} when absent` },
    "time-zone": policyOptions["time-zone"],
  },
  examples: [
    "keyscope init telegram,discord --output openclaw.json5",
    "keyscope init whatsapp --edition openclaw@2026.3.7",
  ],
  run: ({ channels: written }, chosen) => {
    const { edition = newest ?? "", "time-zone": timeZone } = chosen;
    const channels = [...new Set(written.split(",").map((channel) => channel.trim()))];
    if (channels.includes(""))
      throw new UsageError(`<channels> has an empty name: ${JSON.stringify(written)}`);
    if (!isEdition(edition)) throw new UnsoundFile("there is no such edition", [unknownEdition(edition)]);
    const safe = safeConfig(channels, edition, timeZone);
    const names = channels.join(", ");
    if (!("config" in safe)) {
      const reasons = safe.findings.map(({ id, message }) => `${id}: ${message}`).join(" ");
      throw new UnsoundFile(
        `no safe config can be written for ${names} under ${edition}${reasons === "" ? "" : `: ${reasons}`}`,
        safe.issues,
      );
    }
    const heading = [
      `A config for ${names}, written for ${edition}.`,
      "Before you change it: keyscope audit and keyscope diff show what a change lets happen.",
    ];
    return { json: safe.config, page: commentedText(safe, heading), writesAnew: true };
  },
});
