import { expect, it } from "vitest";
import { editionsPage } from "./editions-page.ts";

it("the page about editions says what the registry says", async () => {
  await expect(editionsPage()).toMatchFileSnapshot("../../docs/editions.md");
});
