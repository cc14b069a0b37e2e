/** Chainwise, the page: its styles, its frame, and its pages by address. */
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./styles/page.css";
import "./styles/forced-colors.css";
import { sharedEngine } from "./figures/shared-engine";
import { course } from "./lessons/course";
import { applyTheme } from "./site/theme";
import { startEmbedding } from "./site/embed";
import { Frame } from "./site/frame";
import { comeLater } from "./site/later";
import { startRouting, type Page } from "./site/router";

/** The engine is made while the page comes. Whether it could be is said where its numbers would stand. */
const withEngine = (page: Page): Page => ({
  ...page,
  load: () => {
    sharedEngine().catch(() => undefined);
    return page.load();
  },
});

const pages: Page[] = [
  withEngine({ path: "/", load: () => import("./site/front-page") }),
  ...course.map(withEngine),
  { path: "/glossary", load: () => import("./site/glossary-page") },
];

applyTheme();
const frame = new Frame(document.querySelector<HTMLElement>("#page") ?? document.body, startEmbedding());
startRouting(
  pages,
  () => import("./site/unknown-page"),
  (visit) => frame.show(visit),
);
comeLater();
