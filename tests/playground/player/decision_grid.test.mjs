import assert from "node:assert/strict";
import test from "node:test";

import {
  curve,
  gridOutputs,
  neuronPictures,
  planeOf,
} from "../../../playground/player/frontend/decision/decision_grid.mjs";
import { forward, outputsOf } from "../../../playground/player/frontend/model/forward_pass.mjs";

function someRun(parts) {
  const count = parts.layer_sizes[0];
  const outputs = parts.layer_sizes.at(-1);
  return {
    bias: true,
    test: null,
    situation: null,
    input_scaling: { offset: Array(count).fill(0), scale: Array(count).fill(1) },
    target_scaling: { offset: Array(outputs).fill(0), scale: Array(outputs).fill(1) },
    ...parts,
  };
}

const THREE_INPUTS = someRun({
  layer_sizes: [3, 4, 2],
  activations: ["tanh", "softmax"],
  input_scaling: { offset: [10, -2, 5], scale: [4, 0.5, 100] },
  target_scaling: { offset: [3, -1], scale: [2, 7] },
  train: { inputs: [[8, -1, 50], [12, -3, 200]] },
});
const PARAMETERS = Float64Array.from({ length: 26 }, (_, k) => Math.sin(3 * k + 1));

test("a plane spans the rows with a quarter of their range around them", () => {
  const run = someRun({ layer_sizes: [2, 1], activations: ["linear"], train: { inputs: [[0, 10], [4, 10]] } });

  const plane = planeOf(run, 1);

  // 0 to 4 has the range 4, a quarter is 1; the second column has one value only, which gets 1 to either side.
  assert.deepEqual(plane, { x: 0, y: 1, xRange: [-1, 5], yRange: [9, 11], held: Float64Array.of(4, 10) });
});

test("test rows and the new situation lie on the plane too", () => {
  const run = someRun({
    layer_sizes: [2, 1],
    activations: ["linear"],
    train: { inputs: [[0, 0], [1, 1]] },
    test: { inputs: [[-3, 0]] },
    situation: { inputs: [0, 9], scaled: [0, 9] },
  });

  const plane = planeOf(run, 0);

  // −3 to 1 and a quarter of 4; 0 to 9 and a quarter of 9.
  assert.deepEqual([plane.xRange, plane.yRange], [[-4, 2], [-2.25, 11.25]]);
});

test("one input alone has no y", () => {
  const run = someRun({ layer_sizes: [1, 1], activations: ["linear"], train: { inputs: [[0], [4]] } });

  assert.equal(planeOf(run, 0).y, null);
  assert.equal(neuronPictures(run, [1, 0], planeOf(run, 0), 4), null);
});

test("the inputs that are not on the axes are held at the chosen row", () => {
  const plane = planeOf(THREE_INPUTS, 1, { x: 2, y: 0 });

  assert.deepEqual([plane.x, plane.y, [...plane.held]], [2, 0, [12, -3, 200]]);
});

test("the first cell is at the top left: lowest x and highest y", () => {
  const run = someRun({ layer_sizes: [2, 1], activations: ["linear"], train: { inputs: [[0, 0], [4, 4]] } });

  const { outputs } = gridOutputs(run, Float64Array.of(1, 100, 0), planeOf(run, 0), 2);

  // From −1 to 5 two cells have their middles at 0.5 and 3.5; the output is x + 100 y.
  assert.deepEqual([...outputs], [350.5, 353.5, 50.5, 53.5]);
});

test("every cell answers what the network answers to that row", () => {
  const plane = planeOf(THREE_INPUTS, 1, { x: 1, y: 2 });
  const size = 5;

  const { outputs } = gridOutputs(THREE_INPUTS, PARAMETERS, plane, size);
  const pictures = neuronPictures(THREE_INPUTS, PARAMETERS, plane, size);

  for (let cell = 0; cell < size * size; cell++) {
    const [right, up] = [((cell % size) + 0.5) / size, 1 - (Math.floor(cell / size) + 0.5) / size];
    const within = ([low, high], share) => low + share * (high - low);
    const raw = [12, within(plane.xRange, right), within(plane.yRange, up)];
    const { offset, scale } = THREE_INPUTS.input_scaling;
    const scaled = raw.map((value, k) => (value - offset[k]) / scale[k]);
    const expected = outputsOf(THREE_INPUTS, PARAMETERS, [scaled], THREE_INPUTS.target_scaling);
    const trace = forward(THREE_INPUTS, PARAMETERS, scaled);
    expected.forEach((value, k) => assert.ok(Math.abs(outputs[cell * 2 + k] - value) < 1e-12));
    trace.activations.forEach((layer, l) =>
      layer.forEach((value, unit) => assert.ok(Math.abs(pictures[l][unit].values[cell] - value) < 1e-7)),
    );
  }
});

test("there is a picture of every neuron, in its layer, of as many cells as were asked for", () => {
  const pictures = neuronPictures(THREE_INPUTS, PARAMETERS, planeOf(THREE_INPUTS, 0), 6);

  assert.deepEqual(pictures.map((layer) => layer.length), [4, 2]);
  assert.ok(pictures.flat().every(({ values, size }) => size === 6 && values.length === 36));
});

test("the picture of one epoch stays as it is when the next is computed", () => {
  const plane = planeOf(THREE_INPUTS, 0);
  const both = (parameters) => [
    gridOutputs(THREE_INPUTS, parameters, plane, 4).outputs,
    neuronPictures(THREE_INPUTS, parameters, plane, 4),
  ];

  const first = both(PARAMETERS);
  const before = structuredClone(first);
  both(PARAMETERS.map((weight) => -weight));

  assert.deepEqual(first, before);
});

test("a curve goes from end to end of the range, in the table's units", () => {
  const run = someRun({
    layer_sizes: [1, 1],
    activations: ["linear"],
    input_scaling: { offset: [10], scale: [2] },
    target_scaling: { offset: [100], scale: [5] },
    train: { inputs: [[10], [14]] },
  });

  const { inputs, outputs } = curve(run, Float64Array.of(3, 1), planeOf(run, 0), 3);

  // 9, 12 and 15 are −0.5, 1 and 2.5 to the network, which answers 3x + 1 = −0.5, 4 and 8.5: 5 times that, plus 100.
  assert.deepEqual([[...inputs], [...outputs]], [[9, 12, 15], [97.5, 120, 142.5]]);
});
