import assert from "node:assert/strict";
import test from "node:test";

import { calledClass, countsOf, isRight } from "../../../playground/player/frontend/rows/answers.mjs";

const TWO = { classes: "two" };
const SEVERAL = { classes: "several" };
const NUMBERS = { classes: null };

function tableOf(targets) {
  return { targets, row_numbers: targets.map((_, index) => index + 1) };
}

test("a row of two classes is right on its side of the threshold", () => {
  assert.equal(isRight(TWO, [1], [0.51], 0.5), true);
  assert.equal(isRight(TWO, [1], [0.51], 0.6), false);
  assert.equal(isRight(TWO, [0], [0.51], 0.6), true);
});

test("an output on the threshold is class 0", () => {
  assert.equal(isRight(TWO, [1], [0.5], 0.5), false);
  assert.equal(isRight(TWO, [0], [0.5], 0.5), true);
});

test("a row of several classes is right with its class as the largest output, whatever the threshold", () => {
  assert.equal(isRight(SEVERAL, [0, 0, 1], [0.1, 0.2, 0.3], 0.9), true);
  assert.equal(isRight(SEVERAL, [0, 1, 0], [0.1, 0.2, 0.3], 0.1), false);
});

test("of equal outputs the first counts", () => {
  assert.equal(isRight(SEVERAL, [1, 0], [0.5, 0.5], 0.5), true);
  assert.equal(isRight(SEVERAL, [0, 1], [0.5, 0.5], 0.5), false);
});

test("what is not a number is never right, and neither side of the threshold", () => {
  assert.equal(isRight(TWO, [0], [NaN], 0.5), false);
  assert.equal(isRight(TWO, [1], [NaN], 0.5), false);
  assert.equal(isRight(SEVERAL, [1, 0], [0.9, NaN], 0.5), false);
});

test("infinity has a side", () => {
  assert.equal(isRight(TWO, [1], [Infinity], 0.5), true);
  assert.equal(isRight(TWO, [0], [-Infinity], 0.5), true);
});

test("targets that are no classes are neither right nor wrong", () => {
  assert.equal(isRight(NUMBERS, [1], [1], 0.5), null);
  assert.equal(countsOf(NUMBERS, tableOf([[1]]), Float64Array.of(1), 0.5), null);
});

test("the called class of a later row is read from its own outputs", () => {
  const outputs = Float64Array.of(0.9, 0.1, 0.2, 0.8);

  assert.equal(calledClass(SEVERAL, outputs, 0, 2, 0.5), 0);
  assert.equal(calledClass(SEVERAL, outputs, 2, 2, 0.5), 1);
});

test("the four kinds of answers are told apart", () => {
  // Six rows: 1 as 1, 1 as 1, 1 as 1, 1 as 0, 0 as 1, 0 as 1 leave no true negative, so a swap of any two would show.
  const table = tableOf([[1], [1], [1], [1], [0], [0]]);

  assert.deepEqual(countsOf(TWO, table, Float64Array.of(0.9, 0.8, 0.7, 0.5, 0.6, 0.51), 0.5), {
    truePositives: 3,
    trueNegatives: 0,
    falsePositives: 2,
    falseNegatives: 1,
    right: 3,
    total: 6,
    accuracy: 0.5,
  });
});

test("another threshold moves rows to the other side", () => {
  const table = tableOf([[1], [0]]);
  const outputs = Float64Array.of(0.6, 0.55);

  assert.equal(countsOf(TWO, table, outputs, 0.5).accuracy, 0.5);
  assert.equal(countsOf(TWO, table, outputs, 0.58).accuracy, 1);
  assert.equal(countsOf(TWO, table, outputs, 0.6).falseNegatives, 1);
});

test("several classes are counted as right of all", () => {
  const table = tableOf([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
  const outputs = Float64Array.of(0.8, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.1, 0.8);

  assert.deepEqual(countsOf(SEVERAL, table, outputs, 0.5), { right: 2, total: 3, accuracy: 2 / 3 });
});

test("outputs that are not numbers, and tables without rows, are not counted", () => {
  assert.equal(countsOf(TWO, tableOf([[1], [0]]), Float64Array.of(0.9, NaN), 0.5), null);
  assert.equal(countsOf(TWO, tableOf([]), new Float64Array(0), 0.5), null);
});
