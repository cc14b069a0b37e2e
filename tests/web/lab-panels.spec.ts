/** What the panels of “See why” say is what the network does, read from other places of the page. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test";

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const value = async (locator: Locator, attribute = "data-value"): Promise<number> =>
  Number(await locator.first().getAttribute(attribute));
const loss = (page: Page): Promise<number> => value(page.locator("lab-page [data-number=loss]"));
/** Where the curves of a panel's plot begin. */
const starts = (panel: Locator): Promise<(number | undefined)[]> =>
  panel
    .locator("kit-plot")
    .evaluate((plot) =>
      (plot as unknown as { curves: { samples: { y: number[] } }[] }).curves.map((it) => it.samples.y[0]),
    );

/** It is fetched when it is opened, and does nothing while it is off the screen. */
async function opened(page: Page, name: string): Promise<Locator> {
  const panel = page.locator(`[data-panel=${name}]`);
  await panel.locator("summary").first().click();
  await panel.locator(".says").first().scrollIntoViewIfNeeded();
  return panel;
}

async function oneBatch(page: Page): Promise<number> {
  const before = await loss(page);
  await button(page, "One batch").click();
  await expect.poll(() => loss(page)).not.toBe(before);
  return loss(page);
}

test("answer, health, landscape with its path, line search, race: each foretells what the run then does", async ({
  page,
  open,
}) => {
  await open("#/lab?batch=1000&rate=0.7&layers=tanh3&node=2.1"); // one batch is an epoch, the looked-at node the output
  await expect(page.locator("lab-page [data-number=epoch]")).toHaveText("0.0");
  for (let epoch = 0; epoch < 4; epoch++) await oneBatch(page);
  const here = await loss(page);
  await page.locator("lab-why").scrollIntoViewIfNeeded();

  // The answer's cost is what the node's panel says of the same point.
  const answer = await value((await opened(page, "place")).locator("[data-answer]"), "data-answer");
  const said = (await page.locator("chainwise-node .point").textContent()) ?? "";
  const due = /y=1/.test(said) ? answer : 1 - answer;
  expect(said).toContain(`J=${(-Math.log(due)).toFixed(3)}`);

  // The size of the output's weights is that of the weights in the node's table.
  const weights = await page
    .locator("chainwise-node tr[data-parameter^=w] td[data-value]:nth-child(2)")
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset["value"])));
  const size = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length);
  const output = (await opened(page, "health")).locator("tbody tr").last();
  await expect(output.locator("td").nth(1)).toHaveText(size.toFixed(2));

  const line = await opened(page, "line");
  expect(await starts(line)).toEqual([here]);
  const got = await value(line.locator("[data-got]"), "data-got");
  expect(got).toBeLessThan(here);

  const race = await opened(page, "race");
  await race.getByRole("spinbutton", { name: "Epochs" }).fill("3");
  await race.getByRole("spinbutton", { name: "Epochs" }).press("Enter");
  await expect(button(page, "Go on from here with Gradient descent")).toBeEnabled();
  expect(await starts(race)).toEqual([here, here, here, here]);
  const raced = await value(race.locator("[data-optimiser=gradient-descent] [data-value]"));

  expect(Math.abs((await oneBatch(page)) - got)).toBeLessThan(1e-12);
  await oneBatch(page);
  expect(Math.abs((await oneBatch(page)) - raced)).toBeLessThan(1e-12);

  // The path has a stop for each moment; where it ends the map says the cost of now.
  const landscape = await opened(page, "landscape");
  await expect(landscape.locator(".here")).toContainText((await loss(page)).toFixed(4));
  await expect(landscape.locator("circle.stop")).toHaveCount(7);
  // A place that is asked for its cost, by keys, costs that once the network is there.
  await landscape.getByRole("slider").focus();
  await landscape.getByRole("slider").press("ArrowLeft");
  await expect(landscape.locator(".here")).toContainText("You point at");
  const asked = /cost (\d\.\d{4})/.exec((await landscape.locator(".here").textContent()) ?? "")?.[1];
  await landscape.getByRole("button", { name: "Put the network here" }).click();
  await expect.poll(async () => (await loss(page)).toFixed(4)).toBe(asked);
});
