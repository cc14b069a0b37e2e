/**
 * The kinds of values that a link can carry. A field reads text that anybody may have written and answers
 * `undefined` where it makes no sense; it never throws.
 *
 *     const x = numberField({ initial: 1, min: -10, max: 10, step: 0.1 });
 *     x.parse("banana")   // undefined
 *     x.print(0.5)        // "0.5"
 */
export interface Field<T> {
  readonly initial: T;
  parse(text: string): T | undefined;
  print(value: T): string;
  /** The nearest value that the field allows. */
  limit(value: T): T;
}

export interface NumberField extends Field<number> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export function numberField(range: { initial: number; min: number; max: number; step?: number }): NumberField {
  const { initial, min, max, step = (max - min) / 100 } = range;
  const limit = (value: number): number => (Number.isNaN(value) ? initial : Math.min(max, Math.max(min, value)));
  return {
    initial,
    min,
    max,
    step,
    limit,
    parse(text) {
      const value = readNumber(text);
      return value === undefined || value < min || value > max ? undefined : value;
    },
    // Six digits are more than a hand on a slider can set, and keep the link short.
    print: (value) => String(Number(value.toPrecision(6))),
  };
}

/** A number as people type it, with a true minus sign or a decimal comma, as programs write it. */
export function plainNumberText(text: string): string {
  return text
    .trim()
    .replace(/−/g, "-")
    .replace(/^([-+]?\d*),(\d+)$/, "$1.$2");
}

export function readNumber(text: string): number | undefined {
  const plain = plainNumberText(text);
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

export function choiceField<const T extends string>(
  choices: readonly T[],
  initial: NoInfer<T>,
): Field<T> & { choices: readonly T[] } {
  return {
    initial,
    choices,
    limit: (value) => value,
    parse: (text) => choices.find((choice) => choice === text),
    print: (value) => value,
  };
}

export function textField(options: { initial: string; maxLength: number }): Field<string> {
  // Control characters and the sign of broken encoding show that the link was damaged on its way.
  const damaged = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/;
  return {
    initial: options.initial,
    limit: (value) => value.slice(0, options.maxLength),
    parse: (text) => (text.length > options.maxLength || damaged.test(text) ? undefined : text),
    print: (value) => value,
  };
}

/** Values by name, such as `w=2,b=-1`. */
export function namedNumbersField(maxCount = 32): Field<Readonly<Record<string, number>>> {
  return {
    initial: {},
    limit: (value) => value,
    parse(text) {
      const values: Record<string, number> = {};
      const parts = text === "" ? [] : text.split(",");
      if (parts.length > maxCount) return undefined;
      for (const part of parts) {
        const [, name, number] = /^([\p{L}_][\p{L}\p{N}_]*)=(.+)$/u.exec(part) ?? [];
        const value = number === undefined ? undefined : readNumber(number);
        if (name === undefined || value === undefined) return undefined;
        values[name] = value;
      }
      return values;
    },
    print: (value) =>
      Object.entries(value)
        .map(([name, number]) => `${name}=${Number(number.toPrecision(6))}`)
        .join(","),
  };
}
