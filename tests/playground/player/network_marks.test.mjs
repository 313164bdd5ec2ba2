import assert from "node:assert/strict";
import test from "node:test";

import {
  denseMarks,
  edgeWidth,
  largestWeight,
  nodeFill,
  shownSign,
} from "../../../playground/player/frontend/network/network_marks.mjs";
import { shortNumber } from "../../../playground/player/frontend/shared/wording.mjs";

test("a weight of nothing is a hairline and the largest one is nine pixels wide", () => {
  assert.equal(edgeWidth(0, 5), 1);
  assert.equal(edgeWidth(5, 5), 9);
  assert.equal(edgeWidth(-5, 5), 9);
  assert.equal(edgeWidth(12, 12, 5), 5);
});

test("an edge has the sign of its number, and none where that is written as 0", () => {
  for (const weight of [0.005, 0.004999, 3e-16, 0, 0.17, 12]) {
    const isZero = Number(shortNumber(weight)) === 0;
    assert.equal(shownSign(weight), isZero ? "zero" : "positive");
    assert.equal(shownSign(-weight), isZero ? "zero" : "negative");
  }
});

test("an edge grows with its weight, whatever the sign", () => {
  const widths = [0, 0.1, 0.5, 1, 2, 4].map((weight) => edgeWidth(weight, 5));

  assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
  assert.equal(new Set(widths).size, widths.length);
  assert.equal(edgeWidth(-2, 5), edgeWidth(2, 5));
});

test("an edge is drawn even if its weight is no number", () => {
  assert.equal(edgeWidth(NaN, 5), 1);
  assert.equal(edgeWidth(Infinity, 5), 9);
});

test("among very many edges a large weight is thick and clear, a small one thin and faint, whatever the sign", () => {
  const marks = [0, 0.5, 2, 5].map((weight) => denseMarks(weight, 5, 5));

  assert.deepEqual([marks[0], marks[3]], [{ width: 1, opacity: 0.15 }, { width: 5, opacity: 0.95 }]);
  for (const name of ["width", "opacity"]) {
    const values = marks.map((mark) => mark[name]);
    assert.deepEqual(values, [...values].sort((a, b) => a - b));
    assert.equal(new Set(values).size, values.length);
  }
  assert.deepEqual(denseMarks(-2, 5, 5), denseMarks(2, 5, 5));
  assert.deepEqual(denseMarks(NaN, 5, 5), { width: 1, opacity: 0.15 });
});

test("small weights are not blown up: the largest counts as at least five", () => {
  assert.equal(largestWeight([0.2, -0.4]), 5);
  assert.equal(largestWeight([0.2, -7.5]), 7.5);
  assert.equal(largestWeight([0.2, Infinity, NaN]), 5);
});

for (const [value, name, largest, fill] of [
  [0.5, "sigmoid", 1, 0],
  [1, "sigmoid", 1, 1],
  [0.25, "sigmoid", 9, -0.5],
  [0.75, "softmax", 1, 0.5],
  [-0.5, "tanh", 9, -0.5],
  [0, "relu", 4, 0],
  [3, "relu", 4, 0.75],
  [-2, "linear", 4, -0.5],
  [8, "linear", 4, 1],
  [0, "linear", 0, 0],
  [NaN, "linear", 1, 0],
]) {
  test(`${value} of ${name} with ${largest} as the largest is coloured ${fill}`, () => {
    assert.equal(nodeFill(value, name, largest), fill);
  });
}
