import assert from "node:assert/strict";
import { test } from "node:test";
import { Commands } from "../../../playground/player/frontend/link/commands.mjs";
import { Timeline } from "../../../playground/player/frontend/timeline/timeline.mjs";
import { CommandActions } from "../../../playground/player/frontend/app/command_actions.js";

const RUN = { parameters: [{ name: "a" }, { name: "b" }], situation: null };
const header = (given) => ({ commands_done: 0, opened: 1, where_is_play_head: null, page_is_old: false, ...given });

function actionsAt(epoch) {
  const timeline = new Timeline();
  timeline.startRun(100);
  timeline.newest = 100;
  timeline.seek(epoch);
  const commandActions = new CommandActions(timeline, new Commands());
  receive(commandActions, {});
  return commandActions;
}

function receive(commandActions, given) {
  commandActions.commands.check(header(given));
  commandActions.receive(header(given), RUN);
}

test("a weight that is tried is shown at its epoch at once, with a loss that nobody knows, until Python has it", () => {
  const commandActions = actionsAt(40);
  const moment = () => ({ epoch: 40, parameters: Float64Array.of(1, 2), loss: 0.5 });

  commandActions.actions.setParameter(1, 7, commandActions.handling.newGesture());
  const tried = moment();
  commandActions.applyTo(tried);
  const elsewhere = { ...moment(), epoch: 41 };
  commandActions.applyTo(elsewhere);
  receive(commandActions, { commands_done: commandActions.commands.open[0].number });
  const confirmed = moment();
  commandActions.applyTo(confirmed);

  assert.deepEqual([...tried.parameters, tried.loss], [1, 7, null]);
  assert.deepEqual([...elsewhere.parameters], [1, 2]);
  assert.deepEqual([...confirmed.parameters, confirmed.loss], [1, 2, 0.5]);
});

test("a weight is changed at the epoch at which it was grabbed, wherever a new run puts the play-head", () => {
  const commandActions = actionsAt(40);
  commandActions.handling.grab();
  commandActions.timeline.newest = 0;
  commandActions.timeline.seek(0);

  commandActions.actions.setParameter(0, 7, commandActions.handling.newGesture());

  const [command] = commandActions.commands.open;
  assert.deepEqual([command.epoch, command.index, command.parameter_count, command.opened], [40, 0, 2, 1]);
});

test("where the play-head stands is told once for each question, also while a new run cannot show it yet", () => {
  const commandActions = actionsAt(40);
  commandActions.timeline.startRun(100);

  receive(commandActions, { where_is_play_head: 3 });
  receive(commandActions, { where_is_play_head: 3 });

  assert.deepEqual(commandActions.commands.open.map(({ kind, epoch, question }) => [kind, epoch, question]), [["play_head", 40, 3]]);
});

test("what played when a weight was grabbed plays on when Python has what was done", () => {
  const commandActions = actionsAt(40);
  commandActions.timeline.play();
  commandActions.handling.grab();
  assert.equal(commandActions.timeline.playing, false);

  commandActions.actions.setParameter(0, 7, commandActions.handling.newGesture());
  commandActions.handling.release();
  assert.equal(commandActions.timeline.playing, false);
  receive(commandActions, { commands_done: commandActions.commands.open[0].number });

  assert.equal(commandActions.timeline.playing, true);
});
