import assert from "node:assert/strict";
import test from "node:test";

import { followedBackTo, isOnWayBack } from "../../../playground/player/frontend/network/backward_path.mjs";

// 1-2-2-1 with a bias in the last layer: layer 2 is 2 … 5, layer 3 is 6 and 7, its bias 8.
const EDGES = [
  { parameter: 0, layer: 1, from: 0, to: 0 },
  { parameter: 1, layer: 1, from: 0, to: 1 },
  { parameter: 2, layer: 2, from: 0, to: 0 },
  { parameter: 3, layer: 2, from: 0, to: 1 },
  { parameter: 4, layer: 2, from: 1, to: 0 },
  { parameter: 5, layer: 2, from: 1, to: 1 },
  { parameter: 6, layer: 3, from: 0, to: 0 },
  { parameter: 7, layer: 3, from: 1, to: 0 },
  { parameter: 8, layer: 3, from: null, to: 0 },
];
const NEURON = { layer: 1, index: 1 };
const WORKED = { name: "worked", of: 1 };

test("a derivative is followed back to its neuron, that of a weight to the neuron it leads to", () => {
  assert.deepEqual(followedBackTo({ panel: WORKED, pointed: NEURON, pointedCode: "d1" }, EDGES), NEURON);
  assert.deepEqual(followedBackTo({ panel: WORKED, pointed: null, pointedCode: "gradient 1" }, EDGES), NEURON);
});

test("what goes forward, and an update, is followed nowhere", () => {
  for (const pointedCode of ["", "z1", "new", "X"]) {
    assert.equal(followedBackTo({ panel: WORKED, pointed: NEURON, pointedCode }, EDGES), null);
  }
  assert.equal(followedBackTo({ panel: null, pointed: null, pointedCode: "gradient 1" }, EDGES), null);
});

test("the way back goes over every path from the outputs, and over no bias", () => {
  const over = (neuron) => EDGES.filter((edge) => isOnWayBack(edge, neuron)).map(({ parameter }) => parameter);

  assert.deepEqual(over(NEURON), [4, 5, 6, 7]);
  assert.deepEqual(over({ layer: 2, index: 0 }), [6]);
  assert.deepEqual(over({ layer: 3, index: 0 }), []);
  assert.deepEqual(over(null), []);
});
