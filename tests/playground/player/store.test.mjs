import assert from "node:assert/strict";
import test from "node:test";

import { chosenWithin, FIRST_ROW, withChosen } from "../../../playground/player/frontend/model/chosen.mjs";
import { Store } from "../../../playground/player/frontend/model/store.mjs";

/** Every object in it as unchangeable as it is said to be. */
function deepFrozen(value) {
  if (value !== null && typeof value === "object") Object.values(value).forEach(deepFrozen);
  return Object.freeze(value);
}

/** What Python says of a run of one hidden layer, by its rows and its neurons; deeply frozen. */
function describe({ rows = 3, hidden = 2 } = {}) {
  const inputs = Array.from({ length: rows }, (_, row) => [row]);
  const parameters = Array.from({ length: 2 * hidden }, (_, place) => ({ name: `w${place}` }));
  return deepFrozen({
    layer_sizes: [1, hidden, 1],
    activations: ["linear", "linear"],
    bias: false,
    parameters,
    target_names: ["target"],
    train: { inputs, scaled: inputs, targets: inputs.map(() => [0]), row_numbers: inputs.map(([row]) => row + 1) },
    test: null,
    input_scaling: { offset: [0], scale: [2] },
    target_scaling: { offset: [0], scale: [1] },
    changes: [],
  });
}

function part(run, description, told = {}) {
  const width = 2 + (description?.parameters.length ?? 4);
  return {
    run, from: 0, width, recorded: 2, trained: 1, finished: true, end: 1, threshold: 0.5, known_flips: 0, flips: [], flip_count: 0,
    early_end: [], changed_at: [], ...(description && { description }), epochs: Uint32Array.of(0, 1),
    rows: new Float32Array(2 * width).fill(1), ...told,
  };
}

const opensAt = (given) => ({ epoch: null, row: 0, neuron: null, shows_code: false, ...given });

function header(given) {
  return {
    run: 1, before: null, opened: 1, opens_at: opensAt({}), epoch_scale: "linear", threshold: 0.5,
    choices: { measure: "loss", value_scale: "linear", epoch_scale: "auto" }, situation: null, assets: {}, ...given,
  };
}

/** A page with run 1 on the screen. */
function opened(given = {}, description = describe()) {
  const store = new Store();
  store.receive({ header: header(given), runs: [part(1, description)] });
  return store;
}

test("the first row is chosen to begin with, or what is opened says", () => {
  const neuron = { layer: 1, index: 1 };

  assert.deepEqual(opened().chosen, { row: 0, panel: null, parameter: null, pointed: null, pointedRow: null, pointedCode: "" });
  assert.deepEqual(opened({ opens_at: opensAt({ row: 2, neuron }) }).chosen, {
    row: 2, panel: { name: "curve", of: neuron }, parameter: null, pointed: null, pointedRow: null, pointedCode: "",
  });
  assert.deepEqual(opened({ opens_at: opensAt({ worked: 3 }) }).chosen.panel, { name: "worked", of: 3 });
});

test("why another run failed was not asked of what is opened next", () => {
  const store = opened();
  store.choose({ panel: { name: "why", of: true } });

  store.receive({ header: header({ run: 2 }), runs: [part(2, describe())] });
  assert.equal(store.chosen.panel.name, "why");
  store.receive({ header: header({ run: 3, opened: 7, opens_at: opensAt() }), runs: [part(3, describe())] });
  assert.equal(store.chosen.panel, null);
});

test("choosing one thing leaves the others chosen", () => {
  const store = opened();

  store.choose({ row: 1 });
  store.choose({ panel: { name: "curve", of: { layer: 1, index: 0 } } });
  store.choose({ parameter: 3 });
  store.choose({ pointed: { layer: 2, index: 0 } });

  assert.deepEqual(store.chosen, {
    row: 1, panel: { name: "curve", of: { layer: 1, index: 0 } }, parameter: 3, pointed: { layer: 2, index: 0 }, pointedRow: null, pointedCode: "",
  });
  assert.deepEqual(store.viewpoint, { epoch: 1, row: 1, neuron: { layer: 1, index: 0 }, worked: null, surface: null, panel: null, shows_code: false, hides_future: false });
});

test("what is chosen is another object when it is another choice, and only then", () => {
  const chosen = withChosen(FIRST_ROW, { panel: { name: "curve", of: { layer: 1, index: 0 } } });

  assert.equal(withChosen(chosen, { panel: { name: "curve", of: { layer: 1, index: 0 } }, row: 0 }), chosen);
  assert.notEqual(withChosen(chosen, { row: 1 }), chosen);
  assert.notEqual(withChosen(chosen, { pointed: { layer: 1, index: 0 } }), chosen);
  assert.equal(chosenWithin(chosen, describe()), chosen);
});

