import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TrainingLoop } from "../../../web/figures/training-loop";
import type { TrainingModel } from "../../../web/figures/training-model";

let callbacks: ((now: number) => void)[] = [];
let now = 0;

/** One picture of the screen. */
function picture(): void {
  now += 16;
  const due = callbacks;
  callbacks = [];
  for (const callback of due) callback(now);
}

function screen(reducedMotion: boolean): void {
  vi.stubGlobal("requestAnimationFrame", (callback: (now: number) => void) => callbacks.push(callback));
  vi.stubGlobal("cancelAnimationFrame", () => (callbacks = []));
  vi.stubGlobal("matchMedia", () => ({ matches: reducedMotion }));
}

function played(parts: number) {
  const model = { playing: true, frame: {}, subscribe: (tell: () => void) => ((tellAll = tell), () => undefined) };
  let tellAll = (): void => undefined;
  let left = 0;
  const done: string[] = [];
  new TrainingLoop(Object.assign(model, { tick: () => undefined }) as unknown as TrainingModel, {
    paint: () => void (done.push("paint"), (left = parts)),
    paintMore: () => (left > 0 && done.push("part"), --left > 0),
    words: () => done.push("words"),
    curve: () => done.push("curve"),
    rest: (wasPlaying) => done.push(`rest ${wasPlaying}`),
  });
  tellAll();
  const all = (what: string): number => done.filter((it) => it === what).length;
  return { model, all, done, tell: () => tellAll() };
}

beforeEach(() => {
  callbacks = [];
  now = 1000;
});
afterEach(() => vi.unstubAllGlobals());

test("a frame is painted once, its parts one by one; words and curve take turns", () => {
  screen(false);
  const { model, all, done, tell } = played(3);
  for (let i = 0; i < 5; i++) picture();
  expect([all("paint"), all("part")]).toEqual([1, 3]);
  model.frame = {};
  picture();
  expect([all("paint"), all("part")]).toEqual([2, 4]);
  for (let i = 0; i < 60; i++) picture(); // about a second
  expect(all("words")).toBeGreaterThan(2);
  expect(Math.abs(all("words") - all("curve"))).toBeLessThanOrEqual(1);
  model.playing = false;
  tell();
  expect(done.at(-1)).toBe("rest true");
  picture();
  expect(done.at(-1)).toBe("rest true");
});

test("with reduced motion a picture comes now and then, whole", () => {
  screen(true);
  const { model, all } = played(3);
  for (let i = 0; i < 120; i++) {
    model.frame = {};
    picture();
  }
  expect(all("paint")).toBe(2);
  expect(all("part")).toBe(6);
});
