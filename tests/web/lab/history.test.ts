/** What is undone comes back, what is done again too, and something new ends what could be done again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { History } from "../../../web/lab/history";

describe("history", () => {
  test("undo and redo walk to and fro between the states, with the name of each edit", () => {
    const history = new History<number>();
    let now = 0;
    const go = (way: "undo" | "redo"): string | undefined => {
      const entry = history[way](() => now);
      if (entry) now = entry.state;
      return entry?.name;
    };
    for (const [name, next] of [
      ["a", 1],
      ["b", 2],
    ] as const) {
      history.record(name, now);
      now = next;
    }
    expect(history.undoName).toBe("b");
    expect([go("undo"), now]).toEqual(["b", 1]);
    now = 1.5; // it was trained on meanwhile
    expect([go("redo"), now]).toEqual(["b", 2]);
    expect([go("undo"), now]).toEqual(["b", 1.5]);
    expect([go("undo"), now]).toEqual(["a", 0]);
    expect(go("undo")).toBeUndefined();
    history.record("c", now);
    expect(history.redoName).toBeUndefined();
  });

  test("after edits, undos and redos in whatever order the state is the one of a list with a place in it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("edit", "undo", "redo")), (moves) => {
        const history = new History<number>(100);
        let now = 0;
        let all = [0];
        let place = 0;
        moves.forEach((move, index) => {
          if (move === "edit") {
            history.record("edit", now);
            now = index + 1;
            all = [...all.slice(0, place + 1), now];
            place++;
            return;
          }
          const entry = history[move](() => now);
          if (entry) now = entry.state;
          place = Math.min(all.length - 1, Math.max(0, place + (move === "undo" ? -1 : 1)));
          expect(now).toBe(all[place]);
        });
      }),
    );
  });
});
