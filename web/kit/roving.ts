/**
 * One stop of the Tab key for a whole drawing; inside it the arrow keys go to the nearest thing in their direction.
 *
 *     html`<div @keydown=${moveAmong(".card, .edge")} @focusin=${keepStop(".card, .edge")}>...</div>`
 */
const kDirections: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function middle(element: Element): [number, number] {
  const box = element.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

export function moveAmong(selector: string): (event: KeyboardEvent) => void {
  return (event) => {
    const direction = kDirections[event.key];
    const here = (event.target as Element).closest<HTMLElement>(selector);
    if (!direction || !here || event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = middle(here);
    let best: HTMLElement | undefined;
    let least = Infinity;
    for (const other of (event.currentTarget as Element).querySelectorAll<HTMLElement>(selector)) {
      const [u, v] = middle(other);
      const ahead = (u - x) * direction[0] + (v - y) * direction[1];
      const aside = Math.abs((u - x) * direction[1]) + Math.abs((v - y) * direction[0]);
      const cost = ahead + 2 * aside;
      if (other === here || ahead < 4 || cost >= least) continue;
      best = other;
      least = cost;
    }
    if (!best) return;
    event.preventDefault();
    best.focus();
  };
}

/** The thing that had the focus last is where Tab comes back to. */
export function keepStop(selector: string): (event: FocusEvent) => void {
  return (event) => {
    const here = (event.target as Element).closest(selector);
    if (!here) return;
    for (const other of (event.currentTarget as Element).querySelectorAll<HTMLElement>(selector)) {
      other.tabIndex = other === here ? 0 : -1;
    }
  };
}
