import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { multiple, roundNumbers, roundStep, tickText, tickValues } from "../../../playground/player/frontend/shared/ticks.mjs";

// Python reads the same table in tests/nncore/ticks_test.py.
const CASES = JSON.parse(readFileSync(new URL("../../nncore/tick_cases.json", import.meta.url), "utf-8"));

for (const { first, last, numbers } of CASES.round_numbers) {
  test(`round numbers from the exponent ${first} to ${last} are one, two and five times the powers of ten`, () => {
    assert.deepEqual(roundNumbers(first, last), numbers);
  });
}

for (const { rough, step } of CASES.round_step) {
  test(`the smallest round step that is not smaller than ${rough} is ${step}`, () => {
    assert.equal(roundStep(rough), step);
  });
}

for (const { step, first, last, ticks } of CASES.multiples) {
  test(`${first} to ${last} times ${step} have no rounding error`, () => {
    const numbers = Array.from({ length: last - first + 1 }, (_, k) => first + k);

    assert.deepEqual(numbers.map((number) => multiple(step, number)), ticks);
  });
}

test("ticks are round numbers within the range", () => {
  assert.deepEqual(tickValues([-0.25, 1.25], 3), [0, 0.5, 1]);
  assert.deepEqual(tickValues([-3000, 9000], 3), [0, 5000]);
  assert.deepEqual(tickValues([-0.3, 0.3], 3), [-0.2, 0, 0.2]);
  assert.deepEqual(tickValues([2, 2]), []);
});

test("tick texts are short and have a real minus sign", () => {
  assert.deepEqual([-0.5, 0, 1, 12000, 2.5e6].map(tickText), ["−0.5", "0", "1", "12,000", "2,500,000"]);
  assert.equal(tickText(0.123456), "0.1235");
});
