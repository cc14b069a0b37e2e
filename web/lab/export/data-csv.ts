/** The points as a table: the inputs, the number or the class that is to be met, and which part a point is in. */
import type { Dataset } from "../../engine/api";
import { classOf, partsOf } from "../../figures/training-sheet";
import { classLetter } from "../../kit/class-marks";

export function dataCsv(data: Dataset): string {
  const { inputSize, targetSize } = data;
  const names = inputSize === 1 ? ["x"] : Array.from({ length: inputSize }, (_, i) => `x${i + 1}`);
  const rows = partsOf(data).flatMap(({ part, apart }) =>
    Array.from({ length: part.targets.length / targetSize }, (_, i) => {
      const goal = targetSize > 1 ? classLetter(classOf(part, i)) : String(part.targets[i]);
      const inputs = part.inputs.subarray(i * inputSize, (i + 1) * inputSize);
      return [...inputs, goal, apart ? "test" : "train"].join(",");
    }),
  );
  return `${[[...names, "y", "set"].join(","), ...rows].join("\n")}\n`;
}
