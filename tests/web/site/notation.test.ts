import { expect, test } from "vitest";
import { inNotation } from "../../../web/site/extras/notation-text";

test.each([
  ["\\frac{dh}{dx} = \\frac{dh}{du} \\cdot \\frac{du}{dx}", "h'(x) = h'(u) \\cdot u'(x)"],
  ["\\dfrac{d h}{d x} = 2", "h'(x) = 2"],
  ["\\frac{d^2 h}{dx^2}", "h''(x)"],
  ["\\frac{d\\hat{y}}{dz_2}", "\\hat{y}'(z_2)"],
  ["\\frac{\\partial J}{\\partial w_1}", "J'_{w_1}"],
  ["\\frac{\\partial z_2}{\\partial a_1}", "(z_2)'_{a_1}"],
  ["\\frac{\\partial \\hat{y}}{\\partial z_2}", "\\hat{y}'_{z_2}"],
  ["\\frac{d}{dx} \\log x", "\\frac{d}{dx} \\log x"],
  ["\\frac{1}{2}", "\\frac{1}{2}"],
])("Lagrange: %s → %s", (tex, written) => expect(inNotation(tex, "lagrange")).toBe(written));

test.each([
  ["\\dfrac{dh}{dx}", "\\dfrac{\\partial h}{\\partial x}"],
  ["\\frac{d}{dx} x^2", "\\frac{\\partial}{\\partial x} x^2"],
  ["\\frac{d}{2}", "\\frac{d}{2}"],
])("partial: %s → %s", (tex, written) => expect(inNotation(tex, "partial")).toBe(written));

test("Leibniz: nothing changes", () => expect(inNotation("\\frac{dh}{dx}", "leibniz")).toBe("\\frac{dh}{dx}"));
