import assert from "node:assert/strict";
import test from "node:test";

import { countsOf } from "../../../playground/player/frontend/model/classes.mjs";
import { isValidationRow, testedRows } from "../../../playground/player/frontend/model/validation_rows.mjs";
import { KINDS } from "../../../playground/player/frontend/rows/answer_kinds.mjs";

const TWO = { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 0 };

test("validation rows are not counted as a test", () => {
  const table = { targets: [[1], [0], [1], [0]], validation: [0, 3] };

  const { targets, outputs } = testedRows(table, Float64Array.of(0.9, 0.2, 0.1, 0.8));

  assert.deepEqual(targets, [[0], [1]]);
  assert.deepEqual([...outputs], [0.2, 0.1]);
  const counts = countsOf(TWO, { targets }, outputs, 0.5);
  assert.deepEqual([counts.right, counts.wrong, counts.total], [1, 1, 2]);
});

test("of several outputs all stay with their row", () => {
  const { outputs } = testedRows({ targets: [[1, 0], [0, 1]], validation: [0] }, Float64Array.of(1, 2, 3, 4));

  assert.deepEqual([...outputs], [3, 4]);
});

test("where all test rows are validation rows nothing is counted", () => {
  const { targets, outputs } = testedRows({ targets: [[1]], validation: [0] }, Float64Array.of(1));

  assert.equal(countsOf(TWO, { targets }, outputs, 0.5), null);
});

test("without validation rows everything stays the same object", () => {
  const [table, outputs] = [{ targets: [[1]] }, Float64Array.of(1)];

  assert.equal(testedRows(table, outputs).outputs, outputs);
  assert.equal(testedRows(table, outputs).targets, table.targets);
});

test("a validation row is called one beside the table", () => {
  const table = { validation: [1] };

  assert.deepEqual([0, 1].map((row) => KINDS.test.rowName(row + 1, isValidationRow(table, row))), ["Test row 1", "Validation row 2"]);
});
