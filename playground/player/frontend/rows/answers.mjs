// What a row's outputs are worth: right or wrong, and how many of each. The twin of `is_right` in playground/answers.py
// and of `confusion` in nncore/metrics.py.

/**
 * @typedef {{train: Table, test: Table | null, classes: "two" | "several" | null}} Run
 * @typedef {{targets: number[][], row_numbers: number[]}} Table
 * @typedef {{truePositives: number, trueNegatives: number, falsePositives: number, falseNegatives: number,
 *   right: number, total: number, accuracy: number}} TwoCounts
 * @typedef {{right: number, total: number, accuracy: number}} SeveralCounts
 */

/**
 * Whether one row is answered right: on its side of the threshold, or with its class as the largest output.
 * What is not a number belongs to no class.
 * @param {Run} run
 * @param {ArrayLike<number>} targets of the row
 * @param {ArrayLike<number>} outputs of the row
 * @param {number} threshold strictly above is class 1
 * @returns {boolean | null} null if the targets are no classes
 */
export function isRight(run, targets, outputs, threshold) {
  if (run.classes === null) return null;
  const called = calledClass(run, outputs, 0, targets.length, threshold);
  if (called < 0) return false;
  return called === (run.classes === "two" ? Number(targets[0] > 0.5) : largest(targets, 0, targets.length));
}

/**
 * The class that a row's outputs call: 0 or 1, or the place of the first largest output; −1 where there is none.
 * @param {Run} run
 * @param {ArrayLike<number>} outputs of one row or of many, one row behind the other
 * @param {number} start where the row's outputs begin
 * @param {number} count how many outputs a row has
 * @param {number} threshold
 * @returns {number}
 */
export function calledClass(run, outputs, start, count, threshold) {
  if (run.classes === null) return -1;
  for (let index = start; index < start + count; index += 1) if (Number.isNaN(outputs[index])) return -1;
  return run.classes === "two" ? Number(outputs[start] > threshold) : largest(outputs, start, count);
}

/**
 * How many rows are answered right, and for two classes of which kind each answer is.
 * @param {Run} run
 * @param {Table} table the training or the test rows of the run
 * @param {ArrayLike<number>} outputs rows × outputs, one row behind the other
 * @param {number} threshold strictly above is class 1
 * @returns {TwoCounts | SeveralCounts | null} null if there is nothing to count: no classes, no rows, or an output that
 *   is not a number
 */
export function countsOf(run, table, outputs, threshold) {
  const total = table.targets.length;
  if (run.classes === null || total === 0) return null;
  const count = table.targets[0].length;
  const tally = [0, 0, 0, 0];
  let right = 0;
  for (let row = 0; row < total; row += 1) {
    const called = calledClass(run, outputs, row * count, count, threshold);
    if (called < 0) return null;
    const targets = table.targets[row];
    const wanted = run.classes === "two" ? Number(targets[0] > 0.5) : largest(targets, 0, count);
    if (called === wanted) right += 1;
    if (run.classes === "two") tally[2 * wanted + called] += 1;
  }
  const shared = { right, total, accuracy: right / total };
  if (run.classes === "several") return shared;
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = tally;
  return { truePositives, trueNegatives, falsePositives, falseNegatives, ...shared };
}

/** The place of the largest of `count` values, the first of them if several are equal. */
function largest(values, start, count) {
  let best = 0;
  for (let index = 1; index < count; index += 1) if (values[start + index] > values[start + best]) best = index;
  return best;
}
