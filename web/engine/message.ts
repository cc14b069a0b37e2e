/**
 * Arguments into the module's memory, and answers out of it.
 *
 *     const line = new Line(module);
 *     line.ask("differentiate", ["x^2", "x", { order: 2 }])      // { ok: true, value: ... }
 *
 * A short formula is derived in fewer microseconds than Embind takes to look at one object. So the arguments are
 * written here as bytes, in the layout that wasm/message.h describes, and no value crosses the boundary by itself.
 * They are written as they are: what is wrong with them is found, and said, on the other side.
 */
import type { CallName, ChainwiseModule } from "../../wasm/module";

/** In the order of `Kind` in wasm/message.h. */
const kinds = { missing: 0, other: 1, no: 2, yes: 3, number: 4, text: 5, list: 6, object: 7, doubles: 8, bytes: 9 };

const head = 9; // bytes: the kind, the count, the size
const deepest = 8; // lists and objects in one another; whatever is deeper is of a wrong kind anyway
const mostObjects = 10_000;
const roomAtFirst = 16_384;
const roomToKeep = 1_048_576;
const short = 64; // characters; up to here a loop is faster than TextDecoder

const encoder = new TextEncoder();
const decoder = new TextDecoder();

class MessageWriter {
  #bytes = new Uint8Array(roomAtFirst);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;
  #objects = 0;

  write(values: readonly unknown[]): Uint8Array {
    this.#at = 0;
    this.#objects = 0;
    if (this.#bytes.length > roomToKeep) this.#grow(roomAtFirst);
    this.#items(values, 0);
    return this.#bytes.subarray(0, this.#at);
  }

  #value(value: unknown, depth: number): void {
    switch (typeof value) {
      case "string":
        return this.#text(value);
      case "number":
        this.#room(head);
        this.#view.setFloat64(this.#at + 1, value, true);
        this.#bytes[this.#at] = kinds.number;
        this.#at += head;
        return;
      case "boolean":
        return this.#kind(value ? kinds.yes : kinds.no);
      case "undefined":
        return this.#kind(kinds.missing);
      case "object":
        return value === null ? this.#kind(kinds.missing) : this.#object(value, depth);
      default:
        return this.#kind(kinds.other);
    }
  }

  #kind(kind: number): void {
    this.#room(1);
    this.#bytes[this.#at++] = kind;
  }

  #text(text: string): void {
    this.#room(head + 3 * text.length);
    const start = this.#at + head;
    let size = text.length;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) {
        size = encoder.encodeInto(text, this.#bytes.subarray(start)).written;
        break;
      }
      this.#bytes[start + i] = unit;
    }
    this.#at = start + size;
    this.#head(start, kinds.text, size);
  }

  #object(value: object, depth: number): void {
    if (value instanceof Float64Array) return this.#array(kinds.doubles, value);
    if (value instanceof Uint8Array) return this.#array(kinds.bytes, value);
    if (ArrayBuffer.isView(value) || depth === deepest || (this.#objects += 1) > mostObjects)
      return this.#kind(kinds.other);
    const before = this.#at;
    try {
      if (Array.isArray(value)) return this.#items(value, depth);
      const names = Object.keys(value);
      const start = this.#open();
      for (const name of names) {
        this.#text(name);
        this.#value((value as Record<string, unknown>)[name], depth + 1);
      }
      this.#head(start, kinds.object, names.length);
    } catch {
      // A getter that throws. (Or no memory for this: then there will be none for anything else.)
      this.#at = before;
      this.#kind(kinds.other);
    }
  }

  #items(values: readonly unknown[], depth: number): void {
    const start = this.#open();
    for (let i = 0; i < values.length; i += 1) this.#value(values[i], depth + 1);
    this.#head(start, kinds.list, values.length);
  }

  #array(kind: number, numbers: Float64Array | Uint8Array): void {
    this.#room(head + numbers.byteLength);
    const start = this.#open();
    this.#bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), start);
    this.#at += numbers.byteLength;
    this.#head(start, kind, numbers.length);
  }

  /** Leaves room for the head; the content starts at the place that is answered. */
  #open(): number {
    this.#room(head);
    return (this.#at += head);
  }

  /** Of the content from `start` to here. */
  #head(start: number, kind: number, count: number): void {
    this.#bytes[start - head] = kind;
    this.#view.setUint32(start - 8, count, true);
    this.#view.setUint32(start - 4, this.#at - start, true);
  }

  #room(size: number): void {
    if (this.#at + size > this.#bytes.length) this.#grow(2 * this.#bytes.length + size);
  }

  #grow(size: number): void {
    const bytes = new Uint8Array(size);
    bytes.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}

const writer = new MessageWriter();

/** The way into one module. */
export class Line {
  readonly module: ChainwiseModule;
  #memory = new Uint8Array();
  #address = 0;
  #room = 0;

  constructor(module: ChainwiseModule) {
    this.module = module;
  }

  /**
   * What the call answers: trees as they are, arrays as copies. With `numbers`, null stands for NaN, which JSON lacks;
   * it costs time where the answer is large.
   */
  ask(name: CallName, values: readonly unknown[], numbers = false): unknown {
    const message = writer.write(values);
    if (message.length > this.#room || this.#room > roomToKeep) {
      this.#room = Math.max(message.length, roomAtFirst);
      this.#address = this.module.exchange(this.#room);
    }
    this.#look();
    this.#memory.set(message, this.#address);
    const where = this.module[name]();
    this.#look();
    const [text = 0, textSize = 0, arrays = 0, arraysSize = 0] = new Uint32Array(this.#memory.buffer, where, 4);
    const answer = this.#text(text, textSize);
    if (!numbers && arraysSize === 0) return JSON.parse(answer);
    return JSON.parse(answer, (_key, value: unknown) => {
      if (value === null) return NaN;
      return isArrayMark(value) ? this.#array(value, arrays) : value;
    });
  }

  /** A view of a memory that has grown since is empty. */
  #look(): void {
    if (this.#memory.length === 0) this.#memory = this.module.memory();
  }

  #text(at: number, size: number): string {
    const bytes = this.#memory.subarray(at, at + size);
    if (size > short) return decoder.decode(bytes);
    let text = "";
    for (const byte of bytes) {
      if (byte > 0x7f) return decoder.decode(bytes);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #array({ $: kind, at, bytes }: ArrayMark, arrays: number): Float64Array | Float32Array | Uint8Array {
    const copy = this.#memory.slice(arrays + at, arrays + at + bytes);
    if (kind === "Float64Array") return new Float64Array(copy.buffer);
    return kind === "Float32Array" ? new Float32Array(copy.buffer) : copy;
  }
}

/** What stands in a JSON text for an array beside it; wasm/json.h writes it. */
interface ArrayMark {
  $: "Float64Array" | "Float32Array" | "Uint8Array";
  at: number;
  bytes: number;
}

function isArrayMark(value: unknown): value is ArrayMark {
  return typeof value === "object" && value !== null && "$" in value;
}
