/**
 * Fair rounds on a noisy machine: every contestant once per round, in turn, so that a slow minute hits all alike.
 *
 *     const results = rounds(5, [{ name: "a", run: () => 3.1 }, ...]);      // name → the numbers of its runs
 *     console.log(table("Title, ms", ["case"], rows));
 */
export function rounds(count, contestants) {
  const results = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < count; round += 1) {
    for (const { name, run } of contestants) results.get(name).push(run());
  }
  return results;
}

/** Milliseconds of one call: repeated for at least `budget` milliseconds where one call is too short to time. */
export function milliseconds(call, budget = 100) {
  const start = performance.now();
  let calls = 0;
  do {
    call();
    calls += 1;
  } while (performance.now() - start < budget);
  return (performance.now() - start) / calls;
}

const digits = (value) => {
  if (value >= 10_000) return `${(value / 1000).toFixed(0)}k`;
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
};

/** "min / median / max"; the words that stand there instead where there is no number. */
export function summary(values) {
  if (typeof values === "string") return values;
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(digits).join(" / ");
}

/** A Markdown table with aligned columns. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
