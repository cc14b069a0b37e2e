/**
 * How many digits a number of the laboratory gets, where the usual three decimals would tell too little.
 *
 *     factorTex(0.00193)                    // "0.00193", not "0.002"
 *     digitsApart(0.005534, 0.005531, 4)    // 6
 */
import { numberTex, numberText } from "../kit/number-text";

/** So many decimals that two different numbers look different, from `digits` up to 9. */
export function digitsApart(a: number, b: number, digits: number): number {
  while (digits < 9 && a !== b && numberText(a, digits) === numberText(b, digits)) digits++;
  return digits;
}

/** With three digits that count, where `numberTex` would leave fewer: a product of such numbers looks right. */
export function factorTex(value: number, inProduct = false): string {
  const zeros = value === 0 || !Number.isFinite(value) ? 0 : -Math.floor(Math.log10(Math.abs(value))) - 1;
  return numberTex(value, 3 + Math.min(3, Math.max(0, zeros)), inProduct);
}
