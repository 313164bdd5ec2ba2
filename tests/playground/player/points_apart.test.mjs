import assert from "node:assert/strict";
import { test } from "node:test";
import { movesApart } from "../../../playground/player/frontend/decision/points_apart.mjs";

/** Places in widths of a mark, in a picture of ten by ten of them. */
const moves = (places) => movesApart(places, places.map(([x, y]) => [x / 10, y / 10]));
const moved = (places) => moves(places).map(([right, down], k) => [places[k][0] + right, places[k][1] + down]);
const nearest = (places) => Math.min(
  ...places.flatMap((one, k) => places.slice(k + 1).map((other) => Math.hypot(one[0] - other[0], one[1] - other[1]))),
);

test("points that do not lie over each other stay where they are", () => {
  assert.deepEqual(moves([[1, 1], [1.6, 1], [5, 5]]), [[0, 0], [0, 0], [0, 0]]);
});

test("two that nearly cover each other go apart by the same way", () => {
  const [[right], [left]] = moves([[5, 5], [5.5, 5]]);

  // 0.75 apart instead of 0.5: each an eighth of a mark.
  assert.ok(Math.abs(right + 0.125) < 1e-9);
  assert.ok(Math.abs(left - 0.125) < 1e-9);
});

test("two spots with several points each, near each other, can be told apart", () => {
  const two = [[2, 2], [2, 2], [2, 2], [2, 2], [2.7, 2], [2.7, 2]];

  // A shape fills a little more than half of its mark.
  assert.ok(nearest(moved(two)) > 0.6);
});

test("a crowd is not spread over the picture", () => {
  const crowd = Array.from({ length: 61 }, (_, k) => [k / 10, 5]);

  assert.deepEqual(moves(crowd), crowd.map(() => [0, 0]));
});
