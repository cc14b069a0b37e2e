/** Makes a training run for a figure; hands the bytes of the module to its worker. */
import { defaultBytes } from "chainwise-bytes";
import { Training } from "../engine/training";

let bytes: Promise<ArrayBuffer | undefined> | undefined;

async function wasmBinary(): Promise<ArrayBuffer | undefined> {
  try {
    const source = await defaultBytes();
    if (source instanceof ArrayBuffer) return source;
    const copy = new Uint8Array(source.byteLength);
    copy.set(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
    return copy.buffer;
  } catch {
    return undefined;
  }
}

export function makeTraining(): Training {
  return new Training(() => (bytes ??= wasmBinary()));
}
