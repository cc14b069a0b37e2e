/**
 * Work that can be put down between its pieces, so that a page that does it by itself is never held up for long.
 *
 *     function* sum(lists) { let all = 0; for (const list of lists) { all += add(list); yield; } return all; }
 *     atOnce(sum(lists)); await inTurns(sum(lists), 4);
 */
export type Pieces<T> = Generator<undefined, T, undefined>;

/** So many places of a picture are a piece: with 48 units about 1 ms. */
export const kPiece = 1000;

export function atOnce<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Lets other tasks in whenever it has taken so long. */
export async function inTurns<T>(work: Pieces<T>, milliseconds: number): Promise<T> {
  for (let began = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - began < milliseconds) continue;
    await nextTask();
    began = performance.now();
  }
}

/** Lets waiting messages in; unlike a timer it is not held back to 4 ms. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
