// The update on the screen is that of the play-head as soon as it is there, and of no other run, epoch, row or weight.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { WorkedUpdates } from "../../../../playground/player/frontend/worked/worked_updates.mjs";

const update = (epoch, told = {}) => ({ run: 7, epoch, row: 1, parameter: 2, paper: null, ...told });
const looking = (epoch, { row = 1, parameter = 2, run = 7, digits = null, moving = false } = {}) => ({
  chosen: { panel: { name: "worked", of: parameter }, row }, timeline: { epoch, moving }, run: { number: run, trained: 100, end: 200 }, paperDigits: digits,
});
const PAPER = { digits: 3, values: [], astray: [] };

let followed = [];
let updates = new WorkedUpdates({ follow: (of) => followed.push(of) });
beforeEach(() => {
  followed = [];
  updates = new WorkedUpdates({ follow: (of) => followed.push(of) });
});

test("what was worked ahead is on the screen as soon as the play-head comes to its epoch, and no sooner", () => {
  const [now, next] = [update(4), update(5)];
  updates.take({ worked: now, worked_ahead: [next, update(3)] }, looking(4));
  assert.equal(updates.shown, now);
  assert.ok(!updates.look(looking(4)));

  assert.ok(updates.look(looking(5)));

  assert.equal(updates.shown, next);
  assert.deepEqual(followed, [now, next]);
});

test("what was worked ahead of another run, row, weight or number of digits is not shown", () => {
  updates.take({ worked: update(4), worked_ahead: [update(5), update(3)] }, looking(4));

  for (const other of [{ run: 8 }, { row: 0 }, { parameter: 1 }, { digits: 3 }]) {
    assert.ok(!updates.look(looking(5, other)));
    assert.equal(updates.shown.epoch, 4);
  }
});

test("what comes late does not take the place of what the play-head has come to", () => {
  updates.take({ worked: update(4), worked_ahead: [update(5)] }, looking(4));
  updates.look(looking(5));

  updates.take({ worked: update(4) }, looking(5));

  assert.equal(updates.shown.epoch, 5);
});

test("as long as that of the play-head is not there, the newest is shown", () => {
  updates.take({ worked: update(4) }, looking(9));

  assert.equal(updates.shown.epoch, 4);
  assert.equal(updates.find(update(9), 7), null);
});

test("while it plays, the newest that the play-head has come past is shown, and none that it has still to come to", () => {
  const at = (epoch) => looking(epoch, { moving: true });
  updates.take({ worked: update(4), worked_ahead: [update(8), update(12)] }, at(5));
  const seen = [5, 7, 8, 11, 12, 30].map((epoch) => {
    const isInStock = updates.isInStock(at(epoch));
    updates.look(at(epoch));
    return [updates.shown.epoch, isInStock];
  });

  assert.deepEqual(seen, [[4, true], [4, true], [8, true], [8, true], [12, false], [12, false]]);
  assert.ok(!updates.isInStock(looking(5, { row: 0 })));
});

test("where it plays from an earlier epoch, what is shown stays till one that is nearer is passed", () => {
  const at = (epoch) => looking(epoch, { moving: true });
  updates.take({ worked: update(4) }, looking(4));
  updates.take({ worked: update(90) }, looking(90));

  updates.look(at(80));
  assert.equal(updates.shown.epoch, 90);
  updates.take({ worked_ahead: [update(82)] }, at(83));
  updates.look(at(87));
  assert.equal(updates.shown.epoch, 90);
  updates.look(at(85));

  assert.equal(updates.shown.epoch, 82);
});

test("an update on paper is also the exact one, and stands beside it", () => {
  const [exact, onPaper] = [update(4), update(4, { paper: PAPER })];
  updates.take({ worked: exact }, looking(4));

  updates.take({ worked: onPaper }, looking(4, { digits: 3 }));

  assert.equal(updates.shown, onPaper);
  assert.ok(!updates.look(looking(4)));
});

test("a few are kept: those that were looked at last", () => {
  updates.take({ worked_ahead: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((epoch) => update(epoch)) }, looking(0));
  updates.look(looking(1));

  updates.take({ worked_ahead: [update(13)] }, looking(1));

  const wanted = [1, 2, 3].map((epoch) => updates.find({ epoch, row: 1, parameter: 2 }, 7)?.epoch);
  assert.deepEqual(wanted, [1, undefined, 3]);
});

test("when rows are called otherwise, none that says their names is there any more", () => {
  updates.take({ worked: update(4), worked_ahead: [update(5)] }, looking(4));

  updates.forgetNames();

  assert.equal(updates.shown.run, -1);
  assert.ok(!updates.look(looking(4)) && !updates.look(looking(5)));
});
