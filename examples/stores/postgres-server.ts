import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";

/** Where Debian puts the programs of a server: the newest version that is installed. */
function folderOfPrograms(): string | undefined {
  const versions = "/usr/lib/postgresql";
  const installed = existsSync(versions) ? readdirSync(versions).map(Number).filter(Number.isInteger) : [];
  const folder = join(versions, String(Math.max(...installed)), "bin");
  return existsSync(join(folder, "initdb")) ? folder : undefined;
}

/** The programs of a server of Postgres; undefined where none is installed. */
export const programs = folderOfPrograms();

/** A server of Postgres of its own in a temporary folder, reached by a socket in it. */
export interface PostgresServer {
  /** A pool of connections: what one worker has. */
  pool(): Pool;
  stop(): Promise<void>;
}

/** Starts one. The server refuses to run as root; then it runs as the user whom its package has made. */
export async function startPostgres(): Promise<PostgresServer> {
  if (programs === undefined) throw new Error("No server of Postgres is installed here");
  const folder = mkdtempSync(join(tmpdir(), "keyscope-postgres-"));
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const user = userInfo().uid === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder, stdio: "ignore" } as const;
  execFileSync(
    join(programs, "initdb"),
    ["--pgdata", data, "--username", "keyscope", "--auth", "trust", "--no-sync", "--encoding", "UTF8"],
    options,
  );
  const settings = { listen_addresses: "", unix_socket_directories: folder, fsync: "off" };
  const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server: ChildProcess = spawn(join(programs, "postgres"), ["-D", data, ...words], options);
  await once(server, "spawn");
  const pools: Pool[] = [];
  const pool = () => {
    const made = new Pool({ host: folder, user: "keyscope", database: "postgres", max: 4 });
    // A connection that the server ends while nobody uses it is opened again for whoever asks next.
    made.on("error", () => undefined);
    pools.push(made);
    return made;
  };
  const first = pool();
  for (let tries = 0; ; tries += 1) {
    try {
      await first.query("SELECT 1");
      break;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    pool,
    async stop() {
      await Promise.all(pools.map((one) => one.end()));
      const gone = once(server, "exit");
      // Without waiting for connections.
      server.kill("SIGINT");
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}
