import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import * as module from "../../src/config/path.ts";
import { parsePolicy, safeParsePolicy } from "../../src/parse-policy.ts";
import type { Inbound } from "../../src/scope/inbound.ts";
import { resolveSession } from "../../src/scope/session/resolve-session.ts";

/*
 * What stands in a config and is no plain data of this realm is refused in a sentence with its place, or copied whole: nothing
 * of it is half read. What stands for the whole config is told in `source/given.test.ts`.
 */

const edition = "2026-11";
const read = (config: unknown) => safeParsePolicy(config as ConfigInput, { edition, timeZone: "UTC" });

const realm = createContext({});
/** A value of another realm. */
const other = (program: string): unknown => runInContext(`(${program})`, realm);

class Telegram {
  readonly dmPolicy = "disabled";
  get allowFrom() {
    return ["7"];
  }
}

const revoked = Proxy.revocable({}, {});
revoked.revoke();

const circle: Record<string, unknown> = {};
circle["reset"] = circle;
const listInItself: unknown[] = [];
listInItself.push(listInItself);

/** What a function was given, which is no list. */
const given = other("(function () { return arguments; })('exec')");

function* generated() {
  yield "exec";
}

const [telegram, deny] = ["channels.telegram", "tools.deny"];
const atTelegram = (section: unknown) => ({ channels: { telegram: section } });
const atDeny = (list: unknown) => ({ tools: { deny: list } });
const idle = (idleMinutes: unknown) => ({ session: { reset: { mode: "idle", idleMinutes } } });

describe("what is refused, with its place", () => {
  it.each<readonly [what: string, path: string, config: unknown]>([
    ["an instance of Telegram", telegram, atTelegram(new Telegram())],
    ["an instance of T", telegram, atTelegram(other("new (class T { dmPolicy = 'disabled' })()"))],
    ["an instance of Object", telegram, atTelegram(Object.create({ dmPolicy: "disabled" }))],
    ["an instance of Object", telegram, atTelegram({ [Symbol.toStringTag]: "T", dmPolicy: "disabled" })],
    ["a Map", telegram, atTelegram(new Map([["dmPolicy", "disabled"]]))],
    ["a Map", telegram, atTelegram(other("new Map([['dmPolicy', 'disabled']])"))],
    ["an instance of WeakMap", "tools", { tools: new WeakMap() }],
    ["a Set", `${telegram}.allowFrom`, atTelegram({ allowFrom: new Set(["7"]) })],
    ["a Uint8Array", `${telegram}.allowFrom`, atTelegram({ allowFrom: new Uint8Array([7]) })],
    ["a Float64Array", `${telegram}.allowFrom`, atTelegram({ allowFrom: other("new Float64Array([7])") })],
    ["a Buffer", "session.mainKey", { session: { mainKey: Buffer.from("home") } }],
    ["a Date", "session.mainKey", { session: { mainKey: new Date(0) } }],
    ["a Date", "session.mainKey", { session: { mainKey: other("new Date(0)") } }],
    ["a String", "session.mainKey", { session: { mainKey: Object("home") as unknown } }],
    ["an instance of Number", "session.reset.idleMinutes", idle(Object(5))],
    ["a Promise", deny, atDeny(Promise.resolve(["exec"]))],
    ["a Promise", "tools", { tools: other("Promise.resolve({})") }],
    ["a Module", "tools", { tools: module }],
    ["an instance of RegExp", `${deny}[0]`, atDeny([/exec/])],
    ["an Error", "session", { session: new Error("no") }],
    ["an object with its own prototype", deny, atDeny(generated())],
    ["a function", deny, atDeny(() => ["exec"])],
    ["a function", deny, atDeny(other("() => ['exec']"))],
    ["an object", deny, atDeny(given)],
    ["a symbol", "session.dmScope", { session: { dmScope: Symbol("main") } }],
    ["a bigint", "session.reset.idleMinutes", idle(5n)],
    ["NaN", "session.reset.idleMinutes", idle(NaN)],
    ["null", "session", { session: null }],
    // eslint-disable-next-line no-sparse-arrays
    ["nothing", `${deny}[1]`, atDeny(["exec", , "read"])],
    ["too deep", "", { session: circle }],
    ["too deep", "", atDeny(listInItself)],
    ["reading it threw", "", { tools: revoked.proxy }],
    [
      "reading it threw",
      "",
      atTelegram({
        get dmPolicy(): never {
          throw new Error("the vault is closed");
        },
      }),
    ],
  ])("%s at %s", (what, path, config) => {
    const [issue, ...others] = read(config).issues ?? [];
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: "error", path });
    expect(issue?.message).toContain(what === "too deep" ? "circular" : what);
    expect(issue?.hint).toBeTruthy();
  });
});

