import { lowerCase } from "../edition/lower-case.ts";

/** Why a network would take a sandbox out of its own, as releases call it. */
export type NetworkRefusal = "host" | "container_namespace_join";

/**
 * Tells why a container may not have a network: that of the host, or another container's unless that is allowed beside it
 * (`dangerouslyAllowContainerNamespaceJoin`). Undefined for any other, and where none is named.
 *
 * Source: what releases since 2026.2.24 check before they start a container.
 */
export function networkRefusal(network: string | undefined, mayJoin: boolean): NetworkRefusal | undefined {
  const plain = lowerCase(network?.trim() ?? "");
  if (plain === "host") return "host";
  return plain.startsWith("container:") && !mayJoin ? "container_namespace_join" : undefined;
}
