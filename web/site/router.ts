/**
 * Pages by the part of the address after `#`: `#/lessons/chain-rule?x=1` is path `/lessons/chain-rule` with the
 * query `x=1`. Works from file:// and under any folder of any host.
 *
 *     startRouting(pages, unknown, (visit) => frame.show(visit));
 */
import type { PageModule } from "../kit/page-element";

export interface Page {
  path: string;
  load: () => Promise<PageModule>;
}

export interface Visit {
  path: string;
  query: string;
  module: PageModule;
  /** The address changed by hand, the page is the same. */
  samePage: boolean;
}

export function startRouting(
  pages: readonly Page[],
  unknown: () => Promise<PageModule>,
  show: (visit: Visit) => void,
): void {
  let shown: string | undefined;
  let latest = 0;

  const go = async (): Promise<void> => {
    const { path, query } = readAddress(location.hash);
    const page = pages.find((candidate) => candidate.path === path);
    const visit = ++latest;
    const module = await (page?.load ?? unknown)();
    // A slower page that was asked for earlier must not replace this one.
    if (visit !== latest) return;
    show({ path, query, module, samePage: path === shown });
    shown = path;
  };

  addEventListener("hashchange", () => {
    // `#main` and the like are places on the page, not pages.
    if (location.hash === "" || location.hash.startsWith("#/")) void go();
  });
  void go();
}

export function readAddress(hash: string): { path: string; query: string } {
  const address = hash.startsWith("#/") ? hash.slice(1) : "/";
  const mark = address.indexOf("?");
  const path = mark < 0 ? address : address.slice(0, mark);
  return { path: path.length > 1 ? path.replace(/\/+$/, "") : path, query: mark < 0 ? "" : address.slice(mark + 1) };
}
