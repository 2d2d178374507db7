const agentPart = "agent:";

/**
 * A key without `agent:<agentId>:`; any other key as it is. A malformed agent key gives `""`:
 * nothing can be said about what is in it. Releases read keys so since 2026.7.1.
 */
export function agentlessKey(key: string): string {
  if (!key.startsWith(agentPart)) return key === "agent" ? "" : key;
  const agentEnd = key.indexOf(":", agentPart.length);
  if (agentEnd <= agentPart.length) return "";
  const rest = key.slice(agentEnd + 1);
  return rest.startsWith(":") ? "" : rest;
}

/** The same until 2026.6: empty segments are dropped first, and a malformed agent key stays as it is. */
export function agentlessKeyLoose(key: string): string {
  const segments = key.split(":").filter((segment) => segment !== "");
  return segments.length >= 3 && segments[0] === "agent" ? segments.slice(2).join(":") : key;
}
