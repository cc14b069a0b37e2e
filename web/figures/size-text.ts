/**
 * Sizes that range over many powers of ten, with two digits that count.
 *
 *     sizeText(0.01234)   // "0.012"
 *     sizeText(4.2e-7)    // "4.2 · 10⁻⁷"
 */
import { plainNumber } from "../kit/number-text";

const kDigits = 2;

export function superscript(power: number): string {
  return String(power).replace(/[-\d]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻");
}

export function sizeText(value: number): string {
  if (value === 0) return "0";
  if (value < 1e-3 || value >= 1e3) {
    const [mantissa = "", exponent = ""] = value.toExponential(kDigits - 1).split("e");
    return `${mantissa}\u00a0·\u00a010${superscript(Number(exponent))}`;
  }
  return plainNumber(Number(value.toPrecision(kDigits)), 4);
}
