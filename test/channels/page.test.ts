import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as channels from "../../src/channels/index.ts";
import { tableOf } from "../docs/table.ts";

/** Reads a payload of a platform, with what a row of its table tells. */
const platforms: Readonly<Record<string, (payload: object, options: object) => channels.Reading<object>>> = {
  Telegram: (update, options) => channels.readTelegram(update, options),
  Discord: (message, options) => channels.readDiscord(message, options),
  Slack: (payload, options) => channels.readSlack(payload, options),
  WhatsApp: (message, options) => channels.readWhatsApp(message, options),
  Matrix: (event, options) => channels.readMatrix(event, { self: "@bot:hs", direct: false, ...options }),
};

const page = readFileSync(new URL("../../docs/messages.md", import.meta.url), "utf8");

/** A value with another laid over it, in which null takes a field away. */
function laidOver(value: unknown, over: unknown): unknown {
  if (typeof over !== "object" || over === null || Array.isArray(over)) return over;
  const fields: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
  const laid = Object.entries(over).map(
    ([name, each]: [string, unknown]) => [name, each === null ? null : laidOver(fields[name], each)] as const,
  );
  const all: Readonly<Record<string, unknown>> = { ...fields, ...Object.fromEntries(laid) };
  return Object.fromEntries(Object.entries(all).filter(([, field]) => field !== null));
}

function textOf(cell: string | undefined): string {
  return (cell ?? "").replaceAll("`", "");
}

function objectOf(cell: string | undefined): object {
  return JSON.parse(textOf(cell) || "{}") as object;
}

/** Where a message was written, as the tables say it. */
function placeOf(reading: channels.Reading<object>): string {
  if (!reading.ok) return reading.missing.join(" ");
  const { chatType, parent, party, peer, thread } = reading.inbound;
  const within = [thread && `in ${thread}`, parent && `under ${parent.peer}`, party && `of ${party}`];
  return [chatType, peer, ...within].filter((word) => word !== undefined).join(" ");
}

describe.each(Object.entries(platforms))("the page tells of %s", (platform, read) => {
  const [, section = ""] = page.split(`\n### ${platform}\n`);
  const base = JSON.parse(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? "") as object;
  const rows = tableOf(page, `${platform} delivers`);

  it("at least fifteen kinds of payload, those that say nothing included", () => {
    expect(rows.length).toBeGreaterThanOrEqual(15);
  });

  it.each(rows)("%s %s %s", (_what, differs, options, kind, where) => {
    const given = objectOf(options);
    // A table's null says that the host tells nothing.
    const told = Object.fromEntries(
      Object.entries(given).map(([name, value]: [string, unknown]) => [name, value ?? undefined]),
    );
    const reading = read(laidOver(base, objectOf(differs)) as object, told);
    expect([reading.ok ? reading.kind : reading.reason, placeOf(reading)]).toEqual([kind, textOf(where)]);
  });
});
