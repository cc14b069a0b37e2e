// The wasm file as a module, though it exists only once it was built: its address (Vite's own), and its bytes in
// base64 of gzip (tools/vite/forms.ts).
declare module "*.wasm?url" {
  const address: string;
  export default address;
}
declare module "*.wasm?compressed" {
  const base64: string;
  export default base64;
}
