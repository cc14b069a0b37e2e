/**
 * The page's side of a training run. Hides where it happens, and brings it back when the worker dies: a new one
 * goes on from the last frame, so that nothing is lost and the numbers stay what they would have been.
 *
 *     const training = new Training(() => wasmBytes());
 *     const opened = await training.open(setup);
 *     const frame = await training.frame({ columns: 100, rows: 100 }, { batches: 25 });
 */
import type { ChainwiseError, Dataset, Parameters, Result } from "./api";
import type {
  Advance,
  Checkpoint,
  FrameView,
  Region,
  TrainingFrame,
  TrainingReply,
  TrainingRequest,
  TrainingSetup,
} from "./training-protocol";
import { pageTransport, workerTransport, type Transport } from "./training-transport";

export interface OpenedTraining {
  /** As the network is given it. */
  data: Dataset;
  /** The same in the plane; another only where the network is given features. */
  points: Dataset;
  region: Region;
}

/** Silence for so long means that the worker is dead. While it loads the module it says that it lives. */
const kSilence = 600;
/** A new worker has not said anything yet: a slow or busy machine takes its time to start one. */
const kStart = 3000;
/** Then an answer may still lie in the queue of a page that was busy itself. */
const kGrace = 150;
/** After so many deaths in a row without an answer, training moves to the page. */
const kPatience = 3;

const kReplaced: ChainwiseError = {
  code: "worker-replaced",
  message: "The browser ended the worker that trains. Another one has gone on from the last state; nothing is lost.",
};

type Body = TrainingRequest extends infer R ? (R extends { id: number } ? Omit<R, "id"> : never) : never;

