import { beforeEach, expect, test } from "vitest";
import { recall, remember } from "../../../web/kit/storage";
import { erase, next, opened, progress, solved } from "../../../web/site/progress";

// Node has no localStorage, as a private window may have none: everything is kept as long as the page.
beforeEach(() => {
  globalThis.dispatchEvent = () => true;
  erase();
});

test("opened, solved → known; the same check twice counts once", () => {
  opened("chain-rule");
  expect(progress().get("chain-rule")).toEqual({ solved: [], of: 0 });
  solved("chain-rule", 2, 3);
  solved("chain-rule", 0, 3);
  solved("chain-rule", 2, 3);
  expect(progress().get("chain-rule")).toEqual({ solved: [0, 2], of: 3 });
  expect(progress().has("derivatives")).toBe(false);
});

test("where to go on: the last lesson, and the one after it once it is done", () => {
  expect(next()).toBeUndefined();
  opened("derivatives");
  opened("chain-rule");
  expect(next()).toBe("chain-rule");
  solved("chain-rule", 0, 1);
  expect(next()).toBe("small-network");
  opened("optimisers");
  expect(next()).toBe("optimisers");
});

test.each(["", "{", "null", "[]", '{"chain-rule":"yes"}', '{"chain-rule":[1e9,-1,"x",7]}', '{"nowhere":[1,0]}'])(
  "storage says %s → no harm",
  (text) => {
    remember("progress", text);
    for (const [, { solved: checks, of }] of progress()) expect(checks.every((check) => check < of)).toBe(true);
    expect(() => opened("lab")).not.toThrow();
  },
);

test("erase → nothing is kept", () => {
  opened("chain-rule");
  erase();
  expect(progress().size).toBe(0);
  expect(recall("progress")).toBeUndefined();
});
