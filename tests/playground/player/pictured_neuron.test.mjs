import assert from "node:assert/strict";
import test from "node:test";

import { areAlike, fieldOf, mixedFields } from "../../../playground/player/frontend/decision/decision_field.mjs";
import { neuronPictures, neuronValues } from "../../../playground/player/frontend/decision/decision_grid.mjs";
import {
  headingOfNeuron,
  neuronToPicture,
  PICTURE_SIZE,
  scaleOfNeuron,
  scaleOver,
} from "../../../playground/player/frontend/decision/pictured_neuron.mjs";

const SCALING = { offset: [0, 0], scale: [1, 1] };
const RUN = {
  layer_sizes: [2, 2, 1],
  activations: ["tanh", "sigmoid"],
  bias: false,
  layer_names: ["Input", "Hidden", "Output"],
  neuron_names: [["x1", "x2"], ["hidden 1", "hidden 2"], ["target"]],
  target_names: ["target"],
  input_scaling: SCALING,
  target_scaling: { offset: [0], scale: [1] },
};
// Hidden 1 is tanh(x1), hidden 2 tanh(2 · x2).
const PARAMETERS = [1, 0, 0, 2, 3, 4];
const PLANE = { x: 0, y: 1, xRange: [-1, 1], yRange: [-1, 1], held: Float64Array.of(0, 0) };

test("inputs and a single output have no picture of their own", () => {
  const pointed = (layer, index) => ({ pointed: { layer, index }, panel: null });
  assert.equal(neuronToPicture(RUN, { pointed: null, panel: null }), null);
  assert.equal(neuronToPicture(RUN, pointed(0, 1)), null);
  assert.equal(neuronToPicture(RUN, pointed(2, 0)), null);
  assert.deepEqual(neuronToPicture(RUN, pointed(1, 1)), { layer: 1, index: 1 });
  assert.deepEqual(neuronToPicture({ layer_sizes: [2, 2, 3] }, pointed(2, 2)), { layer: 2, index: 2 });
});

test("the heading says whose picture it is", () => {
  assert.equal(headingOfNeuron(RUN, { layer: 1, index: 1 }), "Hidden, neuron 2");
  assert.equal(headingOfNeuron(RUN, { layer: 2, index: 0 }), "Output, target");
});

test("a neuron's large picture holds the numbers of its small one", () => {
  const { values } = neuronValues(RUN, PARAMETERS, PLANE, 2, { layer: 1, index: 1 });

  // The middles of the cells are at x2 = 0.5 above and −0.5 below.
  assert.deepEqual(Array.from(values), [1, 1, -1, -1].map((sign) => sign * Math.tanh(1)));
  const small = neuronPictures(RUN, PARAMETERS, PLANE, 2)[0][1].values;
  assert.deepEqual(Array.from(small), Array.from(Float32Array.from(values)));
});

test("along a single input a neuron is a curve from end to end", () => {
  const run = { ...RUN, layer_sizes: [1, 1, 1], input_scaling: { offset: [0], scale: [1] } };
  const plane = { ...PLANE, y: null, xRange: [-2, 2], held: Float64Array.of(0) };

  const { values } = neuronValues(run, [0.5, 1], plane, 3, { layer: 1, index: 0 });

  assert.deepEqual(Array.from(values), [Math.tanh(-1), 0, Math.tanh(1)]);
});

test("the scale of a neuron is that of its activation", () => {
  assert.deepEqual(scaleOfNeuron("sigmoid", [0.2, 0.3]), { lowest: 0, middle: 0.5, highest: 1 });
  assert.deepEqual(scaleOfNeuron("tanh", [0.2]), { lowest: -1, middle: 0, highest: 1 });
  // What has no bounds runs to the next round number above the largest.
  assert.deepEqual(scaleOfNeuron("relu", [0, 3.2]), { lowest: 0, middle: 0, highest: 5 });
  assert.deepEqual(scaleOfNeuron("linear", [-3.2, 1]), { lowest: -5, middle: 0, highest: 5 });
  assert.deepEqual(scaleOfNeuron("relu", [0, 0]), { lowest: 0, middle: 0, highest: 1 });
});

test("a neuron's large picture has the scale of its small one, whatever its own cells hold", () => {
  const run = { ...RUN, activations: ["relu", "sigmoid"] };
  const hidden = { layer: 1, index: 0 };
  // 14 cells a side end at 13 / 14 of the edge, 44 at 43 / 44: 1.95 and 2.05, on either side of the round number 2.
  const parameters = [2.1, 0, 0, 2, 3, 4];

  const small = neuronPictures(run, parameters, PLANE, PICTURE_SIZE)[0][0].values;

  assert.deepEqual(scaleOfNeuron("relu", small), { lowest: 0, middle: 0, highest: 2 });
  assert.equal(scaleOfNeuron("relu", neuronValues(run, parameters, PLANE, 44, hidden).values).highest, 5);
  assert.deepEqual(scaleOver(run, parameters, PLANE, hidden), scaleOfNeuron("relu", small));
});

test("half way between two moments every number is the mean of both", () => {
  const span = { plane: PLANE, output: 0, neuron: null };
  const from = fieldOf(RUN, PARAMETERS, span, 2);
  const to = fieldOf(RUN, PARAMETERS.map((weight) => -weight), span, 2);

  const mixed = mixedFields(from, to, 0.5);

  mixed.values.forEach((value, k) => assert.ok(Math.abs(value - (from.values[k] + to.values[k]) / 2) < 1e-15));
  assert.deepEqual(Array.from(mixedFields(from, to, 1).values), Array.from(to.values));
  assert.ok(areAlike(from, to) && !areAlike(from, fieldOf(RUN, PARAMETERS, span, 3)));
});
