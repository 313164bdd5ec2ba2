import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnPlaces, emptySketch, pathOf, PLACES, withStroke } from "../../../../playground/player/frontend/story/sketch.mjs";

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
