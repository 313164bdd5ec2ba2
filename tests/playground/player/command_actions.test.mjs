import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandActions } from "../../../playground/player/frontend/app/command_actions.js";
import { Store } from "../../../playground/player/frontend/model/store.mjs";

// One linear neuron with two weights; asked about the input 3, 4.
const DESCRIPTION = {
  layer_sizes: [2, 1],
  activations: ["linear"],
  bias: false,
  parameters: [{ name: "a" }, { name: "b" }],
  target_names: ["target"],
  train: { inputs: [[1, 1]], scaled: [[1, 1]], targets: [[0]], row_numbers: [1] },
  test: null,
  input_scaling: { offset: [0, 0], scale: [1, 10] },
  target_scaling: { offset: [0], scale: [1] },
};
const PART = {
  run: 1, from: 0, width: 4, recorded: 101, trained: 100, finished: true, end: 100, threshold: 0.5, known_flips: 0, flips: [],
  flip_count: 0, early_end: [], changed_at: [],
};

/** What the page says; every epoch of the run has come with it, with weights 1 and 2 and loss 0.5. */
function message(given) {
  const epochs = Uint32Array.from({ length: 101 }, (_, epoch) => epoch);
  const rows = Float32Array.from([...epochs].flatMap(() => [0.5, NaN, 1, 2]));
  const situation = { inputs: [3, 4], scaled: [3, 0.4] };
  const header = {
    run: 1, before: null, commands_done: 0, opened: 1, where_is_play_head: null, page_is_old: false, epoch_scale: "linear",
    threshold: 0.5, situation, assets: {}, ...given,
  };
  return { header, runs: [{ ...PART, run: header.run, description: structuredClone(DESCRIPTION), epochs, rows }] };
}

function playerAt(epoch) {
  const store = new Store();
  const player = { store, commandActions: new CommandActions(store) };
  receive(player, {});
  store.timeline.seek(epoch);
  return player;
}

function receive({ store, commandActions }, given) {
  const told = message(given);
  store.commands.check(told.header);
  store.receive(told);
  commandActions.receive(told.header);
}

/** What is on the screen: the parameters and the loss. */
function shown({ store }) {
  store.look();
  return [...store.moment.parameters, store.moment.loss];
}

test("a weight that is tried is shown at its epoch at once, with a loss that nobody knows, until Python has it", () => {
  const player = playerAt(40);
  const { store, commandActions } = player;

  commandActions.actions.setParameter(1, 7, commandActions.handling.newGesture());
  const tried = shown(player);
  store.timeline.seek(41);
  const elsewhere = shown(player);
  store.timeline.seek(40);
  receive(player, { commands_done: store.commands.open[0].number });
  const confirmed = shown(player);

  assert.deepEqual(tried, [1, 7, null]);
  assert.deepEqual(elsewhere, [1, 2, 0.5]);
  assert.deepEqual(confirmed, [1, 2, 0.5]);
});

test("a weight is changed at the epoch at which it was grabbed, wherever a new run puts the play-head", () => {
  const { store, commandActions } = playerAt(40);
  commandActions.handling.grab();
  store.timeline.newest = 0;
  store.timeline.seek(0);

  commandActions.actions.setParameter(0, 7, commandActions.handling.newGesture());

  const [command] = store.commands.open;
  assert.deepEqual([command.epoch, command.index, command.parameter_count, command.opened], [40, 0, 2, 1]);
});

test("where the play-head stands is told once for each question, also while a new run cannot show it yet", () => {
  const player = playerAt(40);
  const { store } = player;
  store.timeline.startRun(100);

  receive(player, { where_is_play_head: 3 });
  receive(player, { where_is_play_head: 3 });

  assert.deepEqual(store.commands.open.map(({ kind, epoch, question }) => [kind, epoch, question]), [["play_head", 40, 3]]);
});

test("what played when a weight was grabbed plays on when Python has what was done", () => {
  const player = playerAt(40);
  const { store, commandActions } = player;
  store.timeline.play();
  commandActions.handling.grab();
  assert.equal(store.timeline.playing, false);

  commandActions.actions.setParameter(0, 7, commandActions.handling.newGesture());
  commandActions.handling.release();
  assert.equal(store.timeline.playing, false);
  receive(player, { commands_done: store.commands.open[0].number });

  assert.equal(store.timeline.playing, true);
});

test("what played when a weight was grabbed plays on from there when the new run comes with the last of what was done", () => {
  const player = playerAt(40);
  const { store, commandActions } = player;
  store.timeline.play();
  commandActions.handling.grab();
  commandActions.actions.setParameter(0, 7, commandActions.handling.newGesture());
  commandActions.handling.release();

  receive(player, { run: 2, commands_done: store.commands.open[0].number });

  assert.deepEqual([store.timeline.playing, store.timeline.epoch], [true, 40]);
});

test("a situation that is dragged is asked about as it is held, and that of the table again when it is let go", () => {
  const player = playerAt(40);
  const { store, commandActions } = player;
  commandActions.handling.grab();

  commandActions.actions.trySituation({ 1: 20 });
  receive(player, {});
  assert.deepEqual(store.situation, { inputs: [3, 20], scaled: [3, 2] });
  commandActions.handling.release();

  assert.deepEqual(store.situation, { inputs: [3, 4], scaled: [3, 0.4] });
});

test("a situation that was dropped is asked about until its table says so", () => {
  const player = playerAt(40);
  const { store, commandActions } = player;
  commandActions.actions.moveSituation({ 0: 5 }, commandActions.handling.newGesture());
  commandActions.handling.release();
  const number = store.commands.open[0].number;

  receive(player, { commands_done: number, page_is_old: true });
  assert.deepEqual(store.situation.inputs, [5, 4]);
  receive(player, { commands_done: number, situation: { inputs: [5, 4], scaled: [5, 0.4] } });

  assert.deepEqual([store.situation.inputs, store.asked], [[5, 4], null]);
});

test("the next scene of a lesson is asked for, and after the last one only a lesson that follows", () => {
  const player = playerAt(40);
  const scene = { name: "bias", scenes: 5, next_lesson: "" };
  const askedAt = (lesson) => {
    receive(player, { lesson, commands_done: player.store.commands.open?.at(-1).number ?? 0 });
    player.commandActions.actions.nextScene();
    return player.store.commands.open?.map(({ kind, scene: wanted }) => [kind, wanted]) ?? [];
  };

  assert.deepEqual(askedAt(null), []);
  assert.deepEqual(askedAt({ ...scene, scene: 1 }), [["open_scene", 2]]);
  assert.deepEqual(askedAt({ ...scene, scene: 5 }), []);
  assert.deepEqual(askedAt({ ...scene, scene: 5, next_lesson: "XOR" }), [["open_scene", 6]]);
});
