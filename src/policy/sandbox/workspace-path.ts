/** Writes a path without `.` and `..`, from a directory if it is relative; pure, with `/` as the separator. */
export function resolvePath(directory: string, path: string): string {
  const resolved: string[] = [];
  for (const segment of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (segment === "..") resolved.pop();
    else if (segment !== "" && segment !== ".") resolved.push(segment);
  }
  return `/${resolved.join("/")}`;
}
