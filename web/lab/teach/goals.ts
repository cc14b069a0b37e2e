/**
 * What a link asks a learner to reach, and how far it is reached. `0.05_test_n3` is a cost below 0.05 on the points set
 * apart, with at most three inner nodes.
 *
 *     judge(readGoal("0.05_n3"), reached)   // [{ kind: "under", limit: 0.05, now: 0.31, met: false }, ...]
 */
export const limits = ["nodes", "layers", "epochs"] as const;
export type Limit = (typeof limits)[number];

export interface Goal {
  under: number;
  on: "train" | "test";
  /** At most so many; inner nodes and inner layers. */
  most: Partial<Record<Limit, number>>;
}

export interface Reached {
  loss: number;
  /** Left out where no points are set apart. */
  testLoss?: number | undefined;
  epochs: number;
  /** Units of each layer, the inputs first. */
  sizes: readonly number[];
}

export interface Part {
  kind: "train" | "test" | Limit;
  limit: number;
  now: number | undefined;
  met: boolean;
}

export function readGoal(text: string): Goal | undefined {
  const [under = "", ...parts] = text.split("_");
  if (text === "" || !Number.isFinite(Number(under))) return undefined;
  const most: Goal["most"] = {};
  for (const part of parts) {
    const limit = limits.find((name) => part.startsWith(name.charAt(0)));
    if (limit) most[limit] = Number(part.slice(1));
  }
  return { under: Number(under), on: parts.includes("test") ? "test" : "train", most };
}

export function writeGoal({ under, on, most }: Goal): string {
  const parts = limits.flatMap((name) => (most[name] === undefined ? [] : [`${name.charAt(0)}${most[name]}`]));
  return [Number(under.toPrecision(6)).toString(), ...(on === "test" ? ["test"] : []), ...parts].join("_");
}

export function judge({ under, on, most }: Goal, { loss, testLoss, epochs, sizes }: Reached): Part[] {
  const inner = sizes.slice(1, -1);
  const now: Record<Limit, number> = {
    nodes: inner.reduce((sum, units) => sum + units, 0),
    layers: inner.length,
    epochs,
  };
  const cost = on === "test" ? testLoss : loss;
  return [
    { kind: on, limit: under, now: cost, met: cost !== undefined && cost < under },
    ...limits.flatMap((kind) => {
      const limit = most[kind];
      return limit === undefined ? [] : [{ kind, limit, now: now[kind], met: now[kind] <= limit }];
    }),
  ];
}

export const isMet = (parts: readonly Part[]): boolean => parts.every(({ met }) => met);
