/**
 * What a link of the laboratory leads to, as one number: 50 epochs, each made with the button, then a hash of the bits of
 * all weights and biases. Each browser has to come to the numbers of tests/data/link_bits.json.
 *
 *     await page.evaluate(linkBits)      // "7c973cce16213d9b"; an expression, on the page that the link has opened
 *
 * Both functions are sent to browsers as text, so they use nothing from outside.
 */
import type { Parameters } from "../../web/engine/api";

export const kEpochs = 50;

export function bitsOf({ weights, biases }: Parameters): string {
  let hash = 0xcbf29ce484222325n; // FNV-1a
  for (const list of [...weights, ...biases])
    for (const bits of new BigUint64Array(Float64Array.from(list).buffer))
      for (let i = 0n; i < 64n; i += 8n) hash = BigInt.asUintN(64, (hash ^ ((bits >> i) & 0xffn)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

interface Shown extends Element {
  asked?: { frame: { epochs: number; parameters: Parameters } };
}

/** Runs in the page. Presses the button again whenever an epoch is done; the parameters are those that are explained. */
function parametersAfter(epochs: number): Promise<Parameters> {
  return new Promise((done) => {
    let pressed = -1;
    const look = (): void => {
      const frame = document.querySelector<Shown>("chainwise-node")?.asked?.frame;
      const now = frame ? Math.round(frame.epochs) : -1;
      if (frame && now === epochs) return done(frame.parameters);
      const button = [...document.querySelectorAll("button")].find((it) => it.textContent?.trim() === "One epoch");
      if (now > pressed && button && !button.disabled) {
        pressed = now;
        button.click();
      }
      setTimeout(look, 5);
    };
    look();
  });
}

export const linkBits = `(${parametersAfter.toString()})(${kEpochs}).then(${bitsOf.toString()})`;
