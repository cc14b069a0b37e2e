import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Training } from "../../../web/engine/training";
import type {
  TrainingFrame,
  TrainingReply,
  TrainingRequest,
  TrainingSetup,
} from "../../../web/engine/training-protocol";
import type { Transport } from "../../../web/engine/training-transport";

const setup = { data: { name: "circles" }, network: {} } as unknown as TrainingSetup;
const view = { columns: 2, rows: 2 };

/** A place that counts updates instead of training, and can be killed in three ways. */
class Place implements Transport {
  static all: Place[] = [];
  readonly heard: TrainingRequest[] = [];
  batches = 0;
  closed = false;
  static silentAtFirst = false;
  silent = Place.silentAtFirst;
  #reply: (reply: TrainingReply) => void = () => undefined;
  fail: (reason: string) => void = () => undefined;

  constructor(readonly place: "worker" | "page" = "worker") {
    Place.all.push(this);
  }
  listen(onReply: (reply: TrainingReply) => void, onFailure: (reason: string) => void): void {
    this.#reply = onReply;
    this.fail = onFailure;
  }
  post(request: TrainingRequest): void {
    this.heard.push(request);
    if (!this.silent) queueMicrotask(() => !this.closed && this.#reply(this.#answer(request)));
  }
  live(): void {
    this.#reply({ kind: "alive", id: 0 });
  }
  close(): void {
    this.closed = true;
  }
  #answer(request: TrainingRequest): TrainingReply {
    const { id } = request;
    if (request.kind === "open") {
      this.batches = request.checkpoint?.batches ?? 0;
      return { kind: "opened", id, data: {}, region: {} } as unknown as TrainingReply;
    }
    if (request.kind !== "frame") return { kind: "done", id };
    this.batches += request.advance?.batches ?? 0;
    const frame = { batches: this.batches, checkpoint: { batches: this.batches } } as TrainingFrame;
    return { kind: "frame", id, frame };
  }
}

const make = () =>
  new Training(
    async () => undefined,
    () => new Place(),
    () => new Place("page"),
  );
const newest = (): Place => Place.all.at(-1) as Place;

beforeEach(() => {
  Place.all = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function trained(): Promise<Training> {
  const training = make();
  expect(await training.open(setup)).toMatchObject({ ok: true });
  expect(await training.frame(view, { batches: 25 })).toMatchObject({ value: { batches: 25 } });
  return training;
}

describe("Training", () => {
  test("a worker that reports an error → another one goes on from the last frame", async () => {
    const training = await trained();
    const dead = newest();
    dead.silent = true;
    const frame = training.frame(view, { batches: 25 });
    dead.fail("out of memory");
    expect(await frame).toMatchObject({ ok: true, value: { batches: 50 } });
    expect(dead.closed).toBe(true);
    expect(Place.all).toHaveLength(2);
    expect(newest().heard[0]).toMatchObject({ kind: "open", checkpoint: { batches: 25 } });
  });

  test("a worker that falls silent → the same, after a while", async () => {
    const training = await trained();
    newest().silent = true;
    const frame = training.frame(view, { batches: 5 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(await frame).toMatchObject({ ok: true, value: { batches: 30 } });
  });

  test("a worker that dies while it opens → another one within a second; a slow one that lives is left alone", async () => {
    const training = make();
    const places = Place.all;
    Place.silentAtFirst = true;
    const opening = training.open(setup);
    await vi.advanceTimersByTimeAsync(0);
    Place.silentAtFirst = false;
    for (let i = 0; i < 20; i++) {
      newest().live();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(places).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(await opening).toMatchObject({ ok: true });
    expect(places.map(({ closed }) => closed)).toEqual([true, false]);
  });

  test("a worker that takes its time to start is waited for; one that never starts is replaced", async () => {
    const training = make();
    Place.silentAtFirst = true;
    const opening = training.open(setup);
    await vi.advanceTimersByTimeAsync(2500);
    expect(Place.all).toHaveLength(1);
    Place.silentAtFirst = false;
    await vi.advanceTimersByTimeAsync(2500);
    expect(await opening).toMatchObject({ ok: true });
    expect(Place.all).toHaveLength(2);
  });

  test("a run at full speed runs on in the new worker", async () => {
    const training = await trained();
    training.run(true);
    await vi.advanceTimersByTimeAsync(1);
    newest().fail("killed");
    await vi.advanceTimersByTimeAsync(1);
    expect(newest().heard.map(({ kind }) => kind)).toEqual(["open", "run"]);
  });

  test("workers that die again and again → training moves to the page", async () => {
    const training = await trained();
    for (let deaths = 0; deaths < 3; deaths++) {
      newest().fail("killed");
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(training.place).toBe("page");
    expect(await training.frame(view, { batches: 1 })).toMatchObject({ ok: true, value: { batches: 26 } });
  });

  test("no workers here → the page trains from the start", async () => {
    const training = new Training(
      async () => undefined,
      () => undefined,
      () => new Place("page"),
    );
    await training.open(setup);
    expect(training.place).toBe("page");
    expect(await training.frame(view, { batches: 3 })).toMatchObject({ value: { batches: 3 } });
  });

  test("after a reset a dead worker starts from the beginning", async () => {
    const training = await trained();
    await training.reset();
    newest().fail("killed");
    await vi.advanceTimersByTimeAsync(1);
    expect(newest().heard[0]).not.toHaveProperty("checkpoint");
  });

  test("closed → what comes later is not heard", async () => {
    const training = await trained();
    training.close();
    newest().fail("late");
    expect(Place.all).toHaveLength(1);
  });
});
