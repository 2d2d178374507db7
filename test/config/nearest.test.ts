import { describe, expect, it } from "vitest";
import { hintAmong, nearest } from "../../src/config/nearest.ts";

const scopes = ["main", "per-peer", "per-channel-peer", "per-account-channel-peer"];

describe("the word that was probably meant", () => {
  it.each([
    ["per-chanel-peer", "per-channel-peer", "a dropped letter"],
    ["per-chnanel-peer", "per-channel-peer", "two letters swapped"],
    ["perChannelPeer", "per-channel-peer", "words joined another way"],
    ["PER_PEER", "per-peer", "another case"],
    ["mian", "main", "a swap counts once"],
    ["man", "main", "one letter short"],
    ["mn", undefined, "half of a short word is another word"],
    ["per-group", undefined, "another scope altogether"],
    ["", undefined, "nothing at all"],
  ])("%j means %j: %s", (...[written, meant]) => {
    expect(nearest(written, scopes)).toBe(meant);
  });

  it("does not take one short word for another", () => {
    expect(nearest("id", ["ui"])).toBeUndefined();
    expect(nearest("ask", ["tas"])).toBeUndefined();
  });

  it("says what is known where nothing comes near", () => {
    expect(hintAmong("everything", ["self", "tree"])).toBe("one of self, tree");
  });
});
