/**
 * Numbers as a reader wants them: few digits, a true minus sign, powers of ten instead of long rows of zeros.
 *
 *     numberText(-0.33123)   // "−0.331"
 *     numberTex(1.5e-7)      // "1.5 \cdot 10^{-7}"
 */
/** Smaller sizes would have one digit left, or none. */
const smallest = (digits: number): number => Math.max(1e-4, 10 ** -Math.max(3, digits));
const kLarge = 1e6;

function scientific(value: number, digits: number): [mantissa: string, exponent: number] {
  const [mantissa = "0", exponent = "0"] = value.toExponential(digits - 1).split("e");
  return [String(Number(mantissa)), Number(exponent)];
}

function isScientific(value: number, digits: number): boolean {
  const size = Math.abs(value);
  return size !== 0 && (size < smallest(digits) || size >= kLarge);
}

/** Decimal digits with an ASCII minus, for fields and links. `digits` are decimals for sizes below 1000. */
export function plainNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isSafeInteger(value)) return String(value);
  if (isScientific(value, digits)) return String(Number(value.toExponential(digits)));
  const text = value.toFixed(digits);
  return Number(text) === 0 ? "0" : text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** For prose, labels and tables. Undefined values get the word that is passed. */
export function numberText(value: number, digits = 3, undefinedText = "undefined"): string {
  if (Number.isNaN(value)) return undefinedText;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (isScientific(value, digits)) {
    const [mantissa, exponent] = scientific(value, digits);
    const raised = String(exponent).replace(/[-\d]/g, (c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)] ?? "⁻");
    return `${mantissa} · 10${raised}`.replace("-", "−");
  }
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? Math.abs(Number(text)).toFixed(digits) : text).replace("-", "−");
}

/** As `numberText`, without zeros at the end: 1, not 1.000. For numbers that a hand has set. */
export function shortText(value: number, digits = 3): string {
  const text = numberText(value, digits);
  return text.includes("·") ? text : text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** As `numberTex`; a number that ends within three decimals loses its zeros: 2, but 0.540. */
export function neatTex(value: number, digits = 3, inProduct = false): string {
  const text = numberTex(value, digits, inProduct);
  const ends = Math.abs(value - Number(value.toFixed(digits))) < 1e-12 * Math.max(1, Math.abs(value));
  return ends && !text.includes("cdot") ? text.replace(/(\.\d*?)0+(?=\)|$)/, "$1").replace(/\.(?=\)|$)/, "") : text;
}

/** For formulas. Negative numbers are put in parentheses where `inProduct` says that a sign stands before them. */
export function numberTex(value: number, digits = 3, inProduct = false): string {
  if (Number.isNaN(value)) return "\\text{undefined}";
  if (!Number.isFinite(value)) return value > 0 ? "\\infty" : "-\\infty";
  let text: string;
  if (isScientific(value, digits)) {
    const [mantissa, exponent] = scientific(value, digits);
    text = `${mantissa} \\cdot 10^{${exponent}}`;
  } else {
    text = numberText(value, digits).replace("−", "-");
  }
  return inProduct && text.startsWith("-") ? `(${text})` : text;
}
