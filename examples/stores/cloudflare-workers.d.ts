/** As much of Cloudflare's own types as the files here need; a Worker has all of them from `wrangler types`. */
declare module "cloudflare:workers" {
  interface DurableObjectStorage {
    get<Value>(name: string): Promise<Value | undefined>;
    put(name: string, value: unknown): Promise<void>;
    deleteAll(): Promise<void>;
    getAlarm(): Promise<number | null>;
    setAlarm(at: number): Promise<void>;
    deleteAlarm(): Promise<void>;
    sync(): Promise<void>;
  }

  export abstract class DurableObject {
    protected readonly ctx: { readonly storage: DurableObjectStorage; abort(reason: string): void };
  }
}
