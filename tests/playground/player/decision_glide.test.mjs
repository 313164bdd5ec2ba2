import assert from "node:assert/strict";
import test from "node:test";

import { DecisionGlide } from "../../../playground/player/frontend/decision/decision_glide.mjs";

const RUN = /** @type {any} */ ({});

/** Whether the picture glides from epoch 10, painted at 1000 ms, to another moment. */
function glides({ run = RUN, epoch = 11, flips = 0, time = 1200 }) {
  const glide = new DecisionGlide();
  glide.begin({ run: RUN, epoch: 10 }, 1000);
  return glide.leadsTo({ run, epoch }, flips, time);
}

test("the first picture is there at once", () => {
  assert.equal(new DecisionGlide().leadsTo({ run: RUN, epoch: 0 }, 0, 1000), false);
});

test("one step forth or back glides, a jump does not, unless a row flips there", () => {
  assert.deepEqual([glides({ epoch: 11 }), glides({ epoch: 9 }), glides({ epoch: 12 })], [true, true, false]);
  assert.equal(glides({ epoch: 12, flips: 1 }), true);
});

test("who scrubs sees jumps: pictures follow each other faster than one can glide", () => {
  assert.deepEqual([glides({ time: 1150 }), glides({ time: 1151 })], [false, true]);
});

test("another run does not glide out of the one before", () => {
  assert.equal(glides({ run: {} }), false);
});
