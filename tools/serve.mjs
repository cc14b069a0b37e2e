/**
 * Serves a folder: `node tools/serve.mjs dist/site [--port 8000] [--under /some/folder] [--strict]`. Prints the
 * address on one line. Where the port is taken, the next free one is used.
 *
 * --under serves it below a path, as a course site might; --strict sends the content security policy that the page
 * promises to live with.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { parseArgs } from "node:util";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'", // style attributes; scripts stay strict
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "object-src 'none'",
].join("; ");

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string" },
    under: { type: "string", default: "/" },
    strict: { type: "boolean", default: false },
  },
});
const root = resolve(positionals[0] ?? "dist/site");
const under = `/${options.under}/`.replace(/\/+/g, "/");
const firstPort = Number(options.port ?? 8000);

/** The file that a request means, or nothing. */
async function find(url) {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  if (!path.startsWith(under)) return undefined;
  const file = join(root, normalize(`/${path.slice(under.length)}`));
  const found = await stat(file).catch(() => undefined);
  return found?.isDirectory() ? join(file, "index.html") : found && file;
}

const server = createServer(async (request, response) => {
  const file = await find(request.url ?? "/").catch(() => undefined);
  if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
  const headers = { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" };
  if (options.strict) headers["content-security-policy"] = policy;
  const stream = createReadStream(file);
  stream.on("open", () => stream.pipe(response.writeHead(200, headers)));
  stream.on("error", () => response.writeHead(404).end());
});

let port = firstPort;
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE" || port > firstPort + 100) throw error;
  server.listen(++port, "127.0.0.1");
});
server.on("listening", () => console.log(`Chainwise is at http://localhost:${port}${under}`));
server.listen(port, "127.0.0.1");
