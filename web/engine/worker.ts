/**
 * The inside of the training worker: answers `TrainingRequest` with `TrainingReply`. It is made from a Blob, so it
 * cannot fetch anything: the wasm bytes come with the first message.
 */
import { TrainingServer } from "./training-server";
import type { TrainingRequest } from "./training-protocol";

interface WorkerScope {
  onmessage: ((event: MessageEvent<TrainingRequest>) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const server = new TrainingServer((reply, transfer) => scope.postMessage(reply, transfer));
scope.onmessage = (event) => void server.handle(event.data);
