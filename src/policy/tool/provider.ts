import { once } from "../../edition/once.ts";
import type { ToolsConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { fold } from "../../identity/fold.ts";
import type { ToolSection } from "./list.ts";

/** The entries of one `byProvider`, each under the name that it is looked up by. */
export type ProviderSections = ReadonlyMap<string, ToolSection>;

/** Names under which releases of their time knew a provider. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["modelstudio", "qwen"],
  ["qwencloud", "qwen"],
  ["z.ai", "zai"],
  ["z-ai", "zai"],
  ["opencode-zen", "opencode"],
  ["opencode-go-auth", "opencode-go"],
  ["kimi-code", "kimi"],
  ["kimi-coding", "kimi"],
  ["bedrock", "amazon-bedrock"],
  ["aws-bedrock", "amazon-bedrock"],
  ["bytedance", "volcengine"],
  ["doubao", "volcengine"],
]);

const laterAliases: ReadonlyMap<string, string> = new Map([
  ...aliases,
  ["anthropic-cli", "claude-cli"],
  ["moonshotai", "moonshot"],
  ["moonshot-ai", "moonshot"],
]);

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const known = behaviours.has("more-provider-aliases") ? laterAliases : aliases;
  const provider = (name: string) => {
    const folded = fold(name);
    return behaviours.has("provider-aliases") ? (known.get(folded) ?? folded) : folded;
  };
  const underProvider = behaviours.has("model-under-its-provider");
  return {
    underProvider,
    repeats: behaviours.has("model-may-repeat-its-provider"),
    /** The form in which a provider, alone or with a model, is looked up. */
    name: (text: string): string => {
      const folded = fold(text);
      const at = underProvider ? folded.indexOf("/") : -1;
      if (at <= 0) return provider(folded);
      const model = folded.slice(at + 1);
      return model === "" ? provider(folded.slice(0, at)) : `${provider(folded.slice(0, at))}/${model}`;
    },
  };
});

/**
 * Reads a `byProvider`. Of two entries that mean the same provider the last one holds, since
 * 2026.4.29 the first one, but one that is written by the provider's own name comes before aliases.
 */
export function providerSections(
  byProvider: ToolsConfig["byProvider"],
  path: string,
  policy: Policy,
): ProviderSections {
  const { name, underProvider } = rules(policy);
  const found = new Map<string, ToolSection>();
  const byOwnName = new Set<string>();
  for (const [written, config] of Object.entries(byProvider ?? {})) {
    const key = name(written);
    const own = fold(written) === key;
    if (underProvider && found.has(key) && (byOwnName.has(key) || !own)) continue;
    found.set(key, { config, path: extendPath(path, written) });
    if (own) byOwnName.add(key);
  }
  return found;
}

/** The names under which an entry may hold for a provider and one of its models, the nearest first. */
export function providerCandidates(provider = "", model = "", policy: Policy): readonly string[] {
  const { name, underProvider, repeats } = rules(policy);
  const served = name(provider);
  if (served === "") return [];
  const variant = fold(model);
  if (variant === "") return [served];
  const complete = underProvider ? repeats && variant.startsWith(`${served}/`) : variant.includes("/");
  return [complete ? variant : `${served}/${variant}`, served];
}
