const end = process.exit.bind(process);

/**
 * Lets a chunk that is a release's own command load without running it: it ends this process no more, nor do errors of
 * what it leaves under way. Gives what ends the process.
 */
export function confine() {
  process.exit = () => {
    throw new Error("The release ends the process");
  };
  for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, () => undefined);
  return end;
}
