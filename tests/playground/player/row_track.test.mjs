import assert from "node:assert/strict";
import test from "node:test";

import {
  BEYOND,
  errorBar,
  isBeyond,
  scaleNumbers,
  shareOn,
  trackEnds,
} from "../../../playground/player/frontend/rows/row_track.mjs";

const TWO = { kind: "two", values: [-1, 1], threshold: 0, tolerance: 2 ** -42 };
const HOUSES = [[399900], [329900], [369000], [232000], [539900]];

test("the track goes from class to class, or from the smallest to the largest target of its column", () => {
  assert.deepEqual(trackEnds(TWO, [[1], [1]], 0), [-1, 1]);
  assert.deepEqual(trackEnds(null, HOUSES, 0), [232000, 539900]);
  assert.deepEqual(trackEnds(null, [[1, 7], [3, 5]], 1), [5, 7]);
});

test("targets that are all the same stand in the middle", () => {
  for (const target of [0, 0.7, -40, 1e300]) {
    const ends = trackEnds(null, [[target], [target]], 0);
    assert.ok(ends[0] < ends[1]);
    assert.equal(shareOn(ends, target), 0.5);
  }
});

test("the ends are 0 and 1, what lies between keeps its order, and what lies beyond is held at the edge", () => {
  for (const [low, high] of [[0, 1], [-1, 1], [232000, 539900], [-1e308, 1e308], [1e-9, 2e-9]]) {
    assert.equal(shareOn([low, high], low), 0);
    assert.equal(shareOn([low, high], high), 1);
    const shares = [-Infinity, low, low / 2 + high / 2, high, Infinity].map((value) => shareOn([low, high], value));
    assert.deepEqual(shares, [...shares].sort((one, other) => one - other));
    assert.deepEqual([shares[0], shares[4]], [-BEYOND, 1 + BEYOND]);
    assert.deepEqual(shares.map(isBeyond), [true, false, false, false, true]);
  }
  assert.ok(Number.isNaN(shareOn([0, 1], NaN)));
});

test("the bar lies between target and output, whichever is the larger", () => {
  assert.deepEqual(errorBar(1, 0.25), { from: 0.25, size: 0.75 });
  assert.deepEqual(errorBar(0, 0.25), { from: 0, size: 0.25 });
  assert.deepEqual(errorBar(0.5, 0.5), { from: 0.5, size: 0 });
});

test("the scale of two classes is both of them and the threshold between", () => {
  const numbers = scaleNumbers([0, 1], 0.5, 80, 7);

  assert.deepEqual(numbers.map(({ text }) => text), ["0", "0.5", "1"]);
  assert.deepEqual(numbers.map(({ middle }) => middle), [0, 40, 80]);
});

test("large ends are written short, with a real minus sign", () => {
  assert.deepEqual(scaleNumbers([232000, 539900], null, 200, 7).map(({ text }) => text), ["232K", "540K"]);
  assert.deepEqual(scaleNumbers([-2500000, 1], null, 200, 7).map(({ text }) => text), ["−2.5M", "1"]);
});

test("no number of the scale touches another one, and the threshold is never left out", () => {
  for (const ends of [[0, 1], [-1, 1], [232000, 539900], [0.001234, 0.5]]) {
    for (let width = 10; width < 300; width += 7) {
      for (const share of [null, 0, 0.03, 0.5, 0.97, 1]) {
        const threshold = share === null ? null : ends[0] + share * (ends[1] - ends[0]);
        const numbers = scaleNumbers(ends, threshold, width, 7);
        if (share !== null) assert.ok(numbers.length >= 1);
        for (let at = 1; at < numbers.length; at += 1) {
          const [left, right] = [numbers[at - 1], numbers[at]];
          assert.ok(left.middle + left.width / 2 < right.middle - right.width / 2);
        }
      }
    }
  }
});
