import { describe, expect, test } from "vitest";
import { layoutGraph } from "../../../web/kit/graph-layout";

/** The 1-1-1 network: w1 x b1 → z1 → a1, w2 b2 → z2 → ŷ, y → J. */
const nodes = ["w1", "x", "b1", "z1", "a1", "w2", "b2", "z2", "yhat", "y", "J"].map((name, id) => ({ id, name }));
const id = (name: string): number => nodes.findIndex((node) => node.name === name);
const edges = [
  ["w1", "z1"],
  ["x", "z1"],
  ["b1", "z1"],
  ["z1", "a1"],
  ["a1", "z2"],
  ["w2", "z2"],
  ["b2", "z2"],
  ["z2", "yhat"],
  ["yhat", "J"],
  ["y", "J"],
].map(([from = "", to = ""]) => ({ from: id(from), to: id(to) }));
const card = { width: 78, height: 76 };

describe("layoutGraph", () => {
  test("wide: left to right, the way through is one straight line", () => {
    const { places, down } = layoutGraph(nodes, edges, { width: 880, card });
    expect(down).toBe(false);
    const through = ["x", "z1", "a1", "z2", "yhat", "J"].map((name) => places.get(id(name)));
    expect(new Set(through.map((place) => Math.round(place?.y ?? NaN))).size).toBe(1);
    const xs = through.map((place) => place?.x ?? NaN);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  test("narrow: top to bottom, within the room", () => {
    const { down, width } = layoutGraph(nodes, edges, { width: 296, card });
    expect(down).toBe(true);
    expect(width).toBeLessThanOrEqual(296);
  });

  test.each([296, 880])("%i wide: no two cards overlap", (width) => {
    const { places } = layoutGraph(nodes, edges, { width, card });
    const all = [...places.values()];
    all.forEach((a, i) =>
      all.slice(i + 1).forEach((b) => {
        expect(Math.abs(a.x - b.x) >= card.width || Math.abs(a.y - b.y) >= card.height).toBe(true);
      }),
    );
  });

  test("one node alone has its place", () => {
    expect(layoutGraph([{ id: 7 }], [], { width: 300, card }).places.get(7)).toBeDefined();
  });
});
