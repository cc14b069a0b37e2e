import { describe, expect, test } from "vitest";
import { choiceField, namedNumbersField, numberField, readNumber, textField } from "../../../web/kit/fields";

describe("readNumber", () => {
  test.each<[string, number | undefined]>([
    ["1", 1],
    [" -0.5 ", -0.5],
    ["−2", -2],
    ["1,5", 1.5],
    [".25", 0.25],
    ["3.", 3],
    ["1e-3", 0.001],
    ["banana", undefined],
    ["", undefined],
    ["1 2", undefined],
    ["Infinity", undefined],
    ["1e999", undefined],
    ["0x10", undefined],
  ])("%j → %s", (text, value) => expect(readNumber(text)).toBe(value));
});

describe("numberField", () => {
  const x = numberField({ initial: 1, min: -10, max: 10 });
  test.each(["11", "-10.01", "NaN", "x"])("%j is refused", (text) => expect(x.parse(text)).toBeUndefined());
  test("what it prints, it reads", () => {
    for (const value of [0, -0.3, 9.99999, 1 / 3]) expect(x.parse(x.print(value))).toBeCloseTo(value, 5);
  });
  test("values beyond the range come back to its ends, NaN to the default", () => {
    expect([x.limit(40), x.limit(-40), x.limit(Number.NaN)]).toEqual([10, -10, 1]);
  });
});

test("choiceField: another word is refused", () => {
  const detail = choiceField(["answer", "main"], "main");
  expect([detail.parse("answer"), detail.parse("all"), detail.parse("toString")]).toEqual([
    "answer",
    undefined,
    undefined,
  ]);
});

describe("textField", () => {
  const text = textField({ initial: "x", maxLength: 5 });
  test.each(["\u0000", "a\u0007", "\ufffd", "123456"])("%j is refused", (value) =>
    expect(text.parse(value)).toBeUndefined(),
  );
  test("several lines are kept", () => expect(text.parse("a\nb")).toBe("a\nb"));
});

describe("namedNumbersField", () => {
  const at = namedNumbersField(3);
  test.each<[string, Record<string, number> | undefined]>([
    ["", {}],
    ["w=2,b=-1.5", { w: 2, b: -1.5 }],
    ["w_1=0", { w_1: 0 }],
    ["w=", undefined],
    ["w=1,,b=2", undefined],
    ["1=w", undefined],
    ["a=1,b=2,c=3,d=4", undefined],
  ])("%j → %j", (text, value) => expect(at.parse(text)).toEqual(value));
  test("what it prints, it reads", () => expect(at.parse(at.print({ w: 0.25, b: -3 }))).toEqual({ w: 0.25, b: -3 }));
});
