// What keeps a version from being released, decided from what `release.mjs` found.

const ofVersion = /^(\d+)\.(\d+)\.(\d+)$/;
const isNewer = ([a, b, c], [x, y, z]) => a > x || (a === x && (b > y || (b === y && c > z)));

/** A changelog's sections, by the name that stands in their headings. */
function sectionsOf(changelog) {
  const [, ...parts] = changelog.split(/^## \[/m);
  return new Map(
    parts.map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      const [, name = "", date] = /^([^\]]+)\](?: - (\S+))?$/.exec(heading) ?? [];
      return [name, { date, text: lines.join("\n").trim() }];
    }),
  );
}

function ofChangelog(version, changelog, today) {
  const sections = sectionsOf(changelog);
  const section = sections.get(version);
  if (section === undefined) return [`CHANGELOG.md has no section "## [${version}] - ${today}".`];
  const found = [];
  if (section.text === "") found.push(`CHANGELOG.md says nothing about ${version}.`);
  if (section.date !== today)
    found.push(`CHANGELOG.md dates ${version} ${section.date}, and today is ${today}.`);
  if (sections.get("Unreleased")?.text)
    found.push(`CHANGELOG.md has changes that are not in the section of ${version}.`);
  return found;
}

/** What a change of the public types asks of the next version: a line that is gone may be one that somebody uses. */
function ofTypes(version, { version: before, apiLines }, now) {
  const gone = apiLines.filter((line) => !now.includes(line));
  const [major, minor] = version;
  const isMajor = before[0] === 0 ? major > 0 || minor > before[1] : major > before[0];
  if (gone.length > 0 && !isMajor) {
    return [
      `The public types lack what the last version had, which takes a new major version: ${gone[0]?.trim()}`,
    ];
  }
  const isMinor = isMajor || minor > before[1];
  const isAdded = now.some((line) => !apiLines.includes(line));
  return isAdded && !isMinor ? ["The public types have something new, which takes a new minor version."] : [];
}

/**
 * Why this version cannot be released, a sentence each.
 *
 * `found` is `{ version, today, changelog, tags, uncommitted, apiLines, last }`: the version of package.json, the day
 * (`YYYY-MM-DD`), the text of CHANGELOG.md, the names of the tags, the paths that are not committed, the lines of the reports
 * on the public types, and of the last version its number, those lines and the pins that have changed since.
 */
export function obstaclesTo({ version, today, changelog, tags, uncommitted, apiLines, last }) {
  const numbers = ofVersion.exec(version)?.slice(1).map(Number);
  if (numbers === undefined) return [`package.json has the version ${version}; write three numbers.`];
  const found = ofChangelog(version, changelog, today);
  if (tags.includes(`v${version}`)) found.push(`There is a tag v${version}: this version is out already.`);
  if (uncommitted.length > 0) found.push(`Not everything is committed: ${uncommitted.join(", ")}`);
  if (last === undefined) return found;
  const before = ofVersion.exec(last.version).slice(1).map(Number);
  if (!isNewer(numbers, before))
    found.push(`${version} is not newer than ${last.version}, the last version.`);
  found.push(...ofTypes(numbers, { ...last, version: before }, apiLines));
  // Before 1.0.0 the edition of ours may still change.
  const frozen = last.changedPins.filter((file) => before[0] > 0 || !file.endsWith("/2026-11.json"));
  if (frozen.length > 0)
    found.push(`A pinned edition decides otherwise, which no version may change: ${frozen.join(", ")}`);
  return found;
}
