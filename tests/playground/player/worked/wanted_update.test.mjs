// The update at the play-head is asked for, once, as soon as the epoch it leads to is trained.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lackedAhead, lackedUpdate, lackedVerdict } from "../../../../playground/player/frontend/worked/wanted_update.mjs";
import { WorkedUpdates } from "../../../../playground/player/frontend/worked/worked_updates.mjs";

const RUN = { number: 7, trained: 100, end: 200 };
const UPDATE = { run: 7, epoch: 4, row: 1, parameter: 2, paper: null };
const ON_PAPER = { ...UPDATE, paper: { digits: 3, values: [], astray: [] } };

function keeping(...updates) {
  const workedUpdates = new WorkedUpdates({ follow() {} });
  if (updates.length) workedUpdates.take({ worked_ahead: updates });
  return workedUpdates;
}

const store = ({ epoch = 4, moving = false, epochAfter = null, worked = 2, row = 1, run = RUN, kept = [], paperDigits = null } = {}) => ({
  chosen: { panel: worked === null ? null : { name: "worked", of: worked }, row }, run, paperDigits,
  timeline: { epoch, moving: moving || epochAfter !== null, playing: epochAfter !== null, epochAfter }, workedUpdates: keeping(...kept),
});

test("it leads away from the epoch at the play-head, for the chosen row", () => {
  assert.deepEqual(lackedUpdate(store()), { epoch: 4, row: 1, parameter: 2 });
});

test("where nobody has chosen a row the one that has most to say is asked for, alone, until it has come", () => {
  const begun = store({ row: 0, kept: [{ ...UPDATE, row: 0 }] });
  const { tellingRow } = begun.workedUpdates;
  tellingRow.open(false);

  tellingRow.ask();

  assert.deepEqual(lackedUpdate(begun), { epoch: 4, row: 0, parameter: 2, telling: true });
  assert.deepEqual(lackedAhead(begun), []);
  assert.deepEqual(tellingRow.take({ ...UPDATE, telling: false }), {});
  assert.deepEqual(tellingRow.take({ ...UPDATE, telling: true }), { row: 1 });
  assert.deepEqual(tellingRow.take({ ...UPDATE, telling: true }), {});
  assert.equal(lackedUpdate(begun), null);
});

test("a row that somebody has chosen stays", () => {
  const begun = store({ row: 0 });

  begun.workedUpdates.tellingRow.choose();
  begun.workedUpdates.tellingRow.ask();

  assert.deepEqual(lackedUpdate(begun), { epoch: 4, row: 0, parameter: 2 });
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

test("what is there is not asked for again, but for another run, epoch, row or weight", () => {
  const kept = [UPDATE];

  assert.equal(lackedUpdate(store({ kept })), null);
  for (const other of [{ epoch: 5 }, { row: 0 }, { worked: 1 }, { run: { ...RUN, number: 6 } }]) {
    assert.notEqual(lackedUpdate(store({ kept, ...other })), null);
  }
});

test("the updates on both sides are asked for ahead where they are trained and not there", () => {
  const epochsOf = (having) => lackedAhead(store(having)).map(({ epoch }) => epoch);

  assert.deepEqual(lackedAhead(store()), [{ epoch: 5, row: 1, parameter: 2 }, { epoch: 3, row: 1, parameter: 2 }]);
  assert.deepEqual(epochsOf({ kept: [{ ...UPDATE, epoch: 5 }] }), [3]);
  assert.deepEqual(epochsOf({ epoch: 0 }), [1]);
  assert.deepEqual(epochsOf({ epoch: 99 }), [98]);
  assert.deepEqual(epochsOf({ epoch: 200, run: { ...RUN, trained: 200 } }), [198]);
  assert.deepEqual(epochsOf({ epoch: 100 }), []);
  assert.deepEqual(epochsOf({ worked: null }), []);
});

test("where working one takes too long for others ahead of it, they are not asked for again until something else is looked at", () => {
  const slow = store();
  slow.workedUpdates.take({ worked_ahead: [] }, slow);

  assert.deepEqual(lackedAhead(slow), []);
  slow.timeline.epoch = 5;
  assert.equal(lackedAhead(slow).length, 2);
});

test("while it plays, those are asked for ahead to which it will have come at each time when another one is shown", () => {
  const epochsOf = (having) => lackedAhead(store(having)).map(({ epoch }) => epoch);

  assert.deepEqual(epochsOf({ epochAfter: (seconds) => 4 + 10 * seconds }), [8, 12, 16, 20, 24]);
  assert.deepEqual(epochsOf({ epochAfter: (seconds) => 4 + seconds }), [5, 6]);
  assert.deepEqual(epochsOf({ epochAfter: (seconds) => 4 + 100 * seconds }), [44, 84]);
  assert.deepEqual(epochsOf({ epochAfter: () => 200 }), []);
});

test("none is asked for ahead while the play-head goes to an epoch that is not there", () => {
  assert.deepEqual(lackedAhead(store({ moving: true })), []);
});

test("an answer is judged as long as its update is that of the run on the screen", () => {
  const exercise = { asked: { number: 1 } };

  assert.equal(lackedVerdict({ run: RUN, workedUpdates: { shown: { run: 7 } }, exercise }), exercise.asked);
  assert.equal(lackedVerdict({ run: RUN, workedUpdates: { shown: { run: 6 } }, exercise }), null);
  assert.equal(lackedVerdict({ run: RUN, workedUpdates: { shown: null }, exercise }), null);
});

test("worked on paper it is asked for once more, and not again when it is there with as many digits", () => {
  assert.deepEqual(lackedUpdate(store({ kept: [UPDATE], paperDigits: 3 })), { epoch: 4, row: 1, parameter: 2, digits: 3 });
  assert.equal(lackedUpdate(store({ kept: [ON_PAPER], paperDigits: 3 })), null);
  assert.notEqual(lackedUpdate(store({ kept: [ON_PAPER], paperDigits: 2 })), null);
  assert.equal(lackedUpdate(store({ kept: [ON_PAPER] })), null);
});
