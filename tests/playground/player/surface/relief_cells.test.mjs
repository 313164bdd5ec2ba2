// The cells of a relief: light where the loss is low, crossed by lines of equal height, with a rim.

import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsOf, GAP } from "../../../../playground/player/frontend/surface/relief_cells.mjs";
import { tonesOf } from "../../../../playground/player/frontend/surface/tones.mjs";

const AXIS = Float64Array.of(0, 0.5, 1);
/** It rises from front to back alone. */
const RAMP = { across: AXIS, along: AXIS, heights: Float64Array.of(0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1), levels: [0.25] };

test("what lies higher has a later tone, and what has no height at one corner has none", () => {
  const { tones } = cellsOf(RAMP);
  assert.ok(tones[0] < tones[3]);
  assert.equal(tones[0], tones[1]);

  const heights = RAMP.heights.slice();
  heights[0] = NaN;
  const broken = cellsOf({ ...RAMP, heights }).tones;
  assert.equal(broken[0], GAP);
  assert.notEqual(broken[1], GAP);
});

test("a line of equal height crosses the cells that it is in, at its height", () => {
  const { lines } = cellsOf(RAMP);

  assert.deepEqual([...lines.keys()], [0, 1]);
  assert.deepEqual(lines.get(1), [{ segments: [1, 0.25, 0.5, 0.25], level: 0.25 }]);
});

test("the rim goes once around", () => {
  const sides = [...cellsOf(RAMP).rims.values()].flat();

  assert.equal(sides.length, 8);
  assert.equal(new Set(sides.map((side) => side.toSorted().join())).size, 8);
  assert.ok(sides.flat().every((place) => place !== 4));
});

test("the lowest loss has nearly the page's own colour, and the highest that of ink", () => {
  const tones = tonesOf({ background: "rgb(255, 255, 255)", surface: "#ffffff", soft_ink: "#000000" });

  assert.equal(tones.css[0], "rgb(245, 245, 245)");
  assert.equal(tones.css.at(-1), "rgb(38, 38, 38)");
  assert.equal(tones.pixels.length, tones.css.length);
});
