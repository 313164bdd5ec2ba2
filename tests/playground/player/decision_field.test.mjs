import assert from "node:assert/strict";
import test from "node:test";

import { areAlike, mixedFields } from "../../../playground/player/frontend/decision/decision_field.mjs";

test("on the way from one picture to another every number has come as far", () => {
  const from = { outputs: [0, 2], values: [0, 2], count: 1, size: 2 };
  const to = { outputs: [4, 1], values: [4, 1], count: 1, size: 2 };

  const { outputs, values } = mixedFields(from, to, 0.25);

  assert.deepEqual([...outputs], [1, 1.75]); // 0 + ¼ · 4; 2 − ¼ · 1
  assert.deepEqual([...values], [1, 1.75]);
});

test("of several outputs the one that is shown comes along", () => {
  const from = { outputs: [0, 2], values: [2], count: 2, size: 1 };
  const to = { outputs: [4, 1], values: [1], count: 2, size: 1 };

  const { outputs, values, count } = mixedFields(from, to, 0.5);

  assert.deepEqual([[...outputs], [...values], count], [[2, 1.5], [1.5], 2]);
});

test("pictures of as many cells and outputs can be mixed, no others", () => {
  const field = { outputs: [0, 2], values: [2], count: 2, size: 1 };

  assert.deepEqual([field, { ...field, size: 2 }, { ...field, count: 1 }].map((other) => areAlike(field, other)), [true, false, false]);
});
