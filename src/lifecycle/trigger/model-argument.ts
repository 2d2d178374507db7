import { lowerCase } from "../../edition/lower-case.ts";

/** A model that may be chosen by name. */
export interface ModelChoice {
  /** Who serves the model: `openai`. */
  readonly provider: string;
  /** The model, as its provider names it: `gpt-5`. */
  readonly model: string;
  /** Other names by which people may choose it. */
  readonly aliases?: readonly string[];
}

/** The model that a text begins with, and the text after it. */
export interface ModelArgument {
  /** `provider/model`. */
  readonly model: string;
  readonly rest: string;
}

/** A piece of a name finds its model only when it is at least this long. */
const shortestPiece = 6;

function nameOf({ provider, model }: ModelChoice): string {
  return lowerCase(`${provider}/${model}`);
}

function only(choices: readonly ModelChoice[]): ModelChoice | undefined {
  return choices.length === 1 ? choices[0] : undefined;
}

function choose(word: string, models: readonly ModelChoice[]): ModelChoice | undefined {
  const wanted = lowerCase(word);
  const exact = models.find(
    (choice) =>
      nameOf(choice) === wanted || choice.aliases?.some((alias) => lowerCase(alias) === wanted) === true,
  );
  if (exact !== undefined) return exact;
  const bare = only(models.filter(({ model }) => lowerCase(model) === wanted));
  if (bare !== undefined) return bare;
  const ofProvider = models.filter(({ provider }) => lowerCase(provider) === wanted);
  if (ofProvider.length > 0) return only(ofProvider);
  return wanted.length < shortestPiece
    ? undefined
    : only(models.filter((choice) => nameOf(choice).includes(wanted)));
}

/**
 * Reads the model that a text begins with: `provider model`, `provider/model`, an alias, the name
 * of a model or of a provider with one model, or a piece of at least 6 letters that only one model
 * has in its name. What fits several models chooses none.
 */
export function readModelArgument(text: string, models: readonly ModelChoice[]): ModelArgument | undefined {
  const [first, second] = text.split(/\s+/, 2);
  if (first === undefined || first === "") return undefined;
  const pair = second === undefined ? undefined : lowerCase(`${first}/${second}`);
  const byPair = pair === undefined ? undefined : models.find((choice) => nameOf(choice) === pair);
  const chosen = byPair ?? choose(first, models);
  if (chosen === undefined) return undefined;
  const after = text.slice(first.length).trimStart();
  return {
    model: `${chosen.provider}/${chosen.model}`,
    rest: byPair === undefined ? after : after.slice(second?.length ?? 0).trimStart(),
  };
}