interface Pending {
  body: Body;
  resolve: (reply: TrainingReply) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Training {
  #transport: Transport | undefined;
  /** The worker that has given a sign of life. */
  #heard: Transport | undefined;
  #setup: TrainingSetup | undefined;
  #checkpoint: Checkpoint | undefined;
  /** Set since the last frame, so no checkpoint has them. */
  #parameters: Parameters | undefined;
  #running = false;
  #deaths = 0;
  #ids = 0;
  #closed = false;
  readonly #pending = new Map<number, Pending>();
  /** Told when another worker has taken over. */
  onRevival: (notice: ChainwiseError) => void = () => undefined;

  /** `wasmBinary` is asked for once per worker; `makeWorker` is for tests. */
  constructor(
    private readonly wasmBinary: () => Promise<BufferSource | undefined>,
    private readonly makeWorker: () => Transport | undefined = workerTransport,
    private readonly makePage: () => Transport = pageTransport,
  ) {}

  get place(): "worker" | "page" | undefined {
    return this.#transport?.place;
  }

  /** Starts anew, or from a state that a frame brought; what was asked before stays unanswered. */
  async open(setup: TrainingSetup, checkpoint?: Checkpoint): Promise<Result<OpenedTraining>> {
    this.#forget();
    this.#setup = setup;
    this.#checkpoint = checkpoint;
    this.#parameters = undefined;
    this.#running = false;
    this.#transport ??= this.#connect();
    const reply = await this.#ask(await this.#opening());
    if (reply.kind !== "opened") return failure(reply);
    const { data, points, region } = reply;
    return { ok: true, value: { data, points, region } };
  }

  async frame(view: FrameView, advance?: Advance): Promise<Result<TrainingFrame>> {
    const reply = await this.#ask({ kind: "frame", view, ...(advance ? { advance } : {}) });
    if (reply.kind !== "frame") return failure(reply);
    this.#checkpoint = reply.frame.checkpoint;
    this.#parameters = undefined;
    this.#deaths = 0;
    return { ok: true, value: reply.frame };
  }

  async reset(): Promise<Result<void>> {
    const reply = await this.#ask({ kind: "reset" });
    if (reply.kind === "done") this.#checkpoint = this.#parameters = undefined;
    return reply.kind === "done" ? { ok: true, value: undefined } : failure(reply);
  }

  async setLearningRate(value: number): Promise<Result<void>> {
    const reply = await this.#ask({ kind: "learning-rate", value });
    if (reply.kind !== "done") return failure(reply);
    if (this.#checkpoint) this.#checkpoint = { ...this.#checkpoint, learningRate: value };
    if (this.#setup) this.#setup = withLearningRate(this.#setup, value);
    return { ok: true, value: undefined };
  }

  /** The next frame brings the state that follows from them. */
  async setParameters(value: Parameters): Promise<Result<void>> {
    const reply = await this.#ask({ kind: "parameters", value });
    if (reply.kind !== "done") return failure(reply);
    this.#parameters = value;
    return { ok: true, value: undefined };
  }

  /** Trains between frames, too, as fast as it goes. */
  run(on: boolean): void {
    if (on === this.#running) return;
    this.#running = on;
    void this.#ask({ kind: "run", on });
  }

  close(): void {
    this.#closed = true;
    this.#forget();
    this.#transport?.close();
    this.#transport = undefined;
  }

  #connect(): Transport {
    const transport = (this.#deaths < kPatience && this.makeWorker()) || this.makePage();
    transport.listen(
      (reply) => this.#hear(transport, reply),
      () => this.#revive(transport),
    );
    return transport;
  }

  async #opening(): Promise<Body> {
    const wasmBinary = this.#transport?.place === "worker" ? await this.wasmBinary() : undefined;
    return {
      kind: "open",
      setup: this.#setup as TrainingSetup,
      ...(wasmBinary ? { wasmBinary } : {}),
      ...(this.#checkpoint ? { checkpoint: this.#checkpoint } : {}),
    };
  }

  #ask(body: Body): Promise<TrainingReply> {
    return new Promise((resolve) => this.#send(++this.#ids, { body, resolve, timer: undefined }));
  }

  #send(id: number, pending: Pending): void {
    if (this.#closed) return;
    const transport = this.#transport;
    if (!transport) return this.#takeOver([pending]);
    this.#pending.set(id, pending);
    this.#wait(transport, pending);
    transport.post({ ...pending.body, id } as TrainingRequest);
  }

  #wait(transport: Transport, pending: Pending): void {
    if (transport.place === "page") return;
    clearTimeout(pending.timer);
    pending.timer = setTimeout(
      () => {
        pending.timer = setTimeout(() => this.#revive(transport), kGrace);
      },
      (this.#heard === transport ? kSilence : kStart) * 2 ** this.#deaths,
    );
  }

  #hear(transport: Transport, reply: TrainingReply): void {
    if (transport !== this.#transport) return;
    this.#heard = transport;
    if (reply.kind === "dead") return this.#revive(transport);
    if (reply.kind === "alive") return this.#pending.forEach((pending) => this.#wait(transport, pending));
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    this.#pending.delete(reply.id);
    clearTimeout(pending.timer);
    pending.resolve(reply);
  }

  /** The worker is gone: another one takes over the last state and everything that is still unanswered. */
  #revive(dead: Transport): void {
    if (dead !== this.#transport || this.#closed) return;
    const unanswered = [...this.#pending.values()];
    this.#forget();
    dead.close();
    this.#deaths++;
    if (dead.place === "page" && this.#deaths > kPatience) {
      const error: ChainwiseError = {
        code: "training-lost",
        message:
          "Training stopped: this browser ended it again and again. Close other pages and press Play; what you made is still here.",
      };
      this.#transport = undefined; // whatever is asked next begins again
      this.#deaths = 0;
      for (const { resolve } of unanswered) resolve({ kind: "refused", id: 0, error });
      return;
    }
    this.#takeOver(unanswered);
  }

  #takeOver(unanswered: readonly Pending[]): void {
    const transport = this.#connect();
    this.#transport = transport;
    void this.#opening().then(async (opening) => {
      if (transport !== this.#transport) return;
      const waiting = unanswered.find(({ body }) => body.kind === "open");
      const reply = await this.#ask(opening);
      if (reply.kind !== "opened") {
        for (const { resolve } of unanswered) resolve(reply);
        return;
      }
      if (!waiting) this.onRevival(kReplaced);
      if (this.#parameters) void this.#ask({ kind: "parameters", value: this.#parameters });
      waiting?.resolve(reply);
      if (this.#running) void this.#ask({ kind: "run", on: true });
      for (const pending of unanswered) if (pending !== waiting) this.#send(++this.#ids, pending);
    });
  }

  #forget(): void {
    for (const { timer } of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
  }
}

function withLearningRate(setup: TrainingSetup, learningRate: number): TrainingSetup {
  const optimizer = { ...(setup.network.optimizer ?? { name: "gradient-descent" }), learningRate };
  return { ...setup, network: { ...setup.network, optimizer } };
}

function failure(reply: TrainingReply): { ok: false; error: ChainwiseError } {
  if (reply.kind === "refused") return { ok: false, error: reply.error };
  return { ok: false, error: { code: "training-lost", message: "Training stopped unexpectedly." } };
}
