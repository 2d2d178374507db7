import { cpus, totalmem } from "node:os";

/** The day, the machine and the runtime, as the page names them. */
export function machine() {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.version}, ${processors.length} × ${processors[0]?.model}, ${memory} GB`;
}
