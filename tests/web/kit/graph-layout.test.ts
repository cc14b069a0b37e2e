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

describe("layoutGraph of a fully connected 2-2-2 network with all its parameters", () => {
  const names = "x1 x2 w1 w2 w3 w4 b1 b2 z1 z2 a1 a2 w5 w6 w7 w8 b3 b4 z3 z4 yhat1 yhat2 y1 y2 J".split(" ");
  const layers = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5];
  const many = names.map((_, id) => ({ id, layer: layers[id] ?? 0 }));
  const links = (
    [
      ["z1", "w1 x1 w2 x2 b1"],
      ["z2", "w3 x1 w4 x2 b2"],
      ["a1", "z1"],
      ["a2", "z2"],
      ["z3", "w5 a1 w6 a2 b3"],
      ["z4", "w7 a1 w8 a2 b4"],
      ["yhat1", "z3"],
      ["yhat2", "z4"],
      ["J", "yhat1 y1 yhat2 y2"],
    ] as const
  ).flatMap(([to, from]) => from.split(" ").map((name) => ({ from: names.indexOf(name), to: names.indexOf(to) })));

  test.each([
    [294, { card: { width: 70, height: 76 }, small: { width: 58, height: 50 } }, true],
    [1180, { card: { width: 78, height: 76 }, small: { width: 78, height: 50 } }, false],
  ])("%i wide: it fits, no two cards overlap, labels stand apart", (width, cards, isDown) => {
    const layout = layoutGraph(many, links, { width, ...cards });
    expect(layout.down).toBe(isDown);
    expect(layout.width).toBeLessThanOrEqual(width);
    const boxes = many.map(({ id }) => ({ ...layout.places.get(id), ...layout.sizes.get(id) }));
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b, j) => {
        const wide = Math.abs((a.x ?? NaN) - (b.x ?? NaN)) >= ((a.width ?? NaN) + (b.width ?? NaN)) / 2;
        const high = Math.abs((a.y ?? NaN) - (b.y ?? NaN)) >= ((a.height ?? NaN) + (b.height ?? NaN)) / 2;
        expect(wide || high, `${names[i]} and ${names[i + 1 + j]}`).toBe(true);
      }),
    );
    if (isDown) return;
    const spots = layout.middles.map(({ x, y }) => `${Math.round(x / 12)},${Math.round(y / 12)}`);
    expect(new Set(spots).size).toBe(spots.length);
  });
});
