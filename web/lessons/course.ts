/**
 * The course in its order. A lesson is a module whose `element` is a custom element with a `state` (see
 * `LessonPage`); its title and summary are in the locale under its id.
 *
 * To add a lesson: a folder here whose index.ts exports `element`, a line below, its words in web/locale.
 */
import type { PageModule } from "../kit/page-element";

export type LessonId =
  | "derivatives"
  | "chain-rule"
  | "small-network"
  | "cost-derivative"
  | "gradient-descent"
  | "backpropagation"
  | "optimisers"
  | "lab";

export interface CourseEntry {
  id: LessonId;
  path: string;
  load: () => Promise<PageModule>;
}

export const course: readonly CourseEntry[] = [
  { id: "derivatives", path: "/lessons/derivatives", load: () => import("./derivatives") },
  { id: "chain-rule", path: "/lessons/chain-rule", load: () => import("./chain-rule") },
  { id: "small-network", path: "/lessons/small-network", load: () => import("./small-network") },
  { id: "cost-derivative", path: "/lessons/cost-derivative", load: () => import("./cost-derivative") },
  { id: "gradient-descent", path: "/lessons/gradient-descent", load: () => import("./gradient-descent") },
  { id: "backpropagation", path: "/lessons/backpropagation", load: () => import("./backpropagation") },
  { id: "optimisers", path: "/lessons/optimisers", load: () => import("./optimisers") },
  { id: "lab", path: "/lab", load: () => import("../lab") },
];
