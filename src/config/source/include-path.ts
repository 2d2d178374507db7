/** A path of a file, in the way of any system: what it begins at, and step by step. */
interface FilePath {
  /** `/`, `C:/` or `//`, where it says from where it counts. */
  readonly root: string;
  readonly steps: readonly string[];
}

function read(path: string): FilePath {
  const [root = ""] = /^(?:[a-z]:)?[\\/]*/i.exec(path) ?? [];
  const steps: string[] = [];
  for (const step of path.slice(root.length).split(/[\\/]+/)) {
    if (step === "" || step === ".") continue;
    const before = steps.at(-1);
    if (step !== ".." || (root === "" && (before === undefined || before === ".."))) steps.push(step);
    else steps.pop();
  }
  return { root: root.replace(/[\\/]+/g, "/"), steps };
}

function write({ root, steps }: FilePath): string {
  return root + steps.join("/");
}

/** Where an included file stands: beside the file that names it, unless the name begins at a root. */
export function includedPath(from: string, name: string): string {
  const named = read(name);
  if (named.root !== "") return write(named);
  const { root, steps } = read(from);
  return write(read(write({ root, steps: [...steps.slice(0, -1), ...named.steps] })));
}

/** Whether a file stands in the folder of another, or further down. */
export function isBeside(from: string, path: string): boolean {
  const folder = read(from).steps.slice(0, -1);
  const { root, steps } = read(path);
  return (
    root === read(from).root &&
    folder.every((step, index) => steps[index] === step) &&
    steps[folder.length] !== ".."
  );
}
