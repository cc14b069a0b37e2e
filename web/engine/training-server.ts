/**
 * Holds a session and answers requests about it, in a worker or, where there is none, on the page itself.
 *
 *     const server = new TrainingServer((reply) => console.log(reply.kind));
 *     await server.handle({ kind: "open", id: 1, setup });
 */
import type { ChainwiseError } from "./api";
import { loadChainwise } from "./chainwise";
import { atOnce, inTurns, nextTask } from "./pieces";
import type { Advance, FrameView, TrainingReply, TrainingRequest } from "./training-protocol";
import { TrainingSession } from "./training-session";

type Send = (reply: TrainingReply, transfer: Transferable[]) => void;

/** A worker listens for messages this often while it trains at full speed. */
const kSlice = 8;
/** The last call into the engine may take 2 ms more, and a slice 8 ms at most. */
const kPageSlice = 2;
const kLost: ReadonlySet<string> = new Set(["engine-stopped", "disposed"]);

export class TrainingServer {
  #session: TrainingSession | undefined;
  #running = false;
  #looping = false;
  /** A frame is being made: nothing trains. */
  #framing = false;
  #last = Promise.resolve();

  constructor(
    private readonly send: Send,
    private readonly place: "worker" | "page" = "worker",
  ) {}

  /** One after the other, in the order in which it was asked. */
  handle(request: TrainingRequest): Promise<void> {
    return (this.#last = this.#last.then(() => this.#answer(request)));
  }

  async #answer(request: TrainingRequest): Promise<void> {
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
          const error = request.advance && (await this.#advance(session, request.advance));
          if (error) return this.#refuse(id, error);
          if (session !== this.#session) return;
          const frame = await this.#frame(session, request.view);
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
      this.#running = this.#framing = false;
      this.send({ kind: "dead", id, message: String(failure) }, []);
    }
  }

  dispose(): void {
    this.#running = false;
    this.#session?.dispose();
    this.#session = undefined;
  }

  /** A worker does it at once; the page, in slices, does all of it, too. */
  async #advance(session: TrainingSession, { batches = Infinity, milliseconds = Infinity }: Advance) {
    if (this.place === "worker") return session.advance({ batches, milliseconds });
    const [end, until] = [session.batches + batches, performance.now() + milliseconds];
    while (session.batches < end && performance.now() < until && session === this.#session) {
      await nextTask();
      const error = session.advance({ batches: end - session.batches, milliseconds: kPageSlice });
      if (error || session.diverged) return error;
    }
    return undefined;
  }

  async #frame(session: TrainingSession, view: FrameView) {
    const pieces = session.frameInPieces(view);
    if (this.place === "worker") return atOnce(pieces);
    this.#framing = true;
    await nextTask();
    const frame = await inTurns(pieces, kPageSlice);
    this.#framing = false;
    return frame;
  }

  async #loop(): Promise<void> {
    this.#looping = true;
    try {
      while (this.#running && this.#session) {
        // What went wrong is told with the next frame.
        const milliseconds = this.place === "worker" ? kSlice : kPageSlice;
        if (!this.#framing && this.#session.advance({ milliseconds })) break;
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
