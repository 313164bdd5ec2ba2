import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { cellText, epochText, numberText, shareText, shownNumber } from "../../../playground/player/frontend/shared/wording.mjs";

// Python reads the same table in number_cases_test.py.
const CASES = JSON.parse(readFileSync(new URL("number_cases.json", import.meta.url), "utf-8"));

for (const { value, text } of CASES) {
  test(`${value} is written ${text}, as Python writes it`, () => {
    assert.equal(shownNumber(value), text);
  });
}

test("what is not finite is said in words", () => {
  for (const value of [NaN, Infinity, -Infinity]) assert.equal(shownNumber(value), "not finite");
});

test("epochs have commas between the thousands", () => {
  assert.deepEqual([0, 4, 999, 1000, 15000, 1234567].map(epochText), ["0", "4", "999", "1,000", "15,000", "1,234,567"]);
});

for (const [value, text] of [
  [0.00123456, "0.00123"],
  [-12345.6, "−12,346"],
  [0, "0"],
  [4.56e-9, "4.56 · 10⁻⁹"],
  [1e-6, "0.000001"],
  // 0.125 has three digits and stays; 2.125 lies halfway between 2.12 and 2.13, and 2 is even.
  [0.125, "0.125"],
  [2.125, "2.12"],
]) {
  test(`three digits of ${value} are ${text}`, () => {
    assert.equal(numberText(value), text);
  });
}

for (const [right, all, text] of [
  [0, 4, "0"],
  [4, 4, "1"],
  [3, 4, "0.75"],
  [2, 3, "0.6667"],
  [1, 1000, "0.001"],
  // 5 / 32 = 0.15625 lies halfway, and 2 is even; 7 / 32 = 0.21875 goes up to 8.
  [5, 32, "0.1562"],
  [7, 32, "0.2188"],
]) {
  test(`the share ${right} of ${all} is ${text}`, () => {
    assert.equal(shareText(right / all), text);
  });
}

for (const [value, text] of [
  [0, "0"],
  [1, "1"],
  [0.1 + 0.2, "0.30000000000000004"],
  [-2.5, "-2.5"],
  [1e-7, "1e-07"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [1e15, "1000000000000000"],
  [1.5e16, "1.5e+16"],
]) {
  test(`a cell of ${text} reads ${text}`, () => {
    assert.equal(cellText(value), text);
  });
}
