import { describe, expect, test } from "vitest";
import { layoutGraph } from "../../../web/kit/graph-layout";

/** The 1-1-1 network: w1 x b1 → z1 → a1, w2 b2 → z2 → ŷ, y → J. */
const nodes = (
  [
    ["w1", 0],
    ["x", 0],
    ["b1", 0],
    ["z1", 1],
    ["a1", 2],
    ["w2", 2],
    ["b2", 2],
    ["z2", 3],
    ["yhat", 4],
    ["y", 4],
    ["J", 5],
  ] as const
).map(([name, layer], id) => ({ id, name, layer }));
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

  test("parameters stand above and below the way through", () => {
    const { places } = layoutGraph(nodes, edges, { width: 880, card });
    const y = (name: string): number => places.get(id(name))?.y ?? NaN;
    expect([y("w2") < y("a1"), y("a1") < y("b2"), y("w1") < y("x"), y("x") < y("b1")]).toEqual(Array(4).fill(true));
  });

  test("a full network of 2-2-2: all of its four columns apart, edges that pass a column go between the cards", () => {
    const cards = [0, 0, 1, 1, 2, 2, 3].map((layer, id) => ({ id, layer }));
    const links = [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 4],
      [2, 5],
      [3, 4],
      [3, 5],
      [4, 6],
      [5, 6],
      [0, 6],
    ].map(([from = 0, to = 0]) => ({ from, to }));
    const { places, path } = layoutGraph(cards, links, { width: 900, card });
    const all = [...places.values()];
    expect(new Set(all.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)).size).toBe(7);
    expect(path(10, 0).match(/C/g)).toHaveLength(3);
    expect(path(0, 0).match(/C/g)).toHaveLength(1);
  });

  test("one node alone has its place", () => {
    expect(layoutGraph([{ id: 7, layer: 0 }], [], { width: 300, card }).places.get(7)).toBeDefined();
  });
});
