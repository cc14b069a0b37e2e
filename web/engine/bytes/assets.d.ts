// How Vite hands over the wasm file: its address, or its bytes as a data: address. (vite/client knows both forms, but
// only for files that exist; the module is built first.)
declare module "*.wasm?url" {
  const address: string;
  export default address;
}
declare module "*.wasm?url&inline" {
  const address: string;
  export default address;
}
