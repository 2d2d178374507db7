import { isObject } from "../config/is-object.ts";
import type { Policy } from "../config/policy.ts";
import { behaviourChanges, type BehaviourChange } from "../edition/behaviour-changes.ts";
import type { Behaviours, Edition } from "../edition/edition.ts";
import type { BehaviourId } from "../edition/registry.ts";
import { resolveMaintenance } from "../lifecycle/maintenance/resolve-maintenance.ts";
import type { ChatType } from "../scope/chat-type.ts";
import type { Inbound } from "../scope/inbound.ts";
import { suggestInputs } from "./coverage/suggest-inputs.ts";
import { answer, type Question } from "./question.ts";

/** What a move to another edition changes for a config, and how much was asked to find out. */
export interface TouchedChanges {
  readonly changes: readonly BehaviourChange[];
  /** Of so many behaviours that differ. */
  readonly of: number;
  readonly questions: number;
}

const hour = 3_600_000;

/** Noon of some day. */
const begun = 1_767_268_800_000;

/** Some messages of each kind that a channel can have, and what follows from them. */
function questionsAbout(channel: string): readonly Question[] {
  const message = (chatType: ChatType, more: Partial<Inbound> = {}): Inbound => ({
    channel,
    chatType,
    peer: chatType === "direct" ? "1001" : "5001",
    sender: "1001",
    ...more,
  });
  const messages = [
    message("direct"),
    message("direct", { account: "work" }),
    message("group"),
    message("channel"),
    message("group", { thread: "7" }),
    message("channel", { thread: "7" }),
  ];
  return messages.flatMap((request): readonly Question[] => {
    const { chatType } = request;
    const key = `agent:main:${channel}:${chatType}:${request.peer ?? ""}`;
    return [
      { ask: "resolution", request },
      { ask: "access", request },
      { ask: "access", request: { ...request, mentioned: true } },
      {
        ask: "command",
        request: { channel, chatType, sender: "1001", peer: request.peer ?? "", key, admitted: true },
      },
      { ask: "send", request: { key, channel, chatType } },
      { ask: "memory-search", request: { key, channel, chatType } },
      ...[1, 25, 24 * 8].map((hours): Question => ({
        ask: "reset",
        request: { key, channel, chatType },
        times: { sessionStartedAt: begun, lastInteractionAt: begun, updatedAt: begun },
        now: begun + hours * hour,
      })),
      ...["exec", "read", "sessions_send", "message"].map((tool): Question => ({
        ask: "tool",
        request: { tool, key, channel, chatType },
      })),
    ];
  });
}

/** A policy in which one behaviour is the other way round. */
function turned(policy: Policy, id: BehaviourId): Policy {
  const behaviours = new Set(policy.behaviours);
  if (!behaviours.delete(id)) behaviours.add(id);
  return { ...policy, behaviours: behaviours satisfies Behaviours };
}

/** What a policy answers; an answer that names an edition or a trace for its own sake is told by what it decides. */
function answersOf(questions: readonly Question[], policy: Policy): readonly string[] {
  const asked = questions.map((question) => {
    try {
      return JSON.stringify(answer(question, policy));
    } catch {
      // One behaviour alone, without those that came with it, may be none that anything was written for.
      return "";
    }
  });
  return [...asked, JSON.stringify(resolveMaintenance(policy))];
}

/** Every setting that a config writes, as sentences may name it: `session.dmScope`, `dm.policy` of `channels.slack.dm.policy`. */
function* settingsIn(value: unknown, path: readonly string[] = []): Generator<string> {
  if (Array.isArray(value)) for (const inner of value) yield* settingsIn(inner, path);
  else if (isObject(value))
    for (const [name, inner] of Object.entries(value)) {
      const place = [...path, name];
      for (let from = 0; from < place.length - 1; from += 1) yield place.slice(from).join(".");
      yield* settingsIn(inner, place);
    }
}

/** The settings that a sentence names by more than a word: a word alone stands in many places. */
function settingsNamed({ became, was }: BehaviourChange): readonly string[] {
  return [...`${was} ${became}`.matchAll(/`([a-z]\w*(?:\.\w+)+)/g)].map(([, name = ""]) => name);
}

/**
 * Finds what of a move from one edition to another touches a config: behaviours that alone change an answer to what can be
 * asked about its parts and its channels, and those about a setting that it has. What shows only in
 * coincidences of more than one of them, or with ids that nobody has, is left out.
 *
 * @param to - the config under the edition moved to; undefined where that refuses it
 */
export function touchedChanges(from: Policy, edition: Edition, to: Policy | undefined): TouchedChanges {
  const all = behaviourChanges(from.edition, edition);
  const policies = to === undefined ? [from] : [from, to];
  const channels = Object.keys(from.config.channels ?? {}).filter((channel) => channel !== "defaults");
  const suggested = policies.flatMap((policy) => suggestInputs(policy).map(({ input }) => input));
  const made = (channels.length === 0 ? ["webchat"] : channels).flatMap(questionsAbout);
  const questions = [...new Map([...suggested, ...made].map((one) => [JSON.stringify(one), one])).values()];
  const answers = new Map(policies.map((policy) => [policy, answersOf(questions, policy)]));
  const written = new Set(settingsIn(from.loader?.written ?? from.config));
  const changes = all.filter(
    (change) =>
      settingsNamed(change).some((name) => written.has(name)) ||
      policies.some((policy) => {
        const before = answers.get(policy) ?? [];
        return answersOf(questions, turned(policy, change.id)).some((one, at) => one !== before[at]);
      }),
  );
  return { changes, of: all.length, questions: questions.length };
}
