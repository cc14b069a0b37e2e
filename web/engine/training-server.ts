/**
 * Holds a session and answers requests about it, in a worker or, where there is none, on the page itself.
 *
 *     const server = new TrainingServer((reply) => console.log(reply.kind), 6);
 *     await server.handle({ kind: "open", id: 1, setup });
 */
import type { ChainwiseError } from "./api";
import { loadChainwise } from "./chainwise";
import type { TrainingReply, TrainingRequest } from "./training-protocol";
import { TrainingSession } from "./training-session";

type Send = (reply: TrainingReply, transfer: Transferable[]) => void;

/** A worker listens for messages this often while it trains at full speed. */
const kSliceMilliseconds = 8;
const kLost: ReadonlySet<string> = new Set(["engine-stopped", "disposed"]);

export class TrainingServer {
  #session: TrainingSession | undefined;
  #running = false;
  #looping = false;

  constructor(
    private readonly send: Send,
    private readonly sliceMilliseconds = kSliceMilliseconds,
  ) {}

  async handle(request: TrainingRequest): Promise<void> {
    const { id } = request;
    try {
      if (request.kind === "open") {
        const engine = await loadChainwise(request.wasmBinary ? { wasmBinary: request.wasmBinary } : undefined);
        const session = TrainingSession.open(engine, request.setup, request.checkpoint);
        if (!session.ok) return this.#refuse(id, session.error);
        this.#session?.dispose();
        this.#session = session.value;
        const { data, points, region } = session.value;
        return this.send({ kind: "opened", id, data, points, region }, []);
      }
      const session = this.#session;
      if (!session) return;
      switch (request.kind) {
        case "frame": {
          const error = request.advance && session.advance(request.advance);
          if (error) return this.#refuse(id, error);
          const frame = session.frame(request.view);
          if (!frame.ok) return this.#refuse(id, frame.error);
          const { surface, otherSurfaces, thumbnails } = frame.value;
          const transfer = [surface, ...otherSurfaces, ...thumbnails.flat()].map(
            (picture) => picture.buffer as ArrayBuffer,
          );
          return this.send({ kind: "frame", id, frame: frame.value }, transfer);
        }
        case "reset":
          return this.#done(id, session.reset());
        case "learning-rate":
          return this.#done(id, session.setLearningRate(request.value));
        case "parameters":
          return this.#done(id, session.setParameters(request.value));
        case "run":
          this.#running = request.on;
          if (this.#running && !this.#looping) void this.#loop();
          return this.#done(id, undefined);
      }
    } catch (failure) {
      this.#running = false;
      this.send({ kind: "dead", id, message: String(failure) }, []);
    }
  }

  dispose(): void {
    this.#running = false;
    this.#session?.dispose();
    this.#session = undefined;
  }

  async #loop(): Promise<void> {
    this.#looping = true;
    try {
      while (this.#running && this.#session) {
        // What went wrong is told with the next frame.
        if (this.#session.advance({ milliseconds: this.sliceMilliseconds })) break;
        await nextTask();
      }
    } catch (failure) {
      this.send({ kind: "dead", id: 0, message: String(failure) }, []);
    }
    this.#looping = false;
    this.#running = false;
  }

  #done(id: number, error: ChainwiseError | undefined): void {
    if (error) this.#refuse(id, error);
    else this.send({ kind: "done", id }, []);
  }

  #refuse(id: number, error: ChainwiseError): void {
    // The module trapped and took the network with it.
    if (kLost.has(error.code)) return this.send({ kind: "dead", id, message: error.message }, []);
    this.send({ kind: "refused", id, error }, []);
  }
}

/** Lets waiting messages in; unlike a timer it is not held back to 4 ms. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
