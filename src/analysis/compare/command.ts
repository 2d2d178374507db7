import type { Policy } from "../../config/policy.ts";
import { evaluateCommand, type CommandDecision } from "../../policy/command/command.ts";
import { commandFacts } from "../../policy/command/command-facts.ts";
import type { CommandRequest } from "../../policy/command/command-request.ts";
import { writtenOwners } from "../../policy/command/owners.ts";
import { configuredPeople } from "../../policy/command/people.ts";
import { webchat } from "../../policy/command/surface.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { openness } from "../question.ts";
import { freshText, told, type Representative } from "../representative/representative.ts";
import { askBoth, compareRequests, readAlike } from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Every channel that either policy speaks of, one that neither does, webchat, and none. */
function channelsOf(policies: readonly Policy[]): readonly (string | undefined)[] {
  const named = policies.flatMap((policy) => [
    ...configuredPeople(policy),
    ...Object.keys(policy.config.commands?.allowFrom ?? {}),
    ...writtenOwners(policy).flatMap((entry) =>
      entry.includes(":") ? [entry.slice(0, entry.indexOf(":"))] : [],
    ),
  ]);
  // Telegram reads its lists its own way, and WhatsApp lets owners alone command, whatever is written.
  const channels = new Set(["telegram", "whatsapp", ...named.map((name) => lowerCase(name.trim()))]);
  channels.delete("*");
  return [undefined, webchat, freshText((text) => channels.has(text)), ...channels];
}

function accountsOf(
  channel: string | undefined,
  policies: readonly Policy[],
): readonly (string | undefined)[] {
  const named = new Set(
    policies.flatMap(({ config }) =>
      Object.keys(configuredChannels(config).get(channel ?? "")?.accounts ?? {}),
    ),
  );
  return [undefined, ...named, ...(named.size > 0 ? [freshText((text) => named.has(text))] : [])];
}

/** Ids of one person, and on which of some lists they are, as one bit each. */
interface Person {
  readonly ids: readonly string[];
  readonly on: number;
}

/** Whoever is on a choice of lists, by one id or by several: one person for each choice that there can be. */
function peopleOf(lists: readonly (readonly string[])[]): readonly Person[] {
  const ids = new Set(lists.flat().filter((id) => id !== "*"));
  const found = new Map<number, Person>();
  const keep = (person: Person) => {
    const before = found.get(person.on);
    if (before !== undefined && before.ids.length <= person.ids.length) return false;
    found.set(person.on, person);
    return true;
  };
  keep({ on: 0, ids: [freshText((text) => ids.has(text) || ids.has(`+${text}`))] });
  for (const id of ids)
    keep({
      ids: [id],
      on: lists.reduce((bits, list, index) => bits | (list.includes(id) ? 1 << index : 0), 0),
    });
  for (let grew = true; grew;) {
    grew = false;
    for (const one of [...found.values()])
      for (const other of [...found.values()])
        if (
          one.on !== 0 &&
          other.on !== 0 &&
          keep({ on: one.on | other.on, ids: [...new Set([...one.ids, ...other.ids])] })
        )
          grew = true;
  }
  return [...found.values()];
}

/** What else a host may tell of a message: each by itself, because no two of them decide together. */
function* circumstances(sender: string, other: string): Generator<Partial<CommandRequest>> {
  yield {};
  yield { source: "native" };
  yield { suppressed: true };
  yield { noOwner: true };
  yield { owners: [sender] };
  yield { owners: [other] };
}

/** The scopes of a client of the gateway. */
const scopesOfClients = [undefined, ["operator.admin"], ["operator.read"]] as const;

function* requests(from: Policy, to: Policy): Generator<Representative<CommandRequest>> {
  const policies = [from, to];
  for (const channel of channelsOf(policies))
    for (const account of accountsOf(channel, policies)) {
      const place = told({ channel, account });
      const lists = policies.flatMap((policy) => {
        const { owners, listed, members } = commandFacts(place, policy);
        return [owners, listed, members].map((list) => (list?.entries ?? []).map(({ id }) => id));
      });
      const taken = new Set(lists.flat());
      const other = freshText((text) => taken.has(text));
      for (const { ids } of peopleOf(lists)) {
        const [sender = "", ...aliases] = ids;
        const who = told({ account, sender, aliases: aliases.length > 0 ? aliases : undefined });
        for (const admitted of [true, false, undefined])
          for (const scopes of channel === webchat ? scopesOfClients : [undefined])
            for (const extra of circumstances(sender, other))
              yield {
                core: told({ channel }),
                extra: { ...who, ...told({ admitted, scopes }), ...extra },
              };
      }
    }
}

/** Whether a decision lets somebody do what another one does not: command, reset, own the bot, or say when it answers. */
function loosens(before: CommandDecision, after: CommandDecision): boolean {
  return (
    openness(before) < openness(after) ||
    (["resets", "owner", "activates"] as const).some((each) => !before[each] && after[each])
  );
}

/** Compares who may command the bot in chats, who may reset, and who is an owner. */
export function compareCommand(from: Policy, to: Policy): KindComparison<CommandRequest, CommandDecision> {
  return compareRequests<CommandRequest, CommandDecision>(
    requests(from, to),
    askBoth(evaluateCommand, from, to, loosens),
    { "editions-differ": !readAlike(from, to, ["commands", "keys", "identity", "routing"]) },
  );
}
