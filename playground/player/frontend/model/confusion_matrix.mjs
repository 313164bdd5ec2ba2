// How many rows of each of several classes are called which class.

import { calledClass, NO_CLASS, targetClass, UNDECIDED } from "./classes.mjs";
/** @import { Classes } from "./classes.mjs" */

/**
 * The counts by the rows' own class and by the class they are called; a row that is called none stands in the last column.
 * @param {Classes} classes several
 * @param {{targets: number[][]}} table
 * @param {ArrayLike<number>} outputs rows × outputs, one row behind the other
 * @param {number} count how many classes there are
 * @returns {number[][]} classes × (classes + 1)
 */
export function confusionMatrix(classes, { targets }, outputs, count) {
  const matrix = Array.from({ length: count }, () => new Array(count + 1).fill(0));
  targets.forEach((target, row) => {
    const own = targetClass(classes, target);
    if (own === NO_CLASS) return;
    const called = calledClass(classes, outputs, row * count, count, classes.threshold);
    matrix[own][called === UNDECIDED || called === NO_CLASS ? count : called] += 1;
  });
  return matrix;
}
