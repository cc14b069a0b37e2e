/**
 * Takes the indentation out of HTML templates: in the page it means nothing, in the single file it is 26 KB. The line
 * breaks stay, since between two words they are a space.
 */
import type { Plugin } from "vite";

interface Node {
  type?: string;
  start?: number;
  end?: number;
  [key: string]: unknown;
}

const kTags: ReadonlySet<unknown> = new Set(["html", "svg"]);

export function templates(): Plugin {
  return {
    name: "chainwise-templates",
    apply: "build",
    enforce: "post",
    transform(code, id) {
      if (!id.includes("/web/") || !code.includes("html`")) return null;
      const quasis: Node[] = [];
      collect(this.parse(code) as unknown as Node, quasis);
      let short = "";
      let at = 0;
      for (const { start = 0, end = 0 } of quasis.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
        short += code.slice(at, start) + code.slice(start, end).replace(/\n[ \t]+/g, "\n");
        at = end;
      }
      return { code: short + code.slice(at), map: null };
    },
  };
}

/** The texts of all templates that are HTML, also of those inside others. */
function collect(node: Node, quasis: Node[]): void {
  if (node.type === "TaggedTemplateExpression") {
    const { tag, quasi } = node as { tag?: Node; quasi?: { quasis?: Node[] } };
    if (kTags.has(tag?.["name"])) quasis.push(...(quasi?.quasis ?? []));
  }
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const part of value as unknown[]) collectFrom(part, quasis);
    else collectFrom(value, quasis);
  }
}

function collectFrom(value: unknown, quasis: Node[]): void {
  if (typeof value === "object" && value !== null) collect(value as Node, quasis);
}
