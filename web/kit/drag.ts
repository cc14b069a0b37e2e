/**
 * Pointer and keyboard as one gesture: a handle in a picture that follows the finger, the mouse, or the arrow keys.
 *
 *     <g role="slider" tabindex="0" @pointerdown=${dragX(move, toX)} @keydown=${keysX(...)}>
 */
export interface KeySteps {
  value: number;
  step: number;
  min: number;
  max: number;
}

/** The value that a key leads to, or undefined where the key means nothing here. Shift makes a tenth of a step. */
export function valueAfterKey(event: KeyboardEvent, { value, step, min, max }: KeySteps): number | undefined {
  const small = event.shiftKey ? step / 10 : step;
  const moves: Record<string, number> = {
    ArrowRight: value + small,
    ArrowUp: value + small,
    ArrowLeft: value - small,
    ArrowDown: value - small,
    PageUp: value + 10 * step,
    PageDown: value - 10 * step,
    Home: min,
    End: max,
  };
  const moved = moves[event.key];
  if (moved === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  // Steps of 0.1 add up to 0.30000000000000004; ten digits are plenty.
  return Number(Math.min(max, Math.max(min, moved)).toPrecision(10));
}

/** Follows one pointer from `start` until it is lifted. Positions are in CSS pixels relative to `surface`. */
export function followPointer(start: PointerEvent, surface: Element, move: (x: number, y: number) => void): void {
  if (start.button !== 0) return;
  const handle = start.currentTarget as Element;
  const place = (event: PointerEvent): void => {
    const box = surface.getBoundingClientRect();
    move(event.clientX - box.left, event.clientY - box.top);
  };
  const moved = (event: Event): void => place(event as PointerEvent);
  const ended = (): void => {
    handle.removeEventListener("pointermove", moved);
    handle.removeEventListener("pointerup", ended);
    handle.removeEventListener("pointercancel", ended);
  };
  handle.setPointerCapture(start.pointerId);
  handle.addEventListener("pointermove", moved);
  handle.addEventListener("pointerup", ended);
  handle.addEventListener("pointercancel", ended);
  place(start);
}
