import { expect, test } from "vitest";
import { functions } from "../../../web/locale/en/slopes";
import { testEngine } from "../support/engine";

test("every group of the table has words", async () => {
  const groups = new Set((await testEngine()).catalog().functions.map(({ group }) => group));
  for (const group of groups) expect(functions.group(group)).not.toBe(group);
});
