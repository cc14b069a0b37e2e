/** Slow motion ends where a normal step ends; a link with a goal and locks; what is locked can be opened. */
import { expect, test } from "./support/test";

test("slow motion, goal, locks", async ({ page, open }) => {
  const loss = page.locator("[data-number=loss]");
  const epoch = page.locator("[data-number=epoch]");
  await open("#/lab?lock=rate&goal=0.9_n6&batch=1000");
  await expect(epoch).toHaveText("0.0");
  await expect(page.locator(".goal")).toHaveAttribute("data-met", "yes");
  await page.getByRole("button", { name: "One epoch", exact: true }).click();
  await expect(epoch).toHaveText("1.0");
  const after = await loss.getAttribute("data-value");
  await page.getByRole("button", { name: "Start again", exact: true }).click();
  await expect(page.locator('[name="rate"]')).toBeDisabled();
  await page.getByRole("button", { name: "Open without locks" }).click();
  await expect(page.locator('[name="rate"]')).toBeEnabled();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("slow");
  await page.getByRole("button", { name: "One event" }).click();
  await expect(page.locator("[data-slow]")).toHaveAttribute("data-slow", "1");
  await page.getByRole("button", { name: "To the update" }).click();
  while (await page.getByRole("button", { name: "One event" }).count()) {
    await page.locator("lab-slow").getByRole("button", { name: "One event" }).press("ArrowRight");
    const [, now, all] = /Event (\d+) of (\d+)/.exec((await page.locator("[data-slow]").textContent()) ?? "") ?? [];
    if (now === all) break;
  }
  await page.getByRole("button", { name: "Take the step" }).click();
  await expect(epoch).toHaveText("1.0");
  await expect(loss).toHaveAttribute("data-value", String(after));
});

test("a link with weights: the network is there; once it trains on, the address does not claim them", async ({
  page,
  open,
}) => {
  const loss = page.locator("[data-number=loss]");
  await open("#/lab?layers=tanh2");
  await page.getByRole("button", { name: "One epoch", exact: true }).click();
  await expect(page.locator("[data-number=epoch]")).toHaveText("1.0");
  const trained = await loss.getAttribute("data-value");
  await page.locator("lab-teacher").scrollIntoViewIfNeeded();
  await page.getByText("For a class: a link").click();
  await page.getByRole("checkbox", { name: "With the weights of now" }).check();
  const link = await page.getByRole("textbox", { name: "The link" }).inputValue();
  expect(link).toContain("w=20."); // after 20 batches
  await page.goto(link);
  await page.reload();
  await expect(loss).toHaveAttribute("data-value", String(trained));
  await page.getByRole("button", { name: "One batch", exact: true }).click();
  await expect(loss).not.toHaveAttribute("data-value", String(trained));
  await expect.poll(() => page.url()).toMatch(/#\/lab\?layers=tanh2$/);
});