test("another run keeps what is chosen as far as it has it", () => {
  const store = opened();
  store.choose({ row: 1, panel: { name: "curve", of: { layer: 1, index: 1 } }, parameter: 3, pointed: { layer: 2, index: 0 } });

  store.receive({ header: header({ run: 2 }), runs: [part(2, describe({ rows: 2 }))] });

  assert.deepEqual(store.chosen, {
    row: 1, panel: { name: "curve", of: { layer: 1, index: 1 } }, parameter: 3, pointed: { layer: 2, index: 0 }, pointedRow: null, pointedCode: "",
  });
});

test("a run with fewer rows falls back to its first one", () => {
  const store = opened();
  store.choose({ row: 2, panel: { name: "curve", of: { layer: 1, index: 1 } } });

  store.receive({ header: header({ run: 2 }), runs: [part(2, describe({ rows: 2 }))] });

  assert.deepEqual(store.chosen, { ...FIRST_ROW, panel: { name: "curve", of: { layer: 1, index: 1 } } });
});

test("a run with fewer neurons lets go of a neuron and of a parameter that it lacks", () => {
  const store = opened();
  store.choose({ row: 2, panel: { name: "curve", of: { layer: 1, index: 1 } }, parameter: 2, pointed: { layer: 1, index: 1 } });

  store.receive({ header: header({ run: 2 }), runs: [part(2, describe({ hidden: 1 }))] });

  assert.deepEqual(store.chosen, { row: 2, panel: null, parameter: null, pointed: null, pointedRow: null, pointedCode: "" });
});

test("what is chosen waits until it is known what the run is", () => {
  const store = opened();
  store.choose({ row: 2 });

  store.receive({ header: header({ run: 2 }), runs: [part(2, null)] });
  assert.deepEqual([store.chosen.row, store.isComplete, store.moment], [2, false, null]);
  store.receive({ header: header({ run: 2 }), runs: [part(2, describe({ rows: 1 }))] });

  assert.deepEqual([store.chosen.row, store.isComplete], [0, true]);
});

test("what is opened anew is looked at where it says, the same thing retrained from where one is", () => {
  const store = opened();
  store.choose({ row: 2 });
  store.timeline.seek(0);
  store.receive({ header: header({ run: 2, opens_at: opensAt({ row: 1 }) }), runs: [part(2, describe())] });
  assert.deepEqual([store.chosen.row, store.timeline.wanted], [2, 0]);

  store.receive({ header: header({ run: 3, opened: 2, opens_at: opensAt({ row: 1 }) }), runs: [part(3, describe())] });

  assert.deepEqual([store.chosen.row, store.timeline.wanted], [1, 1]);
});

test("what is opened at its beginning has its future hidden until the end is on the screen", () => {
  const store = opened({ opens_at: opensAt({ epoch: 0 }) });
  const seen = [store.hidesFuture];
  const goTo = (epoch) => {
    store.timeline.seek(epoch);
    store.look();
    seen.push(store.hidesFuture);
  };

  goTo(0);
  goTo(1);
  goTo(0);

  assert.deepEqual(seen, [true, true, false, false]);
});

test("what is opened at its end hides nothing, though something else was hidden before", () => {
  const store = opened({ opens_at: opensAt({ epoch: 0 }) });

  store.receive({ header: header({ run: 2, opened: 2 }), runs: [part(2, describe())] });

  assert.equal(store.hidesFuture, false);
});

test("a threshold that is chosen holds at once, whatever an older answer says, until Python has it", () => {
  const store = opened();
  const seen = [store.threshold];
  const answer = (threshold, done) => {
    const said = header({ threshold, commands_done: done });
    store.commands.check(said);
    store.receive({ header: said, runs: [part(1, null)] });
    seen.push(store.threshold);
  };

  store.commands.check(header({ commands_done: 0 }));
  const number = store.commands.add({ kind: "set_threshold", threshold: 0.8 });
  seen.push(store.threshold);
  answer(0.5, 0);
  answer(0.8, number);
  answer(0.7, number);

  assert.deepEqual(seen, [0.5, 0.8, 0.8, 0.8, 0.7]);
});

