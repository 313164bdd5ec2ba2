import assert from "node:assert/strict";
import { test } from "node:test";
import { Deeds } from "../../../playground/player/frontend/link/commands.mjs";
import { Timeline } from "../../../playground/player/frontend/timeline/timeline.mjs";
import { Touch } from "../../../playground/player/frontend/app/command_actions.js";

const RUN = { parameters: [{ name: "a" }, { name: "b" }], situation: null };
const header = (given) => ({ deeds_done: 0, opened: 1, where_is_play_head: null, page_is_old: false, ...given });

function touchAt(epoch) {
  const timeline = new Timeline();
  timeline.startRun(100);
  timeline.newest = 100;
  timeline.seek(epoch);
  const touch = new Touch(timeline, new Deeds());
  receive(touch, {});
  return touch;
}

function receive(touch, given) {
  touch.deeds.check(header(given));
  touch.receive(header(given), RUN);
}

test("a weight that is tried is shown at its epoch at once, with a loss that nobody knows, until Python has it", () => {
  const touch = touchAt(40);
  const moment = () => ({ epoch: 40, parameters: Float64Array.of(1, 2), loss: 0.5 });

  touch.actions.setParameter(1, 7, touch.handling.newGesture());
  const tried = moment();
  touch.applyTo(tried);
  const elsewhere = { ...moment(), epoch: 41 };
  touch.applyTo(elsewhere);
  receive(touch, { deeds_done: touch.deeds.open[0].number });
  const confirmed = moment();
  touch.applyTo(confirmed);

  assert.deepEqual([...tried.parameters, tried.loss], [1, 7, null]);
  assert.deepEqual([...elsewhere.parameters], [1, 2]);
  assert.deepEqual([...confirmed.parameters, confirmed.loss], [1, 2, 0.5]);
});

test("a weight is changed at the epoch at which it was grabbed, wherever a new run puts the play-head", () => {
  const touch = touchAt(40);
  touch.handling.grab();
  touch.timeline.newest = 0;
  touch.timeline.seek(0);

  touch.actions.setParameter(0, 7, touch.handling.newGesture());

  const [deed] = touch.deeds.open;
  assert.deepEqual([deed.epoch, deed.index, deed.parameter_count, deed.opened], [40, 0, 2, 1]);
});

test("where the play-head stands is told once for each request, also while a new run cannot show it yet", () => {
  const touch = touchAt(40);
  touch.timeline.startRun(100);

  receive(touch, { where_is_play_head: 3 });
  receive(touch, { where_is_play_head: 3 });

  assert.deepEqual(touch.deeds.open.map(({ kind, epoch, request }) => [kind, epoch, request]), [["play_head", 40, 3]]);
});

test("what played when a weight was grabbed plays on when Python has what was done", () => {
  const touch = touchAt(40);
  touch.timeline.play();
  touch.handling.grab();
  assert.equal(touch.timeline.playing, false);

  touch.actions.setParameter(0, 7, touch.handling.newGesture());
  touch.handling.release();
  assert.equal(touch.timeline.playing, false);
  receive(touch, { deeds_done: touch.deeds.open[0].number });

  assert.equal(touch.timeline.playing, true);
});
