/* The engines that a user would pick, each taking the rules in the form that suits it best. */
import { scan } from "./rules.mjs";

/** The key without its agent, which is what prefixes are compared with. */
const scopedKey = ({ key }) => key.slice("agent:main:".length);

/** CASL's only index is action and subject type; prefixes are functions. Later rules win there, so denies stand last. */
async function casl(rules) {
  const { createMongoAbility } = await import("@casl/ability");
  const ranked = [...rules].sort((a, b) => (a.action === "deny") - (b.action === "deny"));
  const ability = createMongoAbility(
    [
      { action: "manage", subject: "all" },
      ...ranked.map(({ action, match }) => ({
        action: match.chatType ?? "manage",
        subject: match.channel ?? "all",
        inverted: action === "deny",
        ...(match.keyPrefix !== undefined && {
          conditions: (request) => scopedKey(request).startsWith(match.keyPrefix),
        }),
      })),
    ],
    { conditionsMatcher: (condition) => condition, detectSubjectType: ({ channel }) => channel },
  );
  return (request) => ability.can(request.chatType, request);
}

async function casbin(rules) {
  const { newEnforcer, newModel } = await import("casbin");
  const model = newModel(`
[request_definition]
r = channel, chatType, key
[policy_definition]
p = channel, chatType, prefix, eft
[policy_effect]
e = !some(where (p.eft == deny))
[matchers]
m = (p.channel == "*" || p.channel == r.channel) && (p.chatType == "*" || p.chatType == r.chatType) && hasPrefix(r.key, p.prefix)
`);
  const enforcer = await newEnforcer(model);
  await enforcer.addFunction("hasPrefix", (key, prefix) => key.startsWith(prefix));
  await enforcer.addPolicies(
    rules.map(({ action, match }, index) => [
      match.channel ?? "*",
      match.chatType ?? "*",
      match.keyPrefix ?? "",
      action,
      `rule-${index}`,
    ]),
  );
  return (request) => enforcer.enforceSync(request.channel, request.chatType, scopedKey(request));
}

/** Where everything is allowed that is not denied, allowing rules change nothing. */
function denying(rules) {
  return rules.filter(({ action }) => action === "deny");
}

async function jsonRulesEngine(rules) {
  const { default: jsonRules } = await import("json-rules-engine");
  const engine = new jsonRules.Engine();
  engine.addOperator("startsWith", (key, prefix) => key.startsWith(prefix));
  for (const { action, match } of denying(rules))
    engine.addRule({
      conditions: {
        all: Object.entries(match).map(([fact, value]) =>
          fact === "keyPrefix"
            ? { fact: "key", operator: "startsWith", value }
            : { fact, operator: "equal", value },
        ),
      },
      event: { type: action },
    });
  return async (request) => {
    const { events } = await engine.run({ ...request, key: scopedKey(request) });
    return events.length === 0;
  };
}

async function cedarWasm(rules) {
  const cedar = await import("@cedar-policy/cedar-wasm/nodejs");
  const policies = denying(rules).map(({ match }) => {
    const conditions = Object.entries(match).map(([fact, value]) =>
      fact === "keyPrefix" ? `context.key like "${value}*"` : `context.${fact} == "${value}"`,
    );
    return `forbid(principal, action, resource) when { ${conditions.join(" && ")} };`;
  });
  const parsed = cedar.preparsePolicySet("rules", {
    staticPolicies: ["permit(principal, action, resource);", ...policies].join("\n"),
  });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  return (request) => {
    const answer = cedar.statefulIsAuthorized({
      principal: { type: "Bot", id: "bot" },
      action: { type: "Action", id: "send" },
      resource: { type: "Session", id: "session" },
      context: { channel: request.channel, chatType: request.chatType, key: scopedKey(request) },
      preparsedPolicySetId: "rules",
      entities: [],
    });
    return answer.response.decision === "allow";
  };
}

const compilers = {
  "a plain scan": async (rules) => (request) => scan(rules, request),
  CASL: casl,
  casbin,
  "cedar-wasm": cedarWasm,
  "json-rules-engine": jsonRulesEngine,
};

/** What can be compared with. */
export const engineNames = Object.keys(compilers);

/** Hands rules to an engine; the result tells whether a request is allowed, some of them in time to come. */
export function compileEngine(name, rules) {
  return compilers[name](rules);
}
