/** The whole course without a pointer: from the front page through every lesson into the laboratory. */
import type { Page } from "@playwright/test";
import { course } from "../../web/lessons/course";
import { course as titles } from "../../web/locale/en/course";
import { expect, test } from "./support/test";
import { watchFocus } from "./support/watch-focus";

/** More stops than any page has. */
const kMostStops = 500;

const lessons = course.filter(({ id }) => id !== "lab");

/** What the focus is on, in the words of the walk. */
type Stop = "slider" | "answer" | "next" | "play" | "unit" | "lesson" | "outside" | "other";

/** Asked in the page after each press. `seen` is what the focus was on before: Tab has to leave it. */
function stop(): { kind: Stop; stuck: boolean } {
  const at = document.activeElement ?? document.body;
  const before = document.querySelector("[data-seen]");
  before?.removeAttribute("data-seen");
  if (at !== document.body) at.setAttribute("data-seen", "");
  const is = (selector: string): boolean => at.matches(selector);
  const kind: Stop = is("body")
    ? "outside"
    : is("main [role=slider], main input[type=range]")
      ? "slider"
      : is("#check-0 input")
        ? "answer"
        : is(".neighbours .next")
          ? "next"
          : is("kit-player .primary")
            ? "play"
            : is(".unit")
              ? "unit"
              : is(".course a")
                ? "lesson"
                : "other";
  return { kind, stuck: at === before };
}

/** Presses Tab until the focus is on such a thing; what lies on the way is told to `meet`. */
async function tabTo(page: Page, wanted: Stop, meet?: (kind: Stop) => Promise<void>): Promise<void> {
  for (let count = 0; count < kMostStops; count++) {
    await page.keyboard.press("Tab");
    const { kind, stuck } = await page.evaluate(stop);
    expect(stuck, `Tab stays where it is: ${await focused(page)}`).toBe(false);
    if (kind === wanted) return;
    if (kind === "outside") break;
    await meet?.(kind);
  }
  throw new Error(`Tab never came to "${wanted}"`);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? "");

const held = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement ? at.value : (at?.getAttribute("aria-valuenow") ?? "");
  });

/** Arrow keys change what a slider holds, in one direction at least, and keep the focus. */
async function move(page: Page): Promise<void> {
  const before = await held(page);
  await page.keyboard.press("ArrowLeft");
  if ((await held(page)) === before) await page.keyboard.press("ArrowRight");
  await expect.poll(() => held(page), { message: await focused(page) }).not.toBe(before);
}

test("front page, seven lessons, laboratory: figures moved, checks answered, a network trained, all by keys", async ({
  page,
  open,
}) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript(watchFocus);
  await open();
  await expect(page.locator("chainwise-number-lines .handle")).toBeVisible();
  await tabTo(page, "lesson");
  await page.keyboard.press("Enter");

  for (const { id, path } of lessons) {
    await expect(page).toHaveURL(new RegExp(`#${path}`));
    await expect(page).toHaveTitle(`${titles[id].title} · Chainwise`);
    await expect(page.locator("#main")).toBeFocused(); // the page that was left is gone
    await expect(page.locator("#check-0 input").first()).toBeAttached();
    const { en } = (await import(`../../web/locale/en/lessons/${id}.ts`)) as {
      en: { checks: { questions: { solution?: string }[] } };
    };
    const solution = en.checks.questions[0]?.solution ?? "";
    const done = new Set<Stop>();
    await tabTo(page, "next", async (kind) => {
      if (done.has(kind)) return;
      if (kind === "slider") await move(page);
      if (kind === "answer") {
        await page.keyboard.type(solution);
        await page.keyboard.press("Enter");
        await expect(page.locator("#check-0 .verdict")).toHaveAttribute("data-right", "yes");
      }
      done.add(kind);
    });
    expect(done, `a slider moved and a check answered in ${id}`).toContain("slider");
    expect(done, `a slider moved and a check answered in ${id}`).toContain("answer");
    await page.keyboard.press("Enter");
  }

  const epoch = page.locator("lab-page [data-number=epoch]");
  await expect(epoch).toHaveText("0.0");
  await tabTo(page, "play");
  await page.keyboard.press("Enter");
  await expect(epoch).not.toHaveText("0.0");
  await page.keyboard.press("Enter");
  await tabTo(page, "unit");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".unit:focus")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("chainwise-node h2, chainwise-node h3").first()).toContainText("node 2 of layer 1");
  await tabTo(page, "outside"); // the end of the page
  expect(await page.evaluate(() => window.focusFaults)).toEqual([]);
});
