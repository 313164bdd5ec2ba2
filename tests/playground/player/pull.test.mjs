import assert from "node:assert/strict";
import test from "node:test";

import { knownRuns, LONG_SLICE, nextRequest, SHORT_SLICE } from "../../../playground/player/frontend/link/pull.mjs";
import { Store } from "../../../playground/player/frontend/model/store.mjs";
import { progressOf } from "../../../playground/player/frontend/link/progress.mjs";
import { SPEEDS } from "../../../playground/player/frontend/timeline/timeline.mjs";

/** One run, all of it here. */
const WHOLE = {
  run: 1, described: true, called: 4, calledNow: 4, records: 100, recorded: 100, flips: 2, flipCount: 2, trained: 1000, exactWanted: null,
};

/** A finished run, all of it here, at rest, with its charts. */
const COMPLETE = {
  complete: true,
  unheard: false,
  runs: [WHOLE],
  trained: 1000,
  finished: true,
  end: 1000,
  playing: false,
  trainingOn: false,
  goal: null,
  hurried: false,
  stocked: false,
  ample: false,
  workedWanted: null,
  workedAhead: [],
  workedInStock: false,
  surfaceWanted: null,
  gradientWanted: null,
  tableWanted: 0,
  sinceAnswer: 60,
  undrawn: 0,
  chartsInStock: false,
  charted: 1000,
  sinceCharts: 60,
  chartCost: 0.1,
};

const UNFINISHED = { ...COMPLETE, runs: [{ ...WHOLE, trained: 300 }], trained: 300, finished: false, charted: 300 };

/** What is asked for besides what every request says of the runs. */
function asked(progress) {
  const { runs, ...others } = nextRequest(progress);
  assert.deepEqual(runs, knownRuns(progress, others.until));
  return others;
}

/** The same progress with something else of the run at a place. */
const withRun = (progress, changed, place = 0) => ({
  ...progress,
  runs: progress.runs.map((run, index) => (index === place ? { ...run, ...changed } : run)),
});

test("when everything is there nothing is asked for", () => {
  assert.equal(nextRequest(COMPLETE), null);
});

test("the code that trains the run is asked for where it is read and not there", () => {
  assert.deepEqual(asked({ ...COMPLETE, codeWanted: true }), { code: true });
});

test("Python is told that there is a player if it does not know", () => {
  assert.deepEqual(asked({ ...COMPLETE, playing: true, unheard: true }), { here: true });
});

test("what somebody has worked out is judged, again and again until an answer comes", () => {
  const answered = { number: 1, update: { epoch: 4, row: 0, parameter: 0, batch: 0 }, line: "z", text: "1/4" };

  assert.deepEqual(asked({ ...COMPLETE, answered }), { answered });
});

test("while a finished run plays nothing is asked for", () => {
  assert.equal(nextRequest({ ...COMPLETE, playing: true }), null);
});

test("a paused run is not trained on", () => {
  assert.equal(nextRequest(UNFINISHED), null);
});

test("a new run is trained on to its end though nothing moves", () => {
  assert.deepEqual(asked({ ...UNFINISHED, trainingOn: true }), { until: 1000, seconds: SHORT_SLICE });
});

test("playing trains ahead to the end, in short slices", () => {
  assert.deepEqual(asked({ ...UNFINISHED, playing: true }), { until: 1000, seconds: SHORT_SLICE });
});

test("playing as fast as it comes trains in long slices", () => {
  assert.equal(nextRequest({ ...UNFINISHED, playing: true, hurried: true }).seconds, LONG_SLICE);
});

test("a goal beyond what is trained is trained for, and not beyond it", () => {
  assert.deepEqual(asked({ ...UNFINISHED, goal: 500 }), { until: 500, seconds: LONG_SLICE });
});

test("records that Python has and the browser has not are asked for", () => {
  assert.deepEqual(nextRequest(withRun(COMPLETE, { records: 40 })), { runs: [{ run: 1, called: 4, records: 40, flips: 2 }] });
});