test("who goes back to a run stands where it was left, unless it plays", () => {
  const store = opened();
  const goesTo = (run, went_to) => {
    store.receive({ header: header({ run, went_to }), runs: [part(run, describe(), { recorded: 6, trained: 90, end: 90 })] });
    return store.timeline.wanted;
  };

  assert.equal(goesTo(2, { epoch: 7, is_back: true }), 7);
  assert.equal(goesTo(3, null), 7);
  assert.equal(goesTo(2, { epoch: null, is_back: true }), 90);
  store.timeline.seek(3);
  store.timeline.play();
  assert.equal(goesTo(3, { epoch: 60, is_back: false }), 3);
  assert.ok(store.timeline.playing);
});

test("chart choices hold at once, too", () => {
  const store = opened();
  const wanted = { measure: "accuracy", value_scale: "log", epoch_scale: "auto" };

  store.pendingChanges.add({ choices: wanted });

  assert.deepEqual(store.choices, wanted);
});

test("what Python says of a run is not changed by anything that is chosen, tried or asked about", () => {
  const description = describe();
  const before = JSON.stringify(description);
  const situation = deepFrozen({ inputs: [4], scaled: [2] });
  const store = opened({ situation }, description);

  store.choose({ row: 2, neuron: { layer: 1, index: 0 } });
  store.commands.add({ kind: "set_threshold", threshold: 0.9 });
  store.tried = { epoch: 1, index: 0, value: 5, number: 1 };
  store.askAbout({ inputs: { 0: 6 }, number: 2 });
  store.look();
  store.receive({ header: header({ situation }), runs: [part(1, null)] });

  assert.deepEqual(store.situation, { inputs: [6], scaled: [3] });
  assert.equal(JSON.stringify(store.run.description), before);
  assert.equal(JSON.stringify(description), before);
});

test("a description is frozen when it arrives", () => {
  const store = opened({}, structuredClone(describe()));

  assert.ok(Object.isFrozen(store.run.description));
});

test("the situation is another object only when it is another one", () => {
  const store = opened({ situation: { inputs: [4], scaled: [2] } });
  const { situation } = store;

  store.receive({ header: header({ situation: { inputs: [4], scaled: [2] } }), runs: [part(1, null)] });
  assert.equal(store.situation, situation);
  store.receive({ header: header({ situation: { inputs: [5], scaled: [2.5] } }), runs: [part(1, null)] });

  assert.deepEqual(store.situation.inputs, [5]);
});

test("the moment follows the play-head, and is another object when something else is to be seen", () => {
  const store = opened();
  store.timeline.advance(0);
  const looks = [store.look(), store.look()];
  const { moment } = store;

  store.timeline.seek(0);
  looks.push(store.look());

  assert.deepEqual(looks, [true, false, true]);
  assert.deepEqual([moment.epoch, store.moment.epoch], [1, 0]);
});

test("a moment of the run before is not one of the run on the screen", () => {
  const store = opened();
  store.look();

  store.receive({ header: header({ run: 2 }), runs: [part(2, describe(), { epochs: new Uint32Array(0), rows: new Float32Array(0) })] });

  assert.deepEqual([store.look(), store.moment], [false, null]);
});

test("a situation that is dragged is asked about with its derived inputs, or not where one has no value", () => {
  const scaling = { offset: [0, 0], scale: [2, 1] };
  const store = opened({}, { ...describe(), layer_sizes: [2, 2, 1], derived: [["ln", ["input", 0]]], input_scaling: scaling });
  store.receive({ header: header({ situation: { inputs: [1, 0], scaled: [0.5, 0] } }), runs: [part(1, null)] });

  store.askAbout({ inputs: { 0: Math.E }, number: 1 });
  assert.deepEqual(store.situation, { inputs: [Math.E, 1], scaled: [Math.E / 2, 1] });

  store.askAbout({ inputs: { 0: -1 }, number: 2 });
  assert.equal(store.situation, null);
});

test("rows that are called otherwise are called so in what is said of them, which is asked for again", () => {
  const store = opened({ why: { run: 1, findings: [] }, worked: { run: 1, epoch: 0, row: 0, parameter: 0 } });

  store.receive({ header: header({}), runs: [part(1, null)] });
  assert.deepEqual([store.why.run, store.workedUpdates.shown.run], [1, 1]);
  store.receive({ header: header({}), runs: [part(1, describe())] });

  assert.equal(store.why, null);
  assert.notEqual(store.workedUpdates.shown.run, 1);
  store.receive({ header: header({ why: { run: 1, findings: [] } }), runs: [part(1, describe())] });
  assert.equal(store.why.run, 1);
});
