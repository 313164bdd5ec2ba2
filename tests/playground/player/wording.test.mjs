import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  cellText,
  epochText,
  inputNumber,
  numberText,
  plainText,
  shareText,
  shortNumber,
  shownNumber,
} from "../../../playground/player/frontend/shared/wording.mjs";

// Python reads the same table in number_cases_test.py.
const CASES = JSON.parse(readFileSync(new URL("number_cases.json", import.meta.url), "utf-8"));

for (const { value, text } of CASES.shown) {
  test(`${value} is written ${text}, as Python writes it`, () => {
    assert.equal(shownNumber(value), text);
  });
}

test("what is not finite is said in words", () => {
  for (const value of [NaN, Infinity, -Infinity]) assert.equal(shownNumber(value), "not finite");
});

for (const { value, text } of CASES.epoch) {
  test(`the epoch ${value} is written ${text}`, () => {
    assert.equal(epochText(value), text);
  });
}

for (const { value, significant, text } of CASES.number) {
  test(`${significant} digits of ${value} are ${text}`, () => {
    assert.equal(numberText(value, significant), text);
  });
}

test("three digits count unless more are asked for", () => {
  assert.equal(numberText(0.00123456), "0.00123");
});

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

for (const { value, text } of CASES.cell) {
  test(`a cell of ${value} reads ${text}`, () => {
    assert.equal(cellText(value), text);
    assert.ok(Object.is(Number(text), value));
  });
}

for (const [value, text] of [
  [0.8734, "0.87"],
  [-0.6412, "−0.64"],
  [-0.001, "0.00"],
  [0, "0.00"],
  [9.994, "9.99"],
  [9.996, "10.0"],
  [-12.34, "−12.3"],
  [99.96, "100"],
  [-1234.5, "−1235"],
  [123456, "123,456"],
  [Infinity, "∞"],
  [NaN, "–"],
]) {
  test(`${value} is written ${text} on an edge`, () => {
    assert.equal(shortNumber(value), text);
  });
}

test("a number can have another decimal", () => {
  assert.equal(shortNumber(0.5562, 3), "0.556");
  assert.equal(shortNumber(9.9997, 3), "10.0");
});

for (const [value, text] of [
  [1, "1"],
  [-0.5, "−0.5"],
  [0.123456, "0.123"],
  [-12.3456, "−12.3"],
  [1234.5, "1235"],
  [-250000, "−250,000"],
]) {
  test(`an input of ${value} is written ${text} in its circle`, () => {
    assert.equal(inputNumber(value), text);
  });
}

test("a number as it is typed has a real minus sign", () => {
  assert.deepEqual([1, -0.5, 12.25].map(plainText), ["1", "−0.5", "12.25"]);
});
