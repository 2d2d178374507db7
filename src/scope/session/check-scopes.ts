import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { dmReach } from "../../config/scopes.ts";
import { defaultDmScope } from "../defaults.ts";

/**
 * Finds scopes that join more than they seem to: `per-peer`, under which equal ids of unrelated channels
 * are one person, and `global`, beside which the other scopes keep nothing apart.
 */
export function checkScopes({ behaviours, config: { session = {} } }: Policy): readonly Issue[] {
  const { dmScope, groupScope, scope } = session;
  const issues: Issue[] = [];
  const reach = dmReach(dmScope ?? defaultDmScope);
  if (dmScope !== undefined && reach.peer && !reach.channel)
    issues.push({
      severity: "warning",
      code: "per-peer-joins-channels",
      path: "session.dmScope",
      message: `under \`${dmScope}\` an id on one channel is the same person as that id on any other`,
      hint: "write `per-channel-peer`, unless all channels share their ids",
    });
  const field = dmScope === undefined ? "groupScope" : "dmScope";
  const apart = reach.peer || groupScope === "per-group";
  if (scope === "global" && apart && behaviours.has("global-scope-routed"))
    issues.push({
      severity: "warning",
      code: "scope-without-effect",
      path: `session.${field}`,
      message: "`session.scope` is `global`, so one session is used for everything",
      hint: "leave one of them out",
    });
  return issues;
}
