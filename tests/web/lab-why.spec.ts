/** What the laboratory explains is what the network does: numbers of one place of the page against those of another. */
import { expect, test } from "./support/test";

interface Read {
  explained: number;
  ways: number[];
  before: number;
  g: number;
  foretold: number;
  after: number;
  rate: number;
}

test("100 random networks and places: what is explained is the slope that the next update goes by", async ({
  page,
  open,
}) => {
  test.setTimeout(150_000); // two hundred states of the page, one after the other
  await open("#/lab?data=own&own=n*0.3_0.2_0.7&test=0&layers=tanh2");
  await page.locator("chainwise-node").scrollIntoViewIfNeeded();
  await expect(page.locator("tr[data-parameter=b]")).toBeVisible();
  const links = Array.from({ length: 100 }, (_, index) => randomLink(index + 1));
  const found = await page.evaluate(readAll, links);
  expect(found).toHaveLength(100);
  found.forEach(({ explained, ways, before, g, foretold, after, rate }, index) => {
    const near = 1e-11 * Math.max(1, Math.abs(explained));
    expect(Math.abs(explained - g), links[index]?.link).toBeLessThan(near);
    expect(Math.abs(explained - (before - after) / rate), links[index]?.link).toBeLessThan(near);
    expect(Math.abs(foretold - after), links[index]?.link).toBeLessThan(near);
    expect(ways).toHaveLength(3);
    for (const way of ways.slice(0, 2)) expect(Math.abs(way - explained), links[index]?.link).toBeLessThan(near);
  });
  expect(found.filter(({ explained }) => explained !== 0).length).toBeGreaterThan(80); // few are dead
});

/** One point to learn from: its slope is the batch's. */
function randomLink(seed: number): { link: string; parameter: string } {
  let state = seed * 7919;
  const draw = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const coordinate = (): number => (draw(400) - 200) / 100;
  const layers = Array.from({ length: draw(4) }, () => ({
    units: 1 + draw(4),
    activation: pick(["tanh", "sigmoid", "leaky-relu", "softplus", "swish", "gelu", "elu"]),
  }));
  const layer = draw(layers.length + 1);
  const kind = pick(["c", "n", "x"]);
  const point = {
    c: `${pick(["A", "B"])}${coordinate()}_${coordinate()}`,
    n: `${coordinate()}_${coordinate()}_0.7`,
    x: `${coordinate()}_0.4`,
  };
  const link = [
    `data=own&own=${kind}*${point[kind as "c" | "n" | "x"]}&test=0&seed=${seed}&rate=0.1`,
    `layers=${layers.map(({ activation, units }) => activation + units).join(".")}`,
    `loss=${pick(["half-squared", "squared", "huber", "binary-cross-entropy"])}`,
    `node=${layer + 1}.${1 + draw(layers[layer]?.units ?? 1)}`,
    kind === "x" ? "" : `features=${pick(["x1.x2", "x2.x1x2.sinx1"])}`,
  ];
  return { link: `#/lab?${link.filter(Boolean).join("&")}`, parameter: pick(["w1", "b"]) };
}

/** Runs in the page: follows each link, reads, makes one update, reads again. */
async function readAll(links: { link: string; parameter: string }[]): Promise<Read[]> {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const value = (selector: string): number => Number(find(selector)?.dataset["value"] ?? NaN);
  const epoch = (): number => value("[data-number=epoch]");
  const first = (): number => value("tr[data-parameter=w1] td");
  const isSettled = (): boolean => find(".bench")?.getAttribute("aria-busy") === "false";
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    for (let tries = 0; !holds(); tries++) {
      if (tries > 600) throw new Error(`waited in vain: ${what}`);
      await new Promise((next) => requestAnimationFrame(next));
    }
  };
  const found: Read[] = [];
  for (const { link, parameter } of links) {
    const last = first();
    location.hash = link;
    await until(() => first() !== last && epoch() === 0 && !Number.isNaN(first()) && isSettled(), link);
    const row = `tr[data-parameter=${parameter}]`;
    const asks = find(`${row} button`);
    if (asks?.getAttribute("aria-pressed") !== "true") asks?.click();
    await until(() => find(`${row} button`)?.getAttribute("aria-pressed") === "true", "Ask");
    const lines = [...document.querySelectorAll<HTMLElement>("chainwise-node .update .line")];
    const read = {
      explained: value(`${row} .gradient`),
      ways: [...document.querySelectorAll<HTMLElement>("[data-way]")].map((way) => Number(way.dataset["value"])),
      before: value(`${row} td`),
      g: Number(lines[0]?.dataset["value"]),
      foretold: Number(lines.at(-1)?.dataset["value"]),
    };
    const buttons = [...document.querySelectorAll<HTMLElement>("kit-player button")];
    buttons.find((button) => button.textContent?.includes("One batch"))?.click();
    await until(() => epoch() === 1, "one batch");
    const rate = [...document.querySelectorAll("label")]
      .find((label) => label.textContent?.includes("η"))
      ?.querySelector("input");
    found.push({ ...read, after: value(`${row} td`), rate: Number(rate?.value) });
  }
  return found;
}
