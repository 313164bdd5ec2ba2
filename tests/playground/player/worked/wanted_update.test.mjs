// The update at the play-head is asked for, once, as soon as the epoch it leads to is trained.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lackedUpdate, lackedVerdict } from "../../../../playground/player/frontend/worked/wanted_update.mjs";

const RUN = { number: 7, trained: 100, end: 200 };
const store = ({ epoch = 4, worked = 2, row = 1, run = RUN, workedUpdate = null, paperDigits = null } = {}) => ({
  chosen: { panel: worked === null ? null : { name: "worked", of: worked }, row }, timeline: { epoch }, run, workedUpdate, paperDigits,
});

test("it leads away from the epoch at the play-head, for the chosen row", () => {
  assert.deepEqual(lackedUpdate(store()), { epoch: 4, row: 1, parameter: 2 });
});

test("none is wanted where no weight is worked, or no run is there", () => {
  assert.equal(lackedUpdate(store({ worked: null })), null);
  assert.equal(lackedUpdate(store({ run: null })), null);
});

test("at the end of a run it is the last one", () => {
  assert.equal(lackedUpdate(store({ epoch: 200, run: { ...RUN, trained: 200 } }))?.epoch, 199);
});

test("what has to be trained first is not asked for", () => {
  assert.equal(lackedUpdate(store({ epoch: 100 })), null);
  assert.equal(lackedUpdate(store({ epoch: 0, run: { ...RUN, trained: 0 } })), null);
});

test("what is there is not asked for again, but for another run or another row", () => {
  const workedUpdate = { run: 7, epoch: 4, row: 1, parameter: 2 };

  assert.equal(lackedUpdate(store({ workedUpdate })), null);
  assert.notEqual(lackedUpdate(store({ workedUpdate, row: 0 })), null);
  assert.notEqual(lackedUpdate(store({ workedUpdate: { ...workedUpdate, run: 6 } })), null);
});

test("an answer is judged as long as its update is that of the run on the screen", () => {
  const exercise = { asked: { number: 1 } };

  assert.equal(lackedVerdict({ run: RUN, workedUpdate: { run: 7 }, exercise }), exercise.asked);
  assert.equal(lackedVerdict({ run: RUN, workedUpdate: { run: 6 }, exercise }), null);
  assert.equal(lackedVerdict({ run: RUN, workedUpdate: null, exercise }), null);
});

test("worked on paper it is asked for once more, and not again when it is there with as many digits", () => {
  const workedUpdate = { run: 7, epoch: 4, row: 1, parameter: 2, paper: null };
  const onPaper = { ...workedUpdate, paper: { digits: 3, values: [], astray: [] } };

  assert.deepEqual(lackedUpdate(store({ workedUpdate, paperDigits: 3 })), { epoch: 4, row: 1, parameter: 2, digits: 3 });
  assert.equal(lackedUpdate(store({ workedUpdate: onPaper, paperDigits: 3 })), null);
  assert.notEqual(lackedUpdate(store({ workedUpdate: onPaper, paperDigits: 2 })), null);
  assert.equal(lackedUpdate(store({ workedUpdate: onPaper })), null);
});
