/**
 * The inside of the training worker: answers `TrainingRequest` with `TrainingReply`. It is made from a Blob, so it
 * cannot fetch anything: the wasm bytes come with the first message.
 */
import { TrainingServer } from "./training-server";
import type { TrainingRequest } from "./training-protocol";

interface WorkerScope {
  onmessage: ((event: MessageEvent<TrainingRequest>) => Promise<void>) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const server = new TrainingServer((reply, transfer) => scope.postMessage(reply, transfer));
/** So often the page hears that nobody has ended the worker. */
const kSignOfLife = 150;
const live = (): void => scope.postMessage({ kind: "alive", id: 0 });

scope.onmessage = async ({ data }) => {
  if (data.kind !== "open") return server.handle(data);
  live();
  const signs = setInterval(live, kSignOfLife);
  await server.handle(data).finally(() => clearInterval(signs));
};
