import assert from "node:assert/strict";
import test from "node:test";

import { heightAt } from "../../../playground/player/frontend/charts/line_height.mjs";

// Ten pixels a unit, downwards from 100.
const down = (value) => 100 - 10 * value;
const at = (position) => heightAt([2, 4, 8], [1, 3, 2], position, down);

test("at a point a line is as high as the point", () => {
  assert.deepEqual([2, 4, 8].map(at), [90, 70, 80]);
});

test("between two points it is on the stroke between them", () => {
  assert.equal(at(3), 80);
  assert.equal(at(5), 72.5); // a quarter of the way from 70 to 80
});

test("before its first point and behind its last it is as high as that", () => {
  assert.deepEqual([at(0), at(100)], [90, 80]);
});
