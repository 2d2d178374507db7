export {
  decisionTable,
  type DecisionCheck,
  type DecisionRow,
  type DecisionTest,
  type Expected,
} from "./decision-table.ts";
export { matchers, type KeyscopeMatchers, type MatcherResult, type Permission } from "./matchers.ts";
