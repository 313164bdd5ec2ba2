import assert from "node:assert/strict";
import test from "node:test";

import { numbersOf } from "../../../playground/player/frontend/charts/figure_numbers.mjs";

const packed = (dtype, array) => ({ dtype, bdata: Buffer.from(array.buffer).toString("base64") });

test("packed numbers are unpacked in their own type", () => {
  assert.deepEqual([...numbersOf(packed("f8", new Float64Array([0.1, -2, NaN])))], [0.1, -2, NaN]);
  assert.deepEqual([...numbersOf(packed("i2", new Int16Array([-3, 15000])))], [-3, 15000]);
});

test("what is an array already is returned as it is", () => {
  const numbers = [1, null, 2];

  assert.equal(numbersOf(numbers), numbers);
});
