import assert from "node:assert/strict";
import test from "node:test";

import { LONG_SLICE, nextRequest, SHORT_SLICE } from "../../../playground/player/frontend/link/pull.mjs";
import { RunOnScreen } from "../../../playground/player/frontend/model/run_on_screen.mjs";
import { progressOf } from "../../../playground/player/frontend/link/progress.mjs";
import { SPEEDS, Timeline } from "../../../playground/player/frontend/timeline/timeline.mjs";

/** A finished run, all of it here, at rest, with its charts. */
const COMPLETE = {
  described: true,
  unheard: false,
  known: 100,
  recorded: 100,
  knownFlips: 2,
  flipCount: 2,
  trained: 1000,
  finished: true,
  end: 1000,
  playing: false,
  trainingOn: false,
  goal: null,
  hurried: false,
  exactWanted: null,
  stocked: false,
  ample: false,
  sinceAnswer: 60,
  undrawn: 0,
  charted: 1000,
  sinceCharts: 60,
  chartCost: 0.1,
};

const UNFINISHED = { ...COMPLETE, trained: 300, finished: false, charted: 300 };

test("when everything is there nothing is asked for", () => {
  assert.equal(nextRequest(COMPLETE), null);
});

test("Python is told that there is a player if it does not know", () => {
  assert.deepEqual(nextRequest({ ...COMPLETE, playing: true, unheard: true }), { here: true });
});

test("while a finished run plays nothing is asked for", () => {
  assert.equal(nextRequest({ ...COMPLETE, playing: true }), null);
});

test("a paused run is not trained on", () => {
  assert.equal(nextRequest(UNFINISHED), null);
});

test("a new run is trained on to its end though nothing moves", () => {
  assert.deepEqual(nextRequest({ ...UNFINISHED, trainingOn: true }), { until: 1000, seconds: SHORT_SLICE });
});

test("playing trains ahead to the end, in short slices", () => {
  assert.deepEqual(nextRequest({ ...UNFINISHED, playing: true }), { until: 1000, seconds: SHORT_SLICE });
});

test("playing as fast as it comes trains in long slices", () => {
  assert.equal(nextRequest({ ...UNFINISHED, playing: true, hurried: true }).seconds, LONG_SLICE);
});

test("a goal beyond what is trained is trained for, and not beyond it", () => {
  assert.deepEqual(nextRequest({ ...UNFINISHED, goal: 500 }), { until: 500, seconds: LONG_SLICE });
});

test("records that Python has and the browser has not are asked for", () => {
  assert.deepEqual(nextRequest({ ...COMPLETE, known: 40 }), { known: 40 });
});

test("exact numbers are asked for at rest", () => {
  assert.deepEqual(nextRequest({ ...COMPLETE, exactWanted: 12 }), { exact: 12 });
});

test("exact numbers of an epoch that is gone to are asked for together with its training", () => {
  const request = nextRequest({ ...UNFINISHED, goal: 800, exactWanted: 800 });

  assert.deepEqual([request.until, request.exact], [800, 800]);
});

test("exact numbers of an epoch that is not yet trained are not asked for", () => {
  assert.equal(nextRequest({ ...UNFINISHED, exactWanted: 800 }), null);
});

test("a run that is not known is asked what it is", () => {
  assert.deepEqual(nextRequest({ ...COMPLETE, described: false }), { describe: true, charts: true });
});

test("charts that lag behind are drawn again when the run ends or pauses", () => {
  assert.deepEqual(nextRequest({ ...COMPLETE, charted: 900, sinceCharts: 0 }), { charts: true });
  assert.deepEqual(nextRequest({ ...UNFINISHED, charted: 100, sinceCharts: 0 }), { charts: true });
});

test("while training, charts wait the longer the more they cost to draw", () => {
  const playing = { ...UNFINISHED, playing: true, charted: 100, undrawn: 0.5 };

  assert.equal(nextRequest({ ...playing, sinceCharts: 0.5, chartCost: 0.02 }).charts, undefined);
  assert.equal(nextRequest({ ...playing, sinceCharts: 0.8, chartCost: 0.02 }).charts, true);
  assert.equal(nextRequest({ ...playing, sinceCharts: 0.8, chartCost: 0.3 }).charts, undefined);
  assert.equal(nextRequest({ ...playing, sinceCharts: 2.5, chartCost: 0.3 }).charts, true);
});

test("while training, charts are not drawn again for what nobody would see", () => {
  const playing = { ...UNFINISHED, playing: true, charted: 299, sinceCharts: 10 };

  assert.equal(nextRequest({ ...playing, undrawn: 0.01 }).charts, undefined);
  assert.equal(nextRequest({ ...playing, undrawn: 0.05 }).charts, true);
});

test("with seconds of play in stock, training takes longer slices and rests between them", () => {
  const stocked = { ...UNFINISHED, playing: true, stocked: true };

  assert.deepEqual(nextRequest(stocked), { until: 1000, seconds: LONG_SLICE });
  assert.equal(nextRequest({ ...stocked, sinceAnswer: 0.01 }), null);
  assert.deepEqual(nextRequest({ ...stocked, sinceAnswer: 0.01, hurried: true }), { until: 1000, seconds: LONG_SLICE });
});

test("flips that have not arrived are asked for", () => {
  assert.deepEqual(nextRequest({ ...COMPLETE, knownFlips: 0 }), { known_flips: 0 });
});

test("while so much is in stock that it may wait, nothing is trained, unless only the end counts", () => {
  const playing = { ...UNFINISHED, playing: true, stocked: true, ample: true };

  assert.equal(nextRequest(playing), null);
  assert.equal(nextRequest({ ...playing, hurried: true }).seconds, LONG_SLICE);
  assert.equal(nextRequest({ ...playing, ample: false }).seconds, LONG_SLICE);
});

test("it may wait with twenty seconds of play in stock, and with a thousand epochs where it plays slowly", () => {
  const ample = (speed, trained) => {
    const run = Object.assign(new RunOnScreen(1), { trained, end: 100_000 });
    const timeline = Object.assign(new Timeline(), { end: 100_000, speed: SPEEDS.find(({ name }) => name === speed) });
    return progressOf(run, timeline, {}).ample;
  };

  assert.deepEqual([ample("120", 2399), ample("120", 2400)], [false, true]);
  assert.deepEqual([ample("1", 999), ample("1", 1000)], [false, true]);
  assert.deepEqual([ample("even", 99_999), ample("even", 100_000)], [false, true]);
});
