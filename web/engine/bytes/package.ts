/** The bytes of chainwise.wasm in the npm package: the file beside index.js, in Node and in browsers. See given.ts. */
export async function defaultBytes(): Promise<BufferSource> {
  const address = new URL(/* @vite-ignore */ "./chainwise.wasm", import.meta.url);
  if (address.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(address);
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.href} could not be loaded (${response.status}).`);
  return response.arrayBuffer();
}
