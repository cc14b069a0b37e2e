import { expect, test } from "vitest";
import { readAddress } from "../../../web/site/router";

test.each([
  ["", "/", ""],
  ["#", "/", ""],
  ["#/", "/", ""],
  ["#/lessons/chain-rule", "/lessons/chain-rule", ""],
  ["#/lessons/chain-rule/", "/lessons/chain-rule", ""],
  ["#/lessons/chain-rule?x=1&expression=a?b", "/lessons/chain-rule", "x=1&expression=a?b"],
  ["#main", "/", ""],
])("readAddress: %j → %j with %j", (hash, path, query) => expect(readAddress(hash)).toEqual({ path, query }));
