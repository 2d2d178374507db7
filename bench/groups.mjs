/** The groups of cases, in the order of the page. */
export const groupNames = [
  "keys",
  "routing",
  "resets",
  "send",
  "visibility",
  "access",
  "maintenance",
  "engines",
  "flat",
  "growth",
  "parsing",
  "limit",
  "allocations",
  "size",
  "load",
  "compare",
];

/** One group: its title, what is said about it, its columns and its cases. */
export async function groupOf(name) {
  const { default: group } = await import(`./cases/${name}.mjs`);
  return group;
}
