/**
 * The two places where training can happen: a worker made from a Blob, or the page itself in short slices.
 *
 *     const transport = workerTransport(wasmBinary) ?? pageTransport();
 *     transport.listen((reply) => ..., (reason) => ...); transport.post(request);
 */
import { TrainingServer } from "./training-server";
import type { TrainingReply, TrainingRequest } from "./training-protocol";
import TrainingWorker from "./worker?worker&inline";

export interface Transport {
  readonly place: "worker" | "page";
  listen(onReply: (reply: TrainingReply) => void, onFailure: (reason: string) => void): void;
  post(request: TrainingRequest): void;
  close(): void;
}

/** A frame has 16 ms; drawing needs its share. */
const kPageSlice = 6;

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

export function pageTransport(): Transport {
  let reply: (reply: TrainingReply) => void = () => undefined;
  let open = true;
  const server = new TrainingServer((answer) => open && reply(answer), kPageSlice);
  return {
    place: "page",
    listen(onReply) {
      reply = onReply;
    },
    post(request) {
      const sliced =
        request.kind === "frame" && request.advance
          ? { ...request, advance: { ...request.advance, milliseconds: kPageSlice } }
          : request;
      queueMicrotask(() => void (open && server.handle(sliced)));
    },
    close() {
      open = false;
      server.dispose();
    },
  };
}
