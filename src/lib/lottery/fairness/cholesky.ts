/**
 * Solves `matrix × x = right` for a symmetric positive definite matrix (Cholesky, without a square root). Pivots that vanish
 * belong to rows that depend on earlier ones: their unknowns are set to zero. Changes both arguments in place.
 * @param matrix row by row, size × size
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => row * size + column;
  const scale = right.map((_, row) => matrix[at(row, row)]!);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const diagonal = matrix[at(pivot, pivot)]!;
    const dependent = diagonal <= 1e-13 * scale[pivot]!;
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = dependent ? 0 : matrix[at(row, pivot)]! / diagonal;
      if (factor !== 0) {
        for (let column = row; column < size; column += 1) {
          matrix[at(column, row)]! -= factor * matrix[at(column, pivot)]!;
        }
        right[row]! -= factor * right[pivot]!;
      }
    }
    if (dependent) matrix[at(pivot, pivot)] = Infinity;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const diagonal = matrix[at(row, row)]!;
    let sum = right[row]!;
    for (let below = row + 1; below < size; below += 1) sum -= matrix[at(below, row)]! * right[below]!;
    right[row] = diagonal === Infinity ? 0 : sum / diagonal;
  }
  return right;
}
