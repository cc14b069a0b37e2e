/**
 * Where a grid of numbers crosses a level, as short straight pieces (marching squares with linear interpolation). NaN
 * leaves a gap.
 *
 *     levelSegments([0, 1, 0, 1], 2, 2, 0.5)   // [0.5, 0, 0.5, 1]: x1, y1, x2, y2 in cells from the bottom left
 */
export function levelSegments(values: ArrayLike<number>, columns: number, rows: number, level: number): number[] {
  const segments: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const a = (values[at] ?? 0) - level;
      const b = (values[at + 1] ?? 0) - level;
      const c = (values[at + columns + 1] ?? 0) - level;
      const d = (values[at + columns] ?? 0) - level;
      // Where one corner has no value nothing is known.
      if (Number.isNaN(a + b + c + d)) continue;
      const inside = Number(a > 0) + Number(b > 0) + Number(c > 0) + Number(d > 0);
      if (inside === 0 || inside === 4) continue;
      // Bottom, right, top, left side of the cell, where the sign changes.
      const crossings: number[] = [];
      if (a > 0 !== b > 0) crossings.push(column + a / (a - b), row);
      if (b > 0 !== c > 0) crossings.push(column + 1, row + b / (b - c));
      if (d > 0 !== c > 0) crossings.push(column + d / (d - c), row + 1);
      if (a > 0 !== d > 0) crossings.push(column, row + a / (a - d));
      // On a saddle the sides are paired in their order; either pairing is right to within one cell.
      segments.push(...crossings);
    }
  }
  return segments;
}
