// Three digits, six, or all that it takes to read back the same number.

import assert from "node:assert/strict";
import { test } from "node:test";

import { digitsOf, stepDigits } from "../../../../playground/player/frontend/worked/worked_digits.mjs";

test("as many digits as were chosen", () => {
  const value = -0.6431372549019608;

  assert.deepEqual(["3", "6", "all"].map((digits) => digitsOf(value, digits)), ["−0.643", "−0.643137", "−0.6431372549019608"]);
});

test("with all digits the number is read back to the last bit", () => {
  for (const value of [1 / 3, 1e-300, -1.049004008025826, 0, 123456789.123]) {
    assert.equal(Number(digitsOf(value, "all").replaceAll("−", "-")), value);
  }
});

test("the old and the new weight have more digits in the line of the update where the step is tiny, but not on paper", () => {
  const weight = (parameter) => ({ kind: "weight", place: { parameter } });
  const worked = {
    parameter: 1,
    step_digits: { 3: 5, 6: 7 },
    lines: [weight(0), weight(1), { kind: "pre_activation", place: { parameter: null } }, { kind: "new_weight", place: { parameter: 1 } }],
  };
  const digitsIn = (line, digits) => [0, 1, 2, 3].map((at) => stepDigits(worked, at, line, digits));

  assert.deepEqual(digitsIn(3, "3"), [undefined, 5, undefined, 5]);
  assert.deepEqual(digitsIn(3, "6"), [undefined, 7, undefined, 7]);
  assert.deepEqual(digitsIn(2, "3"), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(digitsIn(3, "paper 3"), [undefined, undefined, undefined, undefined]);
  assert.equal(digitsOf(0.8699613, "3", 5), "0.86996");
  assert.equal(digitsOf(0.8699613, "all", 5), "0.8699613");
});
