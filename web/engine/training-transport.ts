/**
 * The two places where training can happen: a worker made from a Blob, or the page itself in short slices.
 *
 *     const transport = workerTransport(wasmBinary) ?? pageTransport();
 *     transport.listen((reply) => ..., (reason) => ...); transport.post(request);
 */
import type { TrainingServer } from "./training-server";
import type { TrainingReply, TrainingRequest } from "./training-protocol";
import TrainingWorker from "./worker?worker&inline";

export interface Transport {
  readonly place: "worker" | "page";
  listen(onReply: (reply: TrainingReply) => void, onFailure: (reason: string) => void): void;
  post(request: TrainingRequest): void;
  close(): void;
}

/** `undefined` where the browser or the page's policy allows no worker. */
export function workerTransport(): Transport | undefined {
  let worker: Worker;
  try {
    worker = new TrainingWorker();
  } catch {
    return undefined;
  }
  return {
    place: "worker",
    listen(onReply, onFailure) {
      worker.onmessage = (event: MessageEvent<TrainingReply>) => onReply(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        onFailure(event.message || "the worker could not be started");
      };
      worker.onmessageerror = () => onFailure("a message could not be read");
    },
    post: (request) => worker.postMessage(request),
    close: () => worker.terminate(),
  };
}

/** A worker has the server inside; the page fetches it only where there is none. */
export function pageTransport(): Transport {
  let reply: (reply: TrainingReply) => void = () => undefined;
  let failed: (reason: string) => void = () => undefined;
  let open = true;
  const server = import("./training-server").then(
    ({ TrainingServer }) => new TrainingServer((answer) => open && reply(answer), "page"),
  );
  /** In the order in which it was asked. */
  const withServer = (ask: (server: TrainingServer) => unknown): void =>
    void server.then(ask, (reason: unknown) => open && failed(String(reason)));
  return {
    place: "page",
    listen(onReply, onFailure) {
      reply = onReply;
      failed = onFailure;
    },
    post: (request) => withServer((it) => open && it.handle(request)),
    close() {
      open = false;
      withServer((it) => it.dispose());
    },
  };
}
