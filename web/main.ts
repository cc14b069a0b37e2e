/** Chainwise, the page: its styles, its frame, and its pages by address. */
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./styles/page.css";
import "./styles/forced-colors.css";
import { course } from "./lessons/course";
import { applyTheme } from "./site/theme";
import { startEmbedding } from "./site/embed";
import { Frame } from "./site/frame";
import { comeLater } from "./site/later";
import { startRouting, type Page } from "./site/router";

const pages: Page[] = [
  { path: "/", load: () => import("./site/front-page") },
  ...course,
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
