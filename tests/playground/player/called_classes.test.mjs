import assert from "node:assert/strict";
import test from "node:test";

import { CalledClasses } from "../../../playground/player/frontend/model/called_classes.mjs";

const TWO = { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 1e-9 };
const SEVERAL = { ...TWO, kind: "several" };
const table = () => ({ targets: [[0], [1]] });

test("rows that change class have flipped, and the first moment is compared with nothing", () => {
  const [called, rows] = [new CalledClasses(), table()];

  assert.deepEqual(called.flipped(TWO, rows, [0.9, 0.9], 0.5), []);
  assert.deepEqual(called.flipped(TWO, rows, [0.2, 0.8], 0.5), [0]);
  assert.deepEqual(called.flipped(TWO, rows, [0.1, 0.7], 0.5), []);
});

test("a row at the threshold, or without a number, keeps the class it had", () => {
  const [called, rows] = [new CalledClasses(), table()];
  called.flipped(TWO, rows, [0.9, 0.9], 0.5);

  assert.deepEqual(called.flipped(TWO, rows, [0.5, NaN], 0.5), []);
  assert.deepEqual(called.flipped(TWO, rows, [0.9, 0.1], 0.5), [1]);
});

test("among several classes a row flips from one wrong class to another", () => {
  const [called, rows] = [new CalledClasses(), { targets: [[0, 0, 1]] }];
  called.flipped(SEVERAL, rows, [0.8, 0.1, 0.1], 0.5);

  assert.deepEqual(called.flipped(SEVERAL, rows, [0.1, 0.8, 0.1], 0.5), [0]);
});

test("what another threshold or another run calls otherwise has not flipped", () => {
  const [called, rows] = [new CalledClasses(), table()];
  called.flipped(TWO, rows, [0.6, 0.9], 0.5);

  assert.deepEqual(called.flipped(TWO, rows, [0.6, 0.9], 0.7), []);
  assert.deepEqual(called.flipped(TWO, table(), [0.9, 0.1], 0.7), []);
});

test("what was forgotten is compared with nothing", () => {
  const [called, rows] = [new CalledClasses(), table()];
  called.flipped(TWO, rows, [0.6, 0.9], 0.5);

  called.forget();

  assert.deepEqual(called.flipped(TWO, rows, [0.1, 0.1], 0.5), []);
});

test("numbers that are no classes never flip", () => {
  const [called, rows] = [new CalledClasses(), table()];
  called.flipped(null, rows, [0.6, 0.9], 0.5);

  assert.deepEqual(called.flipped(null, rows, [0.1, 0.1], 0.5), []);
});
