import { describe, expect, it, vi } from "vitest";
import { compiledBy, compiledTable } from "../../src/config/compiled-table.ts";
import { parsePolicy } from "../../src/index.ts";

interface Zone {
  readonly name: string;
}

const policy = parsePolicy({}, { edition: "2026-11", timeZone: "Europe/Berlin" });

describe("a compiled table", () => {
  it("is compiled at the first look, once for each policy", () => {
    const zone = compiledTable<Zone>();
    const compile = vi.fn(({ timeZone }: { readonly timeZone: string }) => ({ name: timeZone }));
    const read = { ...policy, compilers: new Map([compiledBy(zone, compile)]) };
    const elsewhere = { ...read, timeZone: "Asia/Tokyo" };
    expect(compile).not.toHaveBeenCalled();
    expect(zone(read)).toBe(zone(read));
    expect([zone(read), zone(elsewhere)]).toEqual([{ name: "Europe/Berlin" }, { name: "Asia/Tokyo" }]);
    expect(compile).toHaveBeenCalledTimes(2);
  });

  it("cannot be looked at under a policy that nobody read", () => {
    const zone = compiledTable<Zone>();
    expect(() => zone({ ...policy, compilers: new Map() })).toThrow("A policy is what parsePolicy returns");
  });
});
