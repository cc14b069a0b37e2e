/**
 * The parts of a typeset formula that `\htmlData{node=...}` marks: which one lies under a point, and light behind
 * those that are meant. KaTeX's own boxes are of little use for either: struts make them taller than what one sees.
 *
 *     const node = partAt(formula, event.clientX, event.clientY);
 *     lightParts(formula, [node]);
 */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const kAir = 2;

function parts(formula: HTMLElement): HTMLElement[] {
  return [...formula.querySelectorAll<HTMLElement>(".katex-html [data-node]")];
}

/** Around the ink: the letters, and the bars of fractions and roots. */
function boxOf(part: HTMLElement): Box | undefined {
  const inside = [part, ...part.querySelectorAll<HTMLElement>("*")];
  const ink = inside.filter(
    (element) =>
      (element.childElementCount === 0 && /[^\s\u200b]/.test(element.textContent ?? "")) ||
      element.classList.contains("frac-line"),
  );
  if (ink.length === 0) return undefined;
  const boxes = ink.map((element) => element.getBoundingClientRect());
  return {
    left: Math.min(...boxes.map((box) => box.left)) - kAir,
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)) + kAir,
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** The innermost part at a point of the window. */
export function partAt(formula: HTMLElement, x: number, y: number): number | undefined {
  let found: { node: number; size: number } | undefined;
  for (const part of parts(formula)) {
    const box = boxOf(part);
    if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    const size = (box.right - box.left) * (box.bottom - box.top);
    if (!found || size < found.size) found = { node: Number(part.dataset["node"]), size };
  }
  return found?.node;
}

/** Needs a formula with `position: relative`. */
export function lightParts(formula: HTMLElement, nodes: readonly number[]): void {
  for (const old of formula.querySelectorAll(":scope > .light")) old.remove();
  if (nodes.length === 0) return;
  const origin = formula.getBoundingClientRect();
  for (const part of parts(formula)) {
    const box = nodes.includes(Number(part.dataset["node"])) ? boxOf(part) : undefined;
    if (!box) continue;
    const light = document.createElement("span");
    light.className = "light";
    light.style.left = `${box.left - origin.left}px`;
    light.style.top = `${box.top - origin.top}px`;
    light.style.width = `${box.right - box.left}px`;
    light.style.height = `${box.bottom - box.top}px`;
    formula.prepend(light);
  }
}
