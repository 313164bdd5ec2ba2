import assert from "node:assert/strict";
import test from "node:test";

import { withNames } from "../../../playground/player/frontend/model/names.mjs";
import { Store } from "../../../playground/player/frontend/model/store.mjs";

const NAMES = {
  parameters: [{ name: "size → price", label: "size", layer: "Input → Output", is_bias: false }],
  neuron_names: [["size"], ["price"]],
  layer_names: ["Input", "Output"],
};

test("a description that has its names is left as it is", () => {
  assert.deepEqual(withNames({ epochs: 5, ...NAMES }, () => null), { epochs: 5, ...NAMES });
});

test("names that are left out are those of the run that is told, and everything else is its own", () => {
  const descriptionOf = (run) => (run === 3 ? { epochs: 9, ...NAMES } : null);

  assert.deepEqual(withNames({ epochs: 5, names_of: 3 }, descriptionOf), { epochs: 5, ...NAMES });
});

test("where nobody has the names there is no description, so that it is asked for again", () => {
  assert.equal(withNames({ epochs: 5, names_of: 3 }, () => null), null);
  assert.equal(withNames({ epochs: 5, names_of: 3 }, () => ({ epochs: 9 })), null);
});

function part(run, description) {
  return {
    run, from: 0, width: 3, recorded: 0, trained: 0, finished: false, end: 9, threshold: 0.5, known_flips: 0, flips: [],
    flip_count: 0, early_end: [], changed_at: [], description, epochs: new Uint32Array(0), rows: new Float32Array(0),
  };
}

function receive(store, ...runs) {
  const [run, before] = runs.map((told) => told.run);
  store.receive({ header: { run, before: before ?? null, threshold: 0.5, situation: null }, runs });
}

test("the run before has the names that came with the one on the screen", () => {
  const store = new Store();

  receive(store, part(2, { epochs: 5, ...NAMES }), part(1, { epochs: 4, names_of: 2 }));

  assert.deepEqual(store.before.description, { epochs: 4, ...NAMES });
});

test("a branch has the names of the run it leaves, also when that one was told long before", () => {
  const store = new Store();
  receive(store, part(1, { epochs: 4, ...NAMES }));

  receive(store, part(2, { epochs: 5, names_of: 1 }), part(1, undefined));
  receive(store, part(3, { epochs: 6, names_of: 1 }), part(1, undefined));

  assert.deepEqual(store.run.description, { epochs: 6, ...NAMES });
});

test("a run that is told anew keeps its own names", () => {
  const store = new Store();
  receive(store, part(1, { epochs: 4, ...NAMES }));

  receive(store, part(1, { epochs: 5, names_of: 1 }));

  assert.deepEqual(store.run.description, { epochs: 5, ...NAMES });
});
