import { expect, test } from "../support/test";

test("front page: leads into the course", async ({ page, open }) => {
  await open();
  await expect(page).toHaveTitle(/Chainwise/);
  await expect(page.locator('a[href*="#/lessons/chain-rule"]').first()).toBeVisible();
});
