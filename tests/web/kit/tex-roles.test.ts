import { describe, expect, test } from "vitest";
import { colourSymbols } from "../../../web/kit/tex-roles";

/** `<role:...>` for `\htmlData{role=...}{...}`, to be readable. */
const short = (tex: string): string => colourSymbols(tex).replace(/\\htmlData\{role=(\w+)\}\{/g, "<$1:{");

describe("colourSymbols", () => {
  test.each([
    ["x", "<data:{x}"],
    ["w_1 x", "<parameter:{w_1} <data:{x}"],
    ["w_{12}", "<parameter:{w_{12}}"],
    ["\\hat{y}", "<value:{\\hat{y}}"],
    ["\\log(2+\\cos x)", "\\log(2+\\cos <data:{x})"],
    ["\\exp x", "\\exp <data:{x}"],
    ["\\operatorname{sign}(x)", "\\operatorname{sign}(<data:{x})"],
    ["\\text{a box}", "\\text{a box}"],
    ["\\frac{dh}{dx}", "\\frac{<derivative:{d}<value:{h}}{<derivative:{d}<data:{x}}"],
    ["\\frac{d}{dx}(2)", "\\frac{<derivative:{d}}{<derivative:{d}<data:{x}}(2)"],
    [
      "\\frac{\\partial J}{\\partial w_1}",
      "\\frac{<derivative:{\\partial} <cost:{J}}{<derivative:{\\partial} <parameter:{w_1}}",
    ],
    ["d+1", "d+1"],
  ])("%s → %s", (tex, coloured) => expect(short(tex)).toBe(coloured));

  test("node marks of the engine stay what they are", () => {
    expect(short("\\htmlData{node=3}{x}")).toBe("\\htmlData{node=3}{<data:{x}}");
  });
});
