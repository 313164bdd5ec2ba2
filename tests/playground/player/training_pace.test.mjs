import assert from "node:assert/strict";
import test from "node:test";

import { TrainingPace } from "../../../playground/player/frontend/timeline/training_pace.mjs";

function paceOf(...notes) {
  const pace = new TrainingPace();
  pace.start();
  for (const [trained, now] of notes) pace.note({ trained }, now);
  return pace;
}

test("a thousand epochs in half a second are two thousand a second", () => {
  assert.equal(paceOf([0, 0], [600, 250], [1000, 500]).epochsPerSecond, 2000);
});

test("what is left takes as long as it will at that pace, rounded up", () => {
  const pace = paceOf([0, 0], [1000, 500]);

  assert.equal(pace.text({ trained: 1000, end: 6001 }), "2,000 epochs/s · 3 s to go");
});

test("a pause is not training", () => {
  assert.equal(paceOf([0, 0], [1000, 500], [1000, 60_000], [2000, 60_500]).epochsPerSecond, 2000);
});

test("before anything is known only what is trained is said", () => {
  assert.equal(paceOf([500, 0]).text({ trained: 500, end: 1000 }), "trained to 500");
});

test("another run begins anew", () => {
  const pace = paceOf([0, 0], [1000, 500]);
  pace.start();

  assert.equal(pace.epochsPerSecond, 0);
});