test("exact numbers are asked for at rest", () => {
  assert.deepEqual(nextRequest(withRun(COMPLETE, { exactWanted: 12 })), { runs: [{ run: 1, called: 4, records: 100, flips: 2, exact: 12 }] });
});

test("exact numbers of an epoch that is gone to are asked for together with its training", () => {
  const request = nextRequest(withRun({ ...UNFINISHED, goal: 800 }, { exactWanted: 800 }));

  assert.deepEqual([request.until, request.runs[0].exact], [800, 800]);
});

test("exact numbers of an epoch that is not yet trained are not asked for", () => {
  assert.equal(nextRequest(withRun(UNFINISHED, { exactWanted: 800 })), null);
});

test("a run that is not known is not named among those that are, so that all of it is told", () => {
  const both = { ...COMPLETE, complete: false, runs: [{ ...WHOLE, run: 2, described: false }, WHOLE] };

  assert.deepEqual(nextRequest(both), { charts: true, runs: [{ run: 1, called: 4, records: 100, flips: 2 }] });
});

test("a player that is put on the page anew knows no run, and says so", () => {
  const none = { ...COMPLETE, complete: false, unheard: true, runs: [{ ...WHOLE, described: false }] };

  assert.deepEqual(nextRequest(none), { here: true, charts: true, runs: [] });
});

const PAIR = { ...COMPLETE, runs: [{ ...WHOLE, run: 2 }, WHOLE] };

test("what is missing of the run before is asked for as of the run on the screen", () => {
  const records = nextRequest(withRun(PAIR, { records: 40 }, 1));
  const exact = nextRequest(withRun(PAIR, { exactWanted: 12 }, 1));

  assert.equal(nextRequest(PAIR), null);
  // Its flips are seen by nobody, and Python does not search for more of them.
  assert.equal(nextRequest(withRun(PAIR, { flips: 1 }, 1)), null);
  assert.deepEqual(records, { runs: [{ run: 2, called: 4, records: 100, flips: 2 }, { run: 1, called: 4, records: 40, flips: 2 }] });
  assert.deepEqual(exact.runs, [{ run: 2, called: 4, records: 100, flips: 2 }, { run: 1, called: 4, records: 100, flips: 2, exact: 12 }]);
});

test("both runs are wanted exactly at the same epoch, the run before at its end if that is earlier", () => {
  const known = (run, trained) => ({
    run, from: 0, width: 3, recorded: 0, trained, finished: true, end: trained, threshold: 0.5, known_flips: 0, flips: [],
    flip_count: 0, early_end: [], changed_at: [], description: {}, epochs: new Uint32Array(0), rows: new Float32Array(0),
  });
  const store = new Store();
  store.receive({ header: { run: 2, before: 1, player_seen: true, epoch_scale: "linear" }, runs: [known(2, 1000), known(1, 400)] });
  const wantedAt = (epoch) => {
    Object.assign(store.timeline, { end: 1000, newest: 1000 });
    store.timeline.seek(epoch);
    return progressOf(store, {}).runs.map(({ exactWanted }) => exactWanted);
  };

  assert.deepEqual([wantedAt(70), wantedAt(400), wantedAt(1000)], [[70, 70], [400, 400], [1000, 400]]);
});

test("charts that lag behind are drawn again when the run ends or pauses", () => {
  assert.deepEqual(asked({ ...COMPLETE, charted: 900, sinceCharts: 0 }), { charts: true });
  assert.deepEqual(asked({ ...UNFINISHED, charted: 100, sinceCharts: 0 }), { charts: true });
});

