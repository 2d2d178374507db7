import { describe, expect, it } from "vitest";
import { safeParsePolicy } from "../../src/parse-policy.ts";

const options = { edition: "2026-11", timeZone: "UTC", channels: ["discord", "telegram"] } as const;

/** One mistake a line: what is wrong, in which config, and the issue: its code, its place, and its hint (`->` what was meant). */
const mistakes = `
access: a field                  | { channels: { telegram: { dmPolcy: "open" } } }                            | unknown-key     | channels.telegram.dmPolcy               | -> dmPolicy
access: a field of an account    | { channels: { telegram: { accounts: { a: { dmPolcy: "open" } } } } }       | unknown-key     | channels.telegram.accounts.a.dmPolcy    | -> dmPolicy
access: a policy                 | { channels: { telegram: { dmPolicy: "alowlist" } } }                       | unknown-value   | channels.telegram.dmPolicy              | -> allowlist
access: a policy for all         | { channels: { defaults: { groupPolicy: "opne" } } }                        | unknown-value   | channels.defaults.groupPolicy           | -> open
access: an operator              | { channels: { telegram: { allowFrom: { in: ["7"] } } } }                   | wrong-type      | channels.telegram.allowFrom             | write a list, such as \`allowFrom: ["…"]\`
access: a type                   | { channels: { telegram: { requireMention: "yes" } } }                      | wrong-type      | channels.telegram.requireMention        | write \`requireMention: true\`
access: a padded sender          | { channels: { telegram: { allowFrom: [" 7"] } } }                          | padded-value    | channels.telegram.allowFrom[0]          | -> 7
access: a padded room            | { channels: { telegram: { groups: { " -1": {} } } } }                      | padded-value    | channels.telegram.groups[" -1"]         | -> -1
access: an empty list            | { channels: { telegram: { groupAllowFrom: [] } } }                         | empty-list      | channels.telegram.groupAllowFrom        | write a list with something in it, such as \`groupAllowFrom: ["…"]\`
access: a channel                | { channels: { telegrm: {} } }                                              | unknown-channel | channels.telegrm                        | -> telegram
access: a channel of senders     | { accessGroups: { ops: { type: "message.senders", members: { telegrm: ["7"] } } } } | unknown-channel | accessGroups.ops.members.telegrm | -> telegram
access: a kind of group          | { accessGroups: { ops: { type: "message.sender" } } }                      | unknown-value   | accessGroups.ops.type                   | -> message.senders

tools: a field                   | { tools: { dney: ["exec"] } }                                              | unknown-key     | tools.dney                              | -> deny
tools: a profile                 | { tools: { profile: "codng" } }                                            | unknown-profile | tools.profile                           | -> coding
tools: a tool                    | { tools: { deny: ["exce"] } }                                              | unknown-tool    | tools.deny[0]                           | -> exec
tools: a group                   | { tools: { deny: ["group:runtme"] } }                                      | unknown-group   | tools.deny[0]                           | -> group:runtime
tools: an operator               | { tools: { deny: { not: ["read"] } } }                                     | wrong-type      | tools.deny                              | write a list, such as \`deny: ["…"]\`
tools: a type                    | { tools: { deny: "exec" } }                                                | wrong-type      | tools.deny                              | write \`deny: ["exec"]\`
tools: a padded tool             | { tools: { deny: [" exec"] } }                                             | padded-value    | tools.deny[0]                           | -> exec
tools: a padded provider         | { tools: { byProvider: { " openai": {} } } }                               | padded-value    | tools.byProvider[" openai"]             | -> openai
tools: an empty list             | { tools: { allow: [] } }                                                   | empty-list      | tools.allow                             | leave it out, or write \`deny: ["*"]\` to allow nothing
tools: a channel                 | { tools: { toolsBySender: { "channel:telegrm:7": {} } } }                  | unknown-channel | tools.toolsBySender["channel:telegrm:7"] | -> telegram
tools: a kind of sender          | { channels: { telegram: { groups: { a: { toolsBySender: { "usrname:bob": {} } } } } } } | unknown-sender-kind | channels.telegram.groups.a.toolsBySender["usrname:bob"] | -> username:bob

exec: a section                  | { tools: { exec: { aprovals: {} } } }                                      | unknown-key     | tools.exec.aprovals                     | -> approvals
exec: a field                    | { tools: { exec: { approvals: { alowlist: ["ls"] } } } }                   | unknown-key     | tools.exec.approvals.alowlist           | -> allowlist
exec: a policy                   | { tools: { exec: { approvals: { policy: "allways" } } } }                  | unknown-value   | tools.exec.approvals.policy             | -> always
exec: a mode                     | { tools: { exec: { security: "alowlist" } } }                              | unknown-value   | tools.exec.security                     | -> allowlist
exec: an operator                | { tools: { exec: { approvals: { allowlist: { startsWith: "git" } } } } }   | wrong-type      | tools.exec.approvals.allowlist          | write a list, such as \`allowlist: ["…"]\`
exec: a type                     | { tools: { exec: { approvals: { enabled: "yes" } } } }                     | wrong-type      | tools.exec.approvals.enabled            | write \`enabled: true\`
exec: a padded command           | { tools: { exec: { approvals: { allowlist: ["ls "] } } } }                 | padded-value    | tools.exec.approvals.allowlist[0]       | -> ls
exec: an empty list              | { tools: { exec: { approvals: { allowlist: [] } } } }                      | empty-list      | tools.exec.approvals.allowlist          | write a list with something in it, such as \`allowlist: ["…"]\`
exec: nobody who approves        | { channels: { telegram: { execApprovals: { enabled: true, approvers: [] } } } } | empty-list | channels.telegram.execApprovals.approvers | write a list with something in it, such as \`approvers: ["…"]\`
exec: a channel                  | { channels: { telegrm: { execApprovals: { enabled: false } } } }           | unknown-channel | channels.telegrm                        | -> telegram

memory: a field                  | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { chanel: "discord" } }] } } } } }          | unknown-key     | agents.defaults.memorySearch.scope.rules[0].match.chanel   | -> channel
memory: an action                | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "alow", match: { channel: "discord" } }] } } } } }          | unknown-value   | agents.defaults.memorySearch.scope.rules[0].action         | -> allow
memory: a default                | { agents: { defaults: { memorySearch: { scope: { default: "dney" } } } } }                                                                      | unknown-value   | agents.defaults.memorySearch.scope.default                 | -> deny
memory: a value                  | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { chatType: "gruop" } }] } } } } }          | unknown-value   | agents.defaults.memorySearch.scope.rules[0].match.chatType | -> group
memory: an operator              | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { channel: { not: "discord" } } }] } } } } } | wrong-type     | agents.defaults.memorySearch.scope.rules[0].match.channel  | write text, such as \`channel: "telegram"\`
memory: a type                   | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { channel: 5 } }] } } } } }                 | wrong-type      | agents.defaults.memorySearch.scope.rules[0].match.channel  | write it in quotes: "5"
memory: a padded value           | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { channel: " discord" } }] } } } } }        | padded-value    | agents.defaults.memorySearch.scope.rules[0].match.channel  | -> discord
memory: an empty list            | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [] } } } } }                                                           | empty-list      | agents.defaults.memorySearch.scope.rules                   | remove it
memory: a channel                | { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { channel: "discrod" } }] } } } } }         | unknown-channel | agents.defaults.memorySearch.scope.rules[0].match.channel  | -> discord
memory: a channel of an agent's  | { agents: { entries: { main: { memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { channel: "discrod" } }] } } } } } } | unknown-channel | agents.entries.main.memorySearch.scope.rules[0].match.channel | -> discord

visibility: a field              | { tools: { sessions: { visibilty: "self" } } }                             | unknown-key     | tools.sessions.visibilty                | -> visibility
visibility: a value              | { tools: { sessions: { visibility: "tre" } } }                             | unknown-value   | tools.sessions.visibility               | -> tree
visibility: a value in a sandbox | { agents: { defaults: { sandbox: { sessionToolsVisibility: "spwaned" } } } } | unknown-value | agents.defaults.sandbox.sessionToolsVisibility | -> spawned
visibility: an operator          | { tools: { sessions: { visibility: { atMost: "tree" } } } }                | wrong-type      | tools.sessions.visibility               | one of self, tree, agent, all
visibility: a type               | { tools: { agentToAgent: { enabled: "false" } } }                          | wrong-type      | tools.agentToAgent.enabled              | write \`enabled: false\`
visibility: a padded value       | { tools: { sessions: { visibility: "self " } } }                           | unknown-value   | tools.sessions.visibility               | -> self
visibility: a padded agent       | { tools: { agentToAgent: { allow: [" main"] } } }                          | padded-value    | tools.agentToAgent.allow[0]             | -> main
visibility: an empty list        | { tools: { agentToAgent: { allow: [] } } }                                 | empty-list      | tools.agentToAgent.allow                | write a list with something in it, such as \`allow: ["…"]\`
visibility: an agent             | { tools: { agentToAgent: { allow: ["wrk"] } }, agents: { list: [{ id: "work" }] } } | unknown-agent | tools.agentToAgent.allow[0]     | -> work

sandbox: a field                 | { agents: { defaults: { sandbox: { workspaceAcess: "none" } } } }          | unknown-key     | agents.defaults.sandbox.workspaceAcess  | -> workspaceAccess
sandbox: a value                 | { agents: { defaults: { sandbox: { mode: "nonmain" } } } }                 | unknown-value   | agents.defaults.sandbox.mode            | -> non-main
sandbox: a network left open     | { agents: { defaults: { sandbox: { network: "nnoe" } } } }                 | unknown-value   | agents.defaults.sandbox.network         | -> none
sandbox: a network in capitals   | { agents: { defaults: { sandbox: { network: "Restricted" } } } }           | unknown-value   | agents.defaults.sandbox.network         | -> restricted
sandbox: a type                  | { agents: { defaults: { sandbox: { network: false } } } }                  | wrong-type      | agents.defaults.sandbox.network         | -> none
sandbox: an empty list           | { agents: { defaults: { sandbox: { tools: { deny: [] } } } } }             | empty-list      | agents.defaults.sandbox.tools.deny      | leave it out
`;

function told(config: string): readonly string[] {
  const parsed = safeParsePolicy(config, options);
  return (parsed.ok ? parsed.warnings : parsed.issues).map(
    ({ code, path, hint }) => `${code} ${path}: ${hint ?? ""}`,
  );
}

describe("what is wrong with a config is told before the first decision, with its place and a hint", () => {
  const rows = mistakes
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split(/ +\| /));

  it.each(rows)("%s", (_what, config = "", code = "", path = "", hint = "") => {
    const meant = hint.startsWith("-> ") ? `did you mean \`${hint.slice(3)}\`?` : hint;
    expect(told(config)).toEqual([`${code} ${path}: ${meant}`]);
  });

  it("takes senders by any id, and agents by pattern", () => {
    const senders = '{ "@bob:example.org": {}, "id:7": {}, "channel:Telegram:7": {}, "*": {} }';
    expect(told(`{ tools: { toolsBySender: ${senders} } }`)).toEqual([]);
    const allow =
      '{ tools: { agentToAgent: { allow: ["work", "o*"] } }, agents: { list: [{ id: "work" }] } }';
    expect(told(allow)).toEqual([]);
  });
});
