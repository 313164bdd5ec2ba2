import assert from "node:assert/strict";
import { test } from "node:test";
import { PLACES, drawnPlaces, emptySketch, goneOnWith, guessedAt, onAxes, onAxis, pathOf, withStroke } from "../../../../playground/player/frontend/story/sketch.mjs";

test("a stroke fills every place between its ends, in a straight line", () => {
  const sketch = withStroke(emptySketch(), [0, 0], [1, 1]);

  assert.equal(drawnPlaces(sketch), PLACES + 1);
  sketch.forEach((height, place) => assert.ok(Math.abs(height - place / PLACES) < 1e-12));
});

test("a stroke to the left is the same line", () => {
  const close = (one, other) => one.forEach((height, place) => assert.ok(Math.abs(height - other[place]) < 1e-12));
  close(withStroke(emptySketch(), [0.25, 0.2], [0.75, 0.6]).map(Number), withStroke(emptySketch(), [0.75, 0.6], [0.25, 0.2]).map(Number));
});

test("what is drawn again takes the place of what was there, and only there", () => {
  const first = withStroke(emptySketch(), [0, 0.2], [1, 0.2]);
  const second = withStroke(first, [0.5, 0.9], [1, 0.9]);

  assert.equal(second[0], 0.2);
  assert.equal(second[PLACES / 2 - 1], 0.2);
  assert.equal(second[PLACES / 2], 0.9);
  assert.equal(second[PLACES], 0.9);
  assert.equal(first[PLACES], 0.2);
});

test("a pointer that leaves the chart draws along its edge", () => {
  const sketch = withStroke(emptySketch(), [0.5, 0.5], [1.5, 1.5]);

  assert.equal(sketch.length, PLACES + 1);
  assert.equal(sketch[PLACES], 1);
});

test("what was drawn in two parts is two strokes of one path", () => {
  const sketch = withStroke(withStroke(emptySketch(), [0, 0], [0, 0]), [1, 0.5], [1, 0.5]);

  assert.equal(pathOf(sketch), "M0 0M100 50");
  assert.equal(pathOf(withStroke(emptySketch(), [0, 0], [1 / PLACES, 1])), `M0 0L${Math.round(10000 / PLACES) / 100} 100`);
  assert.equal(pathOf(emptySketch()), "");
});

test("a sketch stays at its values when the axis shows others", () => {
  // 0.5 stands in the middle of 0 to 1; on an axis from 0 to 2 it stands at three quarters from the top.
  const { scale, shift } = onAxis([0, 1], [0, 2]);

  assert.deepEqual([scale, shift], [0.5, 0.5]);
  assert.equal(0.5 * scale + shift, 0.75);
  assert.deepEqual(onAxis([0, 1], [0, 1]), { scale: 1, shift: 0 });
  // The value 1 at the top of the first lies a whole box above the top of one that ends at 0.5.
  assert.equal(0 * onAxis([0, 1], [0, 0.5]).scale + onAxis([0, 1], [0, 0.5]).shift, -1);
});

const AXES = { measure: "loss", across: [0, 100], epochs: "linear", up: [0, 1], isLog: false };
const falling = withStroke(emptySketch(), [0, 0.2], [1, 0.8]);

test("what was drawn for an epoch is read off at its place, and the truth beside it is told from it", () => {
  const at = (epoch, truth) => guessedAt({ heights: falling, axes: AXES }, epoch, truth);
  assert.equal(at(0, 0.8).value.toFixed(3), "0.800");
  assert.equal(at(50, 0.5).value.toFixed(3), "0.500");
  assert.deepEqual([at(50, 0.5), at(50, 0.6), at(50, 0.1)].map(({ truth }) => truth), ["nearly", "higher", "lower"]);
});

test("on an axis of powers places are powers", () => {
  const log = { ...AXES, across: [0, Math.log(101)], epochs: "log", up: [-4, 0], isLog: true };
  const { value, truth } = guessedAt({ heights: falling, axes: log }, 100, 10 ** -3.2);
  assert.equal(Math.log10(value).toFixed(3), "-3.200");
  assert.equal(truth, "nearly");
});

test("where nothing was drawn nothing was guessed, but the end may be a little short", () => {
  const heights = withStroke(emptySketch(), [0.1, 0.5], [0.96, 0.5]);
  assert.equal(guessedAt({ heights, axes: AXES }, 1, 0.5), null);
  assert.equal(guessedAt({ heights, axes: AXES }, 100, 0.5).value, 0.5);
});

test("no loss below zero is guessed, however low one draws", () => {
  const heights = withStroke(emptySketch(), [0, 1], [1, 1]);
  assert.equal(guessedAt({ heights, axes: { ...AXES, up: [-0.05, 1] } }, 50, 0.5).value, 0);
});

test("a sketch of the whole run stays at its epochs when a part of them is looked at", () => {
  // Epochs 0 to 50 of 100: what was drawn for epoch 25, a quarter across, stands in the middle, and that for 50 at the right end.
  const { across, down } = onAxes(AXES, { ...AXES, across: [0, 50] });
  assert.deepEqual([0.25, 0.5].map((share) => share * across.scale + across.shift), [0.5, 1]);
  assert.deepEqual(down, { scale: 1, shift: 0 });
  const later = onAxes(AXES, { ...AXES, across: [50, 75], up: [0, 2] });
  assert.deepEqual([0.5, 0.75].map((share) => share * later.across.scale + later.across.shift), [0, 1]);
  assert.deepEqual(later.down, onAxis([0, 1], [0, 2]));
});

test("of another measure, or on another kind of axis, it would say something else", () => {
  for (const other of [{ measure: "accuracy" }, { epochs: "log" }, { isLog: true }]) assert.equal(onAxes(AXES, { ...AXES, ...other }), null);
});

test("a stroke goes on with what was drawn where that can be seen, and begins anew elsewhere", () => {
  const drawn = { heights: falling, axes: AXES };
  assert.equal(goneOnWith(drawn, AXES), drawn);
  assert.equal(goneOnWith(drawn, { ...AXES, across: [0, 50], up: [0, 2] }), drawn);
  for (const other of [{ isLog: true }, { measure: "accuracy" }, { across: [0, 200] }]) {
    const now = { ...AXES, ...other };
    assert.deepEqual(goneOnWith(drawn, now), { heights: emptySketch(), axes: now });
  }
  assert.deepEqual(goneOnWith(null, AXES), { heights: emptySketch(), axes: AXES });
});
