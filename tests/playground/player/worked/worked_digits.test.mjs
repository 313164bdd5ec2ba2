// Three digits, six, or all that it takes to read back the same number.

import assert from "node:assert/strict";
import { test } from "node:test";

import { digitsOf } from "../../../../playground/player/frontend/worked/worked_digits.mjs";

test("as many digits as were chosen", () => {
  const value = -0.6431372549019608;

  assert.deepEqual(["3", "6", "all"].map((digits) => digitsOf(value, digits)), ["−0.643", "−0.643137", "−0.6431372549019608"]);
});

test("with all digits the number is read back to the last bit", () => {
  for (const value of [1 / 3, 1e-300, -1.049004008025826, 0, 123456789.123]) {
    assert.equal(Number(digitsOf(value, "all").replaceAll("−", "-")), value);
  }
});