describe("what is copied whole", () => {
  const scoped = { session: { dmScope: "per-peer" } } as const;
  const denied = { tools: { deny: ["exec", "read"] } } as const;

  it.each<readonly [why: string, config: unknown, copied: ConfigInput]>([
    ["objects and lists of another realm", other("{ tools: { deny: ['exec', 'read'] } }"), denied],
    ["an object without a prototype", Object.assign(Object.create(null) as object, scoped), scoped],
    ["a getter, which is asked once", { session: { get dmScope() { return "per-peer"; } } }, scoped], // prettier-ignore
    ["a proxy of an object", new Proxy(scoped, {}), scoped],
    ["a proxy of a list", atDeny(new Proxy(["exec", "read"], {})), denied],
    ["a list of a class", atDeny(new (class Tools extends Array<string> {})("exec", "read")), denied],
    ["a frozen one", Object.freeze(structuredClone(scoped)), scoped],
    ["what JSON does not say is no setting", { ...scoped, [Symbol("session")]: 5, tools: undefined }, scoped],
  ])("%s", (_, config, copied) => {
    const { config: own } = parsePolicy(config as ConfigInput, { edition, timeZone: "UTC" });
    expect(own).toEqual(copied);
    expect(JSON.stringify(own)).toBe(JSON.stringify(copied));
    expect(own).not.toBe(config);
  });

  it("a part that stands in several places is read once", () => {
    let reads = 0;
    const reset = new Proxy(
      { mode: "idle", idleMinutes: 5 },
      {
        ownKeys: (target) => {
          reads += 1;
          return Reflect.ownKeys(target);
        },
      },
    );
    const parsed = read({ session: { reset, resetByType: { group: reset, thread: reset } } });
    expect(parsed.ok).toBe(true);
    expect(reads).toBe(1);
  });

  it("parts that share parts, twice at each of many levels, are read in time that grows with their number", () => {
    let reads = 0;
    /** So many levels, each of which has the next one twice. */
    const shared = (levels: number): object => {
      const inner = levels === 0 ? {} : shared(levels - 1);
      return new Proxy(levels === 0 ? { end: 1 } : { left: inner, right: inner }, {
        ownKeys: (target) => {
          reads += 1;
          return Reflect.ownKeys(target);
        },
      });
    };
    expect(read({ gateway: shared(60) }).issues).toMatchObject([{ code: "too-large", path: "" }]);
    expect(reads).toBeLessThanOrEqual(61);
  });
});

describe("a message", () => {
  const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition, timeZone: "UTC" });
  const direct = { channel: "telegram", chatType: "direct", peer: "42" } as const;
  const room = { channel: "discord", chatType: "channel", peer: "42" } as const;

  class Context {
    readonly #from = "42";
    readonly channel = "telegram";
    readonly chatType = "direct";
    get peer() {
      return this.#from;
    }
  }

  it.each<readonly [why: string, message: unknown]>([
    ["an instance of a framework's class, with its getters", new Context()],
    ["an object of another realm", other(JSON.stringify(direct))],
    ["a proxy", new Proxy(direct, {})],
    ["an object without a prototype", Object.assign(Object.create(null) as object, direct)],
    ["an object that has its facts from another", Object.create(direct)],
  ])("is read whole: %s", (_, message) => {
    expect(resolveSession(message as Inbound, policy).key).toBe("agent:main:telegram:direct:42");
  });

  it.each<readonly [why: string, message: unknown, missing: readonly string[]]>([
    ["a Map has no facts", new Map(Object.entries(direct)), ["channel", "chatType"]],
    ["nor has a Date", new Date(0), ["channel", "chatType"]],
    ["nor a Promise", Promise.resolve(direct), ["channel", "chatType"]],
    ["nor a Buffer", Buffer.from(JSON.stringify(direct)), ["channel", "chatType"]],
    ["a function is none", () => direct, ["inbound"]],
    ["a list is none", [direct], ["request"]],
    ["a text in an object", { ...direct, peer: Object("42") as unknown }, ["peer"]],
    ["a function for an id", { ...direct, peer: () => "42" }, ["peer"]],
    ["bytes for an id", { ...direct, peer: Buffer.from("42") }, ["peer"]],
    ["a symbol for an id", { ...direct, peer: Symbol("42") }, ["peer"]],
    ["a set for a list", { ...room, roles: new Set(["7"]) }, ["roles"]],
    // eslint-disable-next-line no-sparse-arrays
    ["a list with a gap", { ...room, roles: ["7", , "8"] }, ["roles"]],
  ])("is refused by name: %s", (_, message, missing) => {
    expect(resolveSession(message as Inbound, policy)).toMatchObject({
      ok: false,
      reason: "malformed-inbound",
      missing,
    });
  });
});
