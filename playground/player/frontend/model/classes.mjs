// Which class a target is, which one an output calls, and whether that is right, wrong or undecided. The twin of
// nncore/metrics/classes.py, held equal to it by one table of cases, class_cases.json of the tests.

import { plainText } from "../shared/wording.mjs";

/**
 * @typedef {object} Classes of a run, as Python says; null where its targets are numbers of another kind
 * @property {"two" | "several"} kind one column and a threshold, or one column for each class
 * @property {[number, number]} values the targets of class 0 and class 1; of the columns that are not a row's class, and that is
 * @property {number} threshold unless another one is chosen
 * @property {number} tolerance how near the threshold, or the largest column, nothing is called
 * @property {string[]} [names] what each class is called, if they have names
 *
 * @typedef {"right" | "wrong" | "undecided"} Verdict
 *
 * @typedef {object} Counts of the rows that are judged; the four are 0 with several classes
 * @property {number} truePositives @property {number} trueNegatives
 * @property {number} falsePositives @property {number} falseNegatives
 * @property {number} right @property {number} wrong @property {number} undecided
 * @property {number} total @property {number} accuracy
 */

/** In place of a class: a target that is none of the classes, an output that is not a number. */
export const NO_CLASS = -1;
/** In place of a called class: the output lies at the threshold, or no column is the largest. */
export const UNDECIDED = -2;

/**
 * The class a row should be given: 0 or 1, or the place of its column; `NO_CLASS` where there is none.
 * @param {Classes | null} classes
 * @param {ArrayLike<number>} targets of the row
 * @returns {number}
 */
export function targetClass(classes, targets) {
  if (classes === null) return NO_CLASS;
  const [low, high] = classes.values;
  let marked = NO_CLASS;
  for (let column = 0; column < targets.length; column += 1) {
    if (targets[column] === high && marked === NO_CLASS) marked = column;
    else if (targets[column] !== low) return NO_CLASS;
  }
  if (classes.kind === "several") return marked;
  return marked === NO_CLASS ? 0 : 1;
}

/**
 * The class that a row's outputs call: 0 or 1, or the place of the largest; `UNDECIDED`, or `NO_CLASS`.
 * @param {Classes | null} classes
 * @param {ArrayLike<number>} outputs of one row or of many, one row behind the other
 * @param {number} start where the row's outputs begin
 * @param {number} count how many outputs a row has
 * @param {number} threshold above it is class 1, below it class 0
 * @returns {number}
 */
export function calledClass(classes, outputs, start, count, threshold) {
  if (classes === null) return NO_CLASS;
  for (let index = start; index < start + count; index += 1) if (Number.isNaN(outputs[index])) return NO_CLASS;
  if (classes.kind === "several") return largest(outputs, start, count, classes.tolerance);
  if (outputs[start] > threshold + classes.tolerance) return 1;
  return outputs[start] < threshold - classes.tolerance ? 0 : UNDECIDED;
}

/**
 * The place of the largest of `count` numbers, if no other one is as large.
 * @param {ArrayLike<number>} values @param {number} start @param {number} count @param {number} tolerance
 */
function largest(values, start, count, tolerance) {
  let best = 0;
  for (let index = 1; index < count; index += 1) if (values[start + index] > values[start + best]) best = index;
  for (let index = 0; index < count; index += 1) {
    // Two that are both infinite differ by what is not a number.
    if (index !== best && !(values[start + best] - values[start + index] > tolerance)) return UNDECIDED;
  }
  return best;
}

/**
 * Whether a row is answered with its class. What is not a number is wrong.
 * @param {Classes | null} classes
 * @param {ArrayLike<number>} targets of the row
 * @param {ArrayLike<number>} outputs of one row or of many
 * @param {number} threshold
 * @param {number} [start] where the row's outputs begin
 * @returns {Verdict | null} null if the target is no class: the row is not judged
 */
export function verdictOf(classes, targets, outputs, threshold, start = 0) {
  const wanted = targetClass(classes, targets);
  if (wanted === NO_CLASS) return null;
  const called = calledClass(classes, outputs, start, targets.length, threshold);
  if (called === UNDECIDED) return "undecided";
  return called === wanted ? "right" : "wrong";
}

/**
 * How many rows are right, wrong and undecided, and for two classes of which kind each answer is.
 * @param {Classes | null} classes
 * @param {{targets: number[][]}} table
 * @param {ArrayLike<number>} outputs rows × outputs, one row behind the other
 * @param {number} threshold
 * @returns {Counts | null} null if there is nothing to count: no row is judged, or an output is not a number
 */
export function countsOf(classes, { targets }, outputs, threshold) {
  if (classes === null) return null;
  const four = [0, 0, 0, 0];
  const tally = { right: 0, wrong: 0, undecided: 0 };
  for (let row = 0; row < targets.length; row += 1) {
    const count = targets[row].length;
    const called = calledClass(classes, outputs, row * count, count, threshold);
    if (called === NO_CLASS) return null;
    const wanted = targetClass(classes, targets[row]);
    if (wanted === NO_CLASS) continue;
    tally[called === UNDECIDED ? "undecided" : called === wanted ? "right" : "wrong"] += 1;
    if (classes.kind === "two" && called !== UNDECIDED) four[2 * wanted + called] += 1;
  }
  const total = tally.right + tally.wrong + tally.undecided;
  if (total === 0) return null;
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = four;
  return { truePositives, trueNegatives, falsePositives, falseNegatives, ...tally, total, accuracy: tally.right / total };
}

/**
 * What a row should be: its class where classes have names or columns of their own, else its numbers.
 * @param {{classes: Classes | null, target_names: string[]}} run
 * @param {number[]} targets
 * @param {(target: number) => string} textOf a number
 */
export function wantedText(run, targets, textOf) {
  const isNamed = run.classes?.kind === "several" || run.classes?.names;
  const own = isNamed ? targetClass(run.classes, targets) : NO_CLASS;
  return own === NO_CLASS ? targets.map(textOf).join(", ") : className(run, own);
}

/**
 * What a class is called: by its name, or else by its target in one column, or by its column.
 * @param {{classes: Classes | null, target_names: string[]}} run
 * @param {number} shownClass
 */
export function className({ classes, target_names: columns }, shownClass) {
  if (classes === null || shownClass < 0) return "none";
  if (classes.names) return classes.names[shownClass];
  return classes.kind === "several" ? columns[shownClass] : plainText(classes.values[shownClass]);
}
