import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { nearest, type Setting } from "../section.ts";
import { change, type SettingChoice } from "../trace.ts";
import { deny, missing, pass, type GateVerdict } from "./verdict.ts";
import {
  canBeShut,
  has,
  isClosed,
  missingPlace,
  roomRules,
  unlistedPlace,
  type PlacedRoom,
  type RoomFacts,
} from "./placed-room.ts";

/** Whether the message must mention the bot, and who says so. */
export function mentionSetting(
  {
    scheme,
    room,
    outer,
    access,
    path,
    groupPolicy,
  }: PlacedRoom & Pick<RoomFacts, "access" | "path" | "groupPolicy">,
  policy: Policy,
): Setting<boolean> {
  const waived = groupPolicy.value === "open" && has(scheme.openNeedsNoMention, policy);
  const answering = nearest(room.says, "autoReply");
  const inPlaces = nearest([...room.says, ...(outer?.says ?? [])], "requireMention");
  const entry = room.says[0] ?? outer?.says[0];
  return (
    (answering && { value: !answering.value, path: answering.path }) ??
    inPlaces ??
    (scheme.written.mentionAtTop === true ? access?.requireMention : undefined) ?? {
      value: !waived,
      path: `${entry?.path ?? (scheme.written.mentionAtTop === true ? path : extendPath(`${path}.${scheme.written.setting}`, "*"))}.requireMention`,
      isDefault: true,
    }
  );
}

/** Whether the message is meant for the bot; undefined where nobody tells. */
export function isMeant({ scheme, request, access }: RoomFacts, policy: Policy): boolean | undefined {
  const { mentioned } = request;
  if (typeof mentioned === "string" && scheme.onlyNamed === true) return false;
  if (mentioned === "joined") return roomRules(policy).joinedMentions && access?.explicitMention !== true;
  if (mentioned === "everyone") return has(scheme.everyoneMentions, policy);
  return mentioned === "reply" ? true : mentioned;
}

/** Whether a message must mention the bot where it stands, and who says so. */
export function mentionAsked(facts: RoomFacts, policy: Policy): Setting<boolean> {
  const { request, room } = facts;
  const threads = request.ownThread === true ? nearest(room.says, "autoThread") : undefined;
  return threads?.value === true ? { value: false, path: threads.path } : mentionSetting(facts, policy);
}

/** What has a message need a mention, or need none. */
function mentionTurn(facts: RoomFacts, required: boolean, policy: Policy): SettingChoice {
  const { value, path, isDefault } = mentionAsked(facts, policy);
  const entry = isDefault === true ? unlistedPlace(facts)?.entry : undefined;
  // A room that is to be listed by a word of its own says this there, too.
  if (entry !== undefined && facts.outer === undefined && facts.scheme.written.mentionAtTop !== true)
    return change(`${entry}.requireMention`, required);
  if (path.endsWith(".autoReply")) return change(path, !required);
  if (!path.endsWith(".autoThread")) return change(path, required);
  // Without threads of its own the room asks for what it says.
  return !value && required && mentionSetting(facts, policy).value ? change(path, false) : [];
}

/** Whether a message that must mention the bot does, and one that is for others is left to them. */
export function mentionGate(facts: RoomFacts, policy: Policy): GateVerdict {
  const { scheme, request, room, outer } = facts;
  const gate = "mention";
  const meant = isMeant(facts, policy);
  if (meant === true) return pass(gate);
  const unknown = missingPlace(facts);
  if (unknown !== undefined) return missing(gate, unknown);
  const { value: required, path, isDefault = false } = mentionAsked(facts, policy);
  const ignoring = has(scheme.ignoresOthers, policy)
    ? nearest([...room.says, ...(outer?.says ?? [])], "ignoreOtherMentions")
    : undefined;
  const ignored =
    ignoring?.value === true && request.othersMentioned === true ? [change(ignoring.path, false)] : [];
  const unlisted = isClosed(facts, policy) ? unlistedPlace(facts) : undefined;
  // What lists the place says it too.
  const isSaid = unlisted !== undefined && !canBeShut(scheme, unlisted.level);
  // What is written of a channel that was not has its rooms no longer open by default.
  const { access, groupPolicy } = facts;
  const opens =
    access === undefined && !scheme.openUnlessSaid && groupPolicy.value === "open"
      ? [change(groupPolicy.path, "open")]
      : [];
  const waive = () => (isSaid ? ignored : [mentionTurn(facts, false, policy), ...ignored, ...opens]);
  if (required && meant === false)
    return { gate, outcome: "deny", reason: "mention-required", path, isDefault, turn: waive };
  if (required) return { ...missing(gate, "mentioned"), path, turn: waive };
  if (ignoring !== undefined && ignored.length > 0)
    return deny(gate, "others-mentioned", ignoring.path, () => ignored);
  return pass(gate, () => [mentionTurn(facts, true, policy)]);
}
