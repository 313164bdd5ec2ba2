// The names of both axes of a relief are read whole: in a deep network in two lines.

import assert from "node:assert/strict";
import { test } from "node:test";

import { linesWithin } from "../../../../playground/player/frontend/surface/weight_lines.mjs";

test("a name that fits stands in one line", () => {
  assert.deepEqual(linesWithin("hidden 1.3 → hidden 2.1", 13, 200), ["hidden 1.3 → hidden 2.1"]);
});

test("one that does not fit goes on in a second line with where it leads", () => {
  assert.deepEqual(linesWithin("hidden 1.3 → hidden 2.1", 13, 95), ["hidden 1.3", "→ hidden 2.1"]);
});

test("what is wider still is cut, and a bias has no second line", () => {
  assert.deepEqual(linesWithin("sepal length (cm) → setosa", 13, 60), ["sepal le…", "→ setosa"]);
  assert.deepEqual(linesWithin("bias of versicolor", 13, 60), ["bias of…"]);
});
