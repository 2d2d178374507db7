import {isDeepStrictEqual} from "node:util"; const ks=await import("/tmp/h/o3/node_modules/.cache/ks.mjs"); let n=0; const eq=(s,a,b)=>{n++; if(!isDeepStrictEqual(a,b)) console.log("DIFF",s,JSON.stringify(a),JSON.stringify(b));};
var { loaded } = ks;

const config = {
  agents: { entries: { main: { default: true }, work: {} } },
  channels: { telegram: { accounts: { default: {}, open: { dmPolicy: "open", allowFrom: ["*"] } } } },
};

const made = loaded(config, "openclaw@2026.9.6");
eq("made.config?.bindings", (made.config?.bindings), ([{ agentId: "main", match: { channel: "telegram", accountId: "*" } }]));
eq("made.changes?.find(({ code }) => code === \"channel-bound\")?.from", (made.changes?.find(({ code }) => code === "channel-bound")?.from), ("agents.entries.main.default"));

eq("loaded(config, \"2026-11\").changes", (loaded(config, "2026-11").changes), ([]));

var { evaluateAccess, explain, parsePolicy, resolveSession } = ks;

const policy = parsePolicy(config, { edition: "openclaw@2026.9.6", timeZone: "UTC" });
const second = { channel: "telegram", account: "open", chatType: "direct", peer: "7" };

// The binding claims the second bot, so that its direct messages share the main session.
const session = resolveSession(second, policy);
eq("session.key", (session.key), ("agent:main:main"));
eq("session.ok && session.matchedBy", (session.ok && session.matchedBy), ("binding.channel"));
eq("policy.warnings.map(({ code, path }) => `${code} ${path}`)", (policy.warnings.map(({ code, path }) => `${code} ${path}`)), (["loaded-as-bindings agents.entries.main.default"]));

eq("parsePolicy(made.config ?? {}, { edition: \"openclaw@2026.9.6\", loaded: true }).loader", (parsePolicy(made.config ?? {}, { edition: "openclaw@2026.9.6", loaded: true }).loader), (undefined));

const shut = { channels: { telegram: { dmPolicy: "disabled", accounts: { work: {} } } } };
const message = { channel: "telegram", account: "work", chatType: "direct", sender: "1", peer: "1" };

const old = parsePolicy(shut, { edition: "openclaw@2026.7.35", timeZone: "UTC" });
eq("evaluateAccess(message, old).outcome", (evaluateAccess(message, old).outcome), ("pair"));
eq("explain(evaluateAccess(message, old))", (explain(evaluateAccess(message, old))), ("The sender has to be paired first: the sender is a stranger (channels.telegram.accounts.work.dmPolicy: the default of openclaw@2026.7.35)."));
eq("old.warnings.map(({ code, path }) => `${code} ${path}`)", (old.warnings.map(({ code, path }) => `${code} ${path}`)), (["loaded-into-accounts channels.telegram.dmPolicy"]));
eq("evaluateAccess(message, parsePolicy(shut, { edition: \"openclaw@2026.8.1\" })).outcome", (evaluateAccess(message, parsePolicy(shut, { edition: "openclaw@2026.8.1" })).outcome), ("deny"));

const closed = { channels: { defaults: { groupPolicy: "disabled" }, telegram: {} } };
eq("parsePolicy(closed, { edition: \"openclaw@2026.9.6\" }).config.channels?.[\"telegram\"]?.groupPolicy", (parsePolicy(closed, { edition: "openclaw@2026.9.6" }).config.channels?.["telegram"]?.groupPolicy), ("allowlist"));

const two = { agents: { list: [{ id: "a" }, { id: "b" }] } };
eq("loaded(two, \"openclaw@2026.7.35\").ok", (loaded(two, "openclaw@2026.7.35").ok), (true));
eq("loaded(two, \"openclaw@2026.9.6\").issues?.map(({ path }) => path)", (loaded(two, "openclaw@2026.9.6").issues?.map(({ path }) => path)), (["agents.ownership"]));

console.log(n,"checked");