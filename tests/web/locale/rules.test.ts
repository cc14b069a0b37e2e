import { expect, test } from "vitest";
import { rules } from "../../../web/locale/en/rules";
import { testEngine } from "../support/engine";

test("every rule of the engine has words", async () => {
  const ids = (await testEngine()).catalog().rules.map((rule) => rule.id);
  expect(ids.filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
});
