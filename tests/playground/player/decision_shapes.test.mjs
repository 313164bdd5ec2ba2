import assert from "node:assert/strict";
import test from "node:test";

import { markOf, shapeOf } from "../../../playground/player/frontend/decision/decision_shapes.mjs";

test("class 0 is a square, class 1 and numbers are circles", () => {
  assert.match(shapeOf(0), /^<rect/);
  assert.match(shapeOf(1), /^<circle/);
  assert.equal(shapeOf(-1), shapeOf(1));
});

test("eight classes have eight shapes, and the ninth one begins again", () => {
  const shapes = Array.from({ length: 8 }, (_, k) => shapeOf(k));

  assert.equal(new Set(shapes).size, 8);
  assert.equal(shapeOf(8), shapeOf(0));
});

test("a mark holds the ring of a wrong answer and its shape, and says nothing itself", () => {
  const mark = markOf(2);

  assert.ok(mark.includes(shapeOf(2)) && mark.includes("decision-ring") && mark.includes('aria-hidden="true"'));
});