test("while training, charts wait the longer the more they cost to draw", () => {
  const playing = { ...UNFINISHED, playing: true, charted: 100, undrawn: 0.5 };

  assert.equal(nextRequest({ ...playing, sinceCharts: 0.5, chartCost: 0.02 }).charts, undefined);
  assert.equal(nextRequest({ ...playing, sinceCharts: 0.8, chartCost: 0.02 }).charts, true);
  assert.equal(nextRequest({ ...playing, sinceCharts: 0.8, chartCost: 0.3 }).charts, undefined);
  assert.equal(nextRequest({ ...playing, sinceCharts: 2.5, chartCost: 0.3 }).charts, true);
});

test("while what comes is hidden, charts are drawn again when the play-head nears the end of what they hold", () => {
  const playing = { ...UNFINISHED, playing: true, charted: 100, undrawn: 0.5, sinceCharts: 10 };

  assert.equal(nextRequest({ ...playing, chartsInStock: true }).charts, undefined);
  assert.equal(nextRequest({ ...playing, chartsInStock: false }).charts, true);
  assert.equal(nextRequest({ ...playing, playing: false, chartsInStock: true }).charts, true);
});

test("charts of another choice are asked for at once, however little was trained since those of the one before", () => {
  const playing = { ...UNFINISHED, playing: true, charted: -1, undrawn: 0, sinceCharts: 0.1 };

  for (const chartsInStock of [false, true]) assert.equal(nextRequest({ ...playing, chartsInStock }).charts, true);
});

test("while training, charts are not drawn again for what nobody would see", () => {
  const playing = { ...UNFINISHED, playing: true, charted: 299, sinceCharts: 10 };

  assert.equal(nextRequest({ ...playing, undrawn: 0.01 }).charts, undefined);
  assert.equal(nextRequest({ ...playing, undrawn: 0.05 }).charts, true);
});

test("with seconds of play in stock, training takes longer slices and rests between them", () => {
  const stocked = { ...UNFINISHED, playing: true, stocked: true };

  assert.deepEqual(asked(stocked), { until: 1000, seconds: LONG_SLICE });
  assert.equal(nextRequest({ ...stocked, sinceAnswer: 0.01 }), null);
  assert.deepEqual(asked({ ...stocked, sinceAnswer: 0.01, hurried: true }), { until: 1000, seconds: LONG_SLICE });
});

test("flips that have not arrived are asked for", () => {
  assert.deepEqual(nextRequest(withRun(COMPLETE, { flips: 0 })), { runs: [{ run: 1, called: 4, records: 100, flips: 0 }] });
});

test("while so much is in stock that it may wait, nothing is trained, unless only the end counts", () => {
  const playing = { ...UNFINISHED, playing: true, stocked: true, ample: true };

  assert.equal(nextRequest(playing), null);
  assert.equal(nextRequest({ ...playing, hurried: true }).seconds, LONG_SLICE);
  assert.equal(nextRequest({ ...playing, ample: false }).seconds, LONG_SLICE);
});

test("it may wait with twenty seconds of play in stock, and with a thousand epochs where it plays slowly", () => {
  const ample = (speed, trained) => {
    const store = new Store();
    store.receive({ header: { run: 1, before: null, epoch_scale: "linear" }, runs: [] });
    Object.assign(store.run, { trained, end: 100_000 });
    Object.assign(store.timeline, { end: 100_000, speed: SPEEDS.find(({ name }) => name === speed) });
    return progressOf(store, {}).ample;
  };

  assert.deepEqual([ample("120", 2399), ample("120", 2400)], [false, true]);
  assert.deepEqual([ample("1", 999), ample("1", 1000)], [false, true]);
  assert.deepEqual([ample("even", 99_999), ample("even", 100_000)], [false, true]);
});

test("charts are in stock with two seconds of play, as long as what comes after is hidden", () => {
  const inStock = (trained, hidesFuture) => {
    const store = new Store();
    store.receive({ header: { run: 1, before: null, epoch_scale: "linear" }, runs: [] });
    Object.assign(store.run, { trained: 50_000, end: 100_000 });
    Object.assign(store.timeline, { end: 100_000, speed: SPEEDS.find(({ name }) => name === "120") });
    Object.assign(store, { charts: { run: 1, trained }, hidesFuture });
    return progressOf(store, {}).chartsInStock;
  };

  assert.deepEqual([inStock(239, true), inStock(240, true), inStock(240, false)], [false, true, false]);
});

