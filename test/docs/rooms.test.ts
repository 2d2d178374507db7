import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { roomLevels, type PlaceLevel, type RoomChannel } from "../../src/config/rooms.ts";
import { roomSchemes } from "../../src/policy/access/room-schemes.ts";

const page = new URL("../../docs/rooms.md", import.meta.url);
const columns = [
  "channel",
  "rooms are written in",
  "where nothing is said",
  "who may write",
  "when unlisted",
  "mentions",
  "bots",
];

function code(...words: readonly (string | undefined)[]): string {
  return words
    .filter((word) => word !== undefined)
    .map((word) => `\`${word}\``)
    .join(", ");
}

function row(channel: RoomChannel): readonly string[] {
  const level: PlaceLevel = roomLevels[channel];
  const scheme = roomSchemes[channel];
  const people = scheme.people.flatMap(({ at }) =>
    at === "place" ? [level.people ?? "users", ...(scheme.rolesSince === undefined ? [] : ["roles"])] : [at],
  );
  return [
    code(channel),
    code(...[level.setting, level.older, level.within?.setting].map((setting) => setting && `${setting}.*`)),
    scheme.openUnlessSaid ? "open; shut under `2026-11`" : "an allowlist",
    code(...people),
    scheme.listedIn !== undefined
      ? `shut by an allowlist unless in ${code(scheme.listedIn.list)}; always under \`2026-11\``
      : scheme.unlistedIsShut
        ? "shut"
        : "shut by an allowlist; always under `2026-11`",
    scheme.written.mentionAtTop === true ? "the place, else the channel" : "the place",
    scheme.bots === true ? code("allowBots") : "not read",
  ];
}

/** The part of the page that the data of the channels tell. */
function table(): string {
  const rows = [columns, columns.map(() => "---"), ...(Object.keys(roomLevels) as RoomChannel[]).map(row)];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

it("the page about rooms shows what is known of each channel", async () => {
  const text = readFileSync(page, "utf8");
  const written = text.replace(/\| channel +\|[\s\S]*?\n\n/, `${table()}\n\n`);
  const options = await resolveConfig(page);
  const right = await format(written, { ...options, parser: "markdown" });
  if (process.env["KEYSCOPE_WRITE_DOCS"] !== undefined) writeFileSync(page, right);
  expect(text).toBe(right);
});
