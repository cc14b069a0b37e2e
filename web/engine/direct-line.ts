/**
 * The shortest way into the module, for the question that is asked most: a derivative without steps.
 *
 *     const question = toQuestion("x^2", "x", { detail: "answer" });   // undefined: not of this kind, or wrong
 *     new DirectLine(module).ask(question, true);                      // a JSON text
 *
 * A short formula is derived in fewer microseconds than Embind takes to look at an options object. So the arguments
 * are looked at here; what is not plainly right takes the long way, which knows what to say about it. The texts go
 * through the module's memory, and the rest are numbers.
 */
import type { ChainwiseModule } from "../../wasm/module";
import type { DifferentiateOptions } from "./api";

export interface Question {
  source: string;
  variable: string;
  output: string;
  order: number;
  /** Bit i stands for kFormats[i]. */
  formats: number;
}

const kOptions = ["detail", "formats", "order", "output"];
const kFormats = ["text", "latex", "mathml", "annotated"];
const kFormatsWhereNothingIsAsked = 0b0111;
const kMostUnits = 16_000; // three bytes for each fit into the 48 KiB behind `exchange`
const kShort = 48; // characters; up to here a loop is faster than TextDecoder

/** The arguments of `differentiate`, where they are valid ones that ask for no steps. */
export function toQuestion(source: unknown, variable: unknown, options: unknown): Question | undefined {
  if (typeof source !== "string" || typeof variable !== "string") return undefined;
  if (typeof options !== "object" || options === null) return undefined;
  for (const name in options) if (!kOptions.includes(name)) return undefined;
  const { detail, output = "", order = 1, formats } = options as DifferentiateOptions;
  if (detail !== "answer" || typeof output !== "string") return undefined;
  if (!Number.isInteger(order) || order < 1 || order > 5) return undefined;
  if (source.length + variable.length + output.length > kMostUnits) return undefined;
  const bits = formats === undefined ? kFormatsWhereNothingIsAsked : formatBits(formats);
  return bits === undefined ? undefined : { source, variable, output, order, formats: bits };
}

function formatBits(formats: unknown): number | undefined {
  if (!Array.isArray(formats)) return undefined;
  let bits = 0;
  for (const format of formats) {
    const bit = kFormats.indexOf(format as string);
    if (bit < 0) return undefined;
    bits |= 1 << bit;
  }
  return bits;
}

export class DirectLine {
  readonly module: ChainwiseModule;
  readonly #start: number;
  #memory: Uint8Array;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  constructor(module: ChainwiseModule) {
    this.module = module;
    this.#start = module.exchange();
    this.#memory = module.memory();
  }

  ask({ source, variable, output, order, formats }: Question, withUnsimplified: boolean): string {
    this.#renew();
    const sourceBytes = this.#write(source, this.#start);
    const variableBytes = this.#write(variable, this.#start + sourceBytes);
    const outputBytes = this.#write(output, this.#start + sourceBytes + variableBytes);
    return this.#read(
      this.module.derivative(sourceBytes, variableBytes, outputBytes, order, formats, withUnsimplified),
    );
  }

  /** A view of a memory that has grown since is empty. */
  #renew(): void {
    if (this.#memory.length === 0) this.#memory = this.module.memory();
  }

  /** Answers the number of bytes. */
  #write(text: string, at: number): number {
    const memory = this.#memory;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) return this.#encoder.encodeInto(text, memory.subarray(at)).written;
      memory[at + i] = unit;
    }
    return text.length;
  }

  #read(at: number): string {
    this.#renew();
    const memory = this.#memory;
    const end = memory.indexOf(0, at);
    if (end - at > kShort) return this.#decoder.decode(memory.subarray(at, end));
    let text = "";
    for (let i = at; i < end; i += 1) {
      if (memory[i]! > 0x7f) return this.#decoder.decode(memory.subarray(at, end));
      text += String.fromCharCode(memory[i]!);
    }
    return text;
  }
}