test("an update is asked for at once where nothing moves, and now and then while it plays", () => {
  const wanted = { epoch: 4, row: 1, parameter: 2 };
  const waiting = { ...COMPLETE, workedWanted: wanted };

  assert.deepEqual(asked({ ...waiting, sinceAnswer: 0 }), { worked: wanted });
  assert.equal(nextRequest({ ...waiting, playing: true, sinceAnswer: 0.1 }), null);
  assert.deepEqual(asked({ ...waiting, playing: true, sinceAnswer: 0.5 }), { worked: wanted });
});

test("the updates beside it are asked for as long as the play-head stays where it is", () => {
  const [wanted, ...ahead] = [4, 5, 3].map((epoch) => ({ epoch, row: 1, parameter: 2 }));
  const opening = { ...COMPLETE, workedWanted: wanted, workedAhead: ahead };

  assert.deepEqual(asked(opening), { worked: wanted, worked_ahead: ahead });
  assert.deepEqual(asked({ ...opening, workedWanted: null }), { worked_ahead: ahead });
  // The numbers of its epoch are not there yet either: it has been moved just now.
  assert.deepEqual(asked(withRun(opening, { exactWanted: 4 })), { worked: wanted });
  assert.deepEqual(asked(withRun({ ...opening, workedWanted: null }, { exactWanted: 4 })), { worked_ahead: ahead });
});

test("while it plays, the next updates come together, when the last of those before is passed or something is asked anyway", () => {
  const [wanted, ...ahead] = [4, 8, 12].map((epoch) => ({ epoch, row: 1, parameter: 2 }));
  const playing = { ...UNFINISHED, playing: true, stocked: true, sinceAnswer: 0.5, workedWanted: wanted, workedAhead: ahead };

  assert.deepEqual(asked(playing), { worked: wanted, worked_ahead: ahead });
  assert.equal(nextRequest({ ...playing, sinceAnswer: 0.3 }), null);
  assert.equal(nextRequest({ ...playing, workedInStock: true }), null);
  const training = asked({ ...playing, workedInStock: true, sinceAnswer: 1 });
  assert.deepEqual([training.until, training.worked, training.worked_ahead], [1000, wanted, ahead]);
});

test("the gradient is checked as an update is worked, at epoch 0 too", () => {
  const waiting = { ...COMPLETE, gradientWanted: 0 };

  assert.deepEqual(asked({ ...waiting, sinceAnswer: 0 }), { gradient: 0 });
  assert.equal(nextRequest({ ...waiting, playing: true, sinceAnswer: 0.1 }), null);
});

test("a picture of the loss is asked for as an update is", () => {
  const wanted = { epoch: 4, parameters: [0, 2] };
  const waiting = { ...COMPLETE, surfaceWanted: wanted };

  assert.deepEqual(asked({ ...waiting, sinceAnswer: 0 }), { surface: wanted });
  assert.equal(nextRequest({ ...waiting, playing: true, sinceAnswer: 0.1 }), null);
});

test("a table that is to be kept and has not come is asked for, whatever else is there", () => {
  assert.equal(nextRequest({ ...COMPLETE, tableWanted: 3 }).table, 3);
});

test("rows that are called otherwise by now are asked for, whatever has been lost on the way", () => {
  const renamed = withRun(COMPLETE, { calledNow: 5 });

  assert.deepEqual(nextRequest(renamed), { runs: [{ run: 1, called: 4, records: 100, flips: 2 }] });
  const [run] = renamed.runs;
  assert.equal(nextRequest({ ...COMPLETE, runs: [{ ...WHOLE, run: 2 }, run] }), null); // nobody sees rows of the one before
});
