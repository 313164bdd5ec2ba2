import assert from "node:assert/strict";
import test from "node:test";

import { PlayRhythm, STILL } from "../../../playground/player/frontend/timeline/play_rhythm.mjs";

const FRAME = 1 / 64;

test("time passes in every frame where nobody asks for less motion", () => {
  const rhythm = new PlayRhythm();

  assert.deepEqual([FRAME, FRAME, FRAME].map((seconds) => rhythm.pass(seconds, false, true, 0)), [FRAME, FRAME, FRAME]);
});

test("a picture that takes most of a frame to be drawn stands for two, and all time passes", () => {
  const rhythm = new PlayRhythm();

  const passed = Array.from({ length: 5 }, () => rhythm.pass(FRAME, false, true, 0.75 * FRAME));

  assert.deepEqual(passed, [FRAME, 0, 2 * FRAME, 0, 2 * FRAME]);
});

test("for less motion a second has four pictures, and all of it passes", () => {
  const rhythm = new PlayRhythm();
  const passed = Array.from({ length: 64 }, () => rhythm.pass(FRAME, true, true, 0));

  const pictures = passed.filter((seconds) => seconds > 0);

  assert.equal(pictures.length, 4);
  assert.deepEqual(pictures.slice(1), [STILL, STILL, STILL]);
  assert.equal(pictures.reduce((a, b) => a + b), 1 - STILL + FRAME); // the rest has passed when the next picture comes
});

test("for less motion a picture that takes long to be drawn stands longer still", () => {
  const rhythm = new PlayRhythm();
  const passed = Array.from({ length: 64 }, () => rhythm.pass(FRAME, true, true, STILL));

  assert.deepEqual(passed.filter((seconds) => seconds > 0), [FRAME, 2 * STILL]);
});

test("the first picture after a rest comes at once", () => {
  const rhythm = new PlayRhythm();
  rhythm.pass(FRAME, true, true, 0);
  assert.equal(rhythm.pass(FRAME, true, true, 0), 0);

  rhythm.pass(FRAME, true, false, 0);

  assert.equal(rhythm.pass(FRAME, true, true, 0), FRAME);
});
