import assert from "node:assert/strict";
import test from "node:test";

import { PlayRhythm, STILL } from "../../../playground/player/frontend/timeline/play_rhythm.mjs";

const FRAME = 1 / 64;

test("time passes in every frame where nobody asks for less motion", () => {
  const rhythm = new PlayRhythm();

  assert.deepEqual([FRAME, FRAME, FRAME].map((seconds) => rhythm.pass(seconds, false, true)), [FRAME, FRAME, FRAME]);
});

test("for less motion a second has four pictures, and all of it passes", () => {
  const rhythm = new PlayRhythm();
  const passed = Array.from({ length: 64 }, () => rhythm.pass(FRAME, true, true));

  const pictures = passed.filter((seconds) => seconds > 0);

  assert.equal(pictures.length, 4);
  assert.deepEqual(pictures.slice(1), [STILL, STILL, STILL]);
  assert.equal(pictures.reduce((a, b) => a + b), 1 - STILL + FRAME); // the rest has passed when the next picture comes
});

test("the first picture after a rest comes at once", () => {
  const rhythm = new PlayRhythm();
  rhythm.pass(FRAME, true, true);
  assert.equal(rhythm.pass(FRAME, true, true), 0);

  rhythm.pass(FRAME, true, false);

  assert.equal(rhythm.pass(FRAME, true, true), FRAME);
});
