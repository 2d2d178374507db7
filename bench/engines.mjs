/*
 * Send policy beside the engines that a user would pick, on the same rules. Every answer is checked
 * against a scan before anything is timed. Cedar's wasm aborts Node 20 when the optimiser inlines
 * calls into it, so run.mjs starts Node with --no-turbo-inline-js-wasm-calls.
 */
import * as cedar from "@cedar-policy/cedar-wasm/nodejs";
import { createMongoAbility } from "@casl/ability";
import * as casbin from "casbin";
import jsonRules from "json-rules-engine";
import { evaluateSend, parsePolicy } from "../dist/index.js";
import { compileRules } from "../dist/policy/rule-matcher.js";
import { keep, over } from "./measure.mjs";
import { assertEqual, reportHeading, reportPair } from "./report.mjs";
import { scan, workload } from "./rules-workload.mjs";

const scopedKey = ({ key }) => key.slice("agent:main:".length);

function keyscope(rules) {
  const policy = parsePolicy(
    { session: { sendPolicy: { default: "allow", rules } } },
    { edition: "2026-11" },
  );
  return (request) => evaluateSend(request, policy).allowed;
}

/** CASL's only index is action and subject type; prefixes are functions. Later rules win there, so denies stand last. */
function casl(rules) {
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

async function casbinEngine(rules) {
  const model = casbin.newModel(`
[request_definition]
r = channel, chatType, key
[policy_definition]
p = channel, chatType, prefix, eft
[policy_effect]
e = !some(where (p.eft == deny))
[matchers]
m = (p.channel == "*" || p.channel == r.channel) && (p.chatType == "*" || p.chatType == r.chatType) && hasPrefix(r.key, p.prefix)
`);
  const enforcer = await casbin.newEnforcer(model);
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

function jsonRulesEngine(rules) {
  const engine = new jsonRules.Engine();
  engine.addOperator("startsWith", (key, prefix) => key.startsWith(prefix));
  for (const { action, match } of rules.filter(({ action }) => action === "deny"))
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

function cedarEngine(rules) {
  const uid = (type, id) => ({ type, id });
  const policies = rules
    .filter(({ action }) => action === "deny")
    .map(({ match }) => {
      const conditions = [
        ...(match.channel === undefined ? [] : [`context.channel == "${match.channel}"`]),
        ...(match.chatType === undefined ? [] : [`context.chatType == "${match.chatType}"`]),
        ...(match.keyPrefix === undefined ? [] : [`context.key like "${match.keyPrefix}*"`]),
      ];
      return `forbid(principal, action, resource) when { ${conditions.join(" && ")} };`;
    });
  const set = `rules-${rules.length}`;
  const parsed = cedar.preparsePolicySet(set, {
    staticPolicies: ["permit(principal, action, resource);", ...policies].join("\n"),
  });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  return (request) => {
    const answer = cedar.statefulIsAuthorized({
      principal: uid("Bot", "bot"),
      action: uid("Action", "send"),
      resource: uid("Session", "session"),
      context: { channel: request.channel, chatType: request.chatType, key: scopedKey(request) },
      preparsedPolicySetId: set,
      entities: [],
    });
    return answer.response.decision === "allow";
  };
}

/** Engines that answer in time to come cannot be repeated in a plain loop: one sample is a whole pass. */
async function secondsPerPass(decide, requests) {
  const start = process.hrtime.bigint();
  for (const request of requests) keep(await decide(request));
  return Number(process.hrtime.bigint() - start) / requests.length;
}

const written = (ns) =>
  ns < 1e3 ? `${ns.toFixed(0)} ns` : ns < 1e6 ? `${(ns / 1e3).toFixed(2)} µs` : `${(ns / 1e6).toFixed(1)} ms`;

for (const count of [5, 100, 10_000]) {
  const { rules, requests } = workload(count);
  const expected = requests.map((request) => scan(rules, request));
  reportHeading("keyscope", "other");
  const ours = keyscope(rules);
  assertEqual(`keyscope, ${count} rules`, requests.map(ours), expected);

  // The matcher alone beside a scan of prepared rules and facts: what the index itself costs.
  const facts = requests.map((request) => ({
    channel: request.channel,
    chatType: request.chatType,
    account: undefined,
    peer: undefined,
    agent: "main",
    thread: undefined,
    rawKey: request.key,
    scopedKey: scopedKey(request),
  }));
  const compiled = compileRules(
    rules.map(({ action, match }, index) => ({
      action,
      asks: match,
      keyPrefixOf: "scoped",
      reference: { index, path: "" },
    })),
    "deny-overrides",
  );
  assertEqual(
    `the matcher, ${count} rules`,
    facts.map((fact) => compiled(fact)?.action !== "deny"),
    expected,
  );
  reportPair(`${count} rules: the matcher alone beside a scan`, {
    ours: over(facts, compiled),
    theirs: over(requests, (request) => scan(rules, request)),
  });

  const few = count > 1000 ? 20 : 200;
  const engines = { casl: casl(rules), casbin: await casbinEngine(rules), "cedar-wasm": cedarEngine(rules) };
  for (const [name, theirs] of Object.entries(engines)) {
    assertEqual(
      `${name}, ${count} rules`,
      requests.slice(0, few).map((request) => theirs(request)),
      expected.slice(0, few),
    );
    reportPair(
      `${count} rules: ${name}`,
      {
        ours: over(requests, ours),
        theirs: over(requests.slice(0, few), theirs),
        target: count === 10_000 ? 300 : undefined,
      },
      { rounds: count > 1000 ? 5 : 15 },
    );
  }
  const theirs = jsonRulesEngine(rules);
  const asked = requests.slice(0, count > 1000 ? 5 : few);
  for (const [index, request] of asked.entries())
    assertEqual(`json-rules-engine, ${count} rules`, await theirs(request), expected[index]);
  const passes = { ours: await secondsPerPass(ours, requests), theirs: await secondsPerPass(theirs, asked) };
  console.log(
    `${count} rules: json-rules-engine, one pass after a warm-up: ${written(passes.ours)} beside ${written(passes.theirs)}, x${(passes.theirs / passes.ours).toFixed(0)}`,
  );
}
