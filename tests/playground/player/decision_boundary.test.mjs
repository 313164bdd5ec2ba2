import assert from "node:assert/strict";
import test from "node:test";

import { boundaryOf, middleLine } from "../../../playground/player/frontend/decision/decision_boundary.mjs";
import { fieldOf } from "../../../playground/player/frontend/decision/decision_field.mjs";

const PLANE = { x: 0, y: 1, xRange: [0, 1], yRange: [0, 1], held: Float64Array.of(0, 0) };
const SIZE = 44;
const unscaled = (count) => ({ offset: new Array(count).fill(0), scale: new Array(count).fill(1) });
const TOLERANCE = 1e-9;

/** A network of one layer over two inputs, with biases. */
function network(activation, names, targetScaling = unscaled(names.length)) {
  const kind = names.length === 1 ? "two" : "several";
  return {
    layer_sizes: [2, names.length],
    activations: [activation],
    bias: true,
    target_names: names,
    input_scaling: unscaled(2),
    target_scaling: targetScaling,
    classes: { kind, values: [0, 1], tolerance: TOLERANCE, names },
  };
}

/** The ends of the line's segments as points of the plane, upwards. */
function pointsOf(segments) {
  const points = [];
  for (let k = 0; k < segments.length; k += 2) points.push([segments[k], 1 - segments[k + 1]]);
  return points;
}

function boundary(run, parameters, threshold = 0.5, output = 0) {
  const span = { plane: PLANE, output, neuron: null };
  return boundaryOf(run, { span, threshold, isAtEnd: true }, fieldOf(run, parameters, span, SIZE), [output]);
}

/** Every point lies on the line, and the line goes through the whole picture. */
function assertOnLine(points, height) {
  assert.ok(points.length > SIZE);
  for (const [x, y] of points) assert.ok(Math.abs(y - height(x)) < 1e-9, `${x} ${y} is off by ${y - height(x)}`);
}

test("the border of one neuron is straight however large its weights are", () => {
  for (const size of [1, 30, 3000]) {
    // z = size · (0.6 x + 2 y − 1), so y = 0.5 − 0.3 x at a threshold of 0.5.
    const parameters = Float64Array.of(0.6 * size, 2 * size, -size);
    assertOnLine(pointsOf(boundary(network("sigmoid", ["t"]), parameters).segments), (x) => 0.5 - 0.3 * x);
    assertOnLine(pointsOf(boundary(network("tanh", ["t"]), parameters, 0).segments), (x) => 0.5 - 0.3 * x);
  }
});

test("another threshold moves it by what the pre-activation lacks", () => {
  // The output is 0.9 where z = ln 9.
  const { segments } = boundary(network("sigmoid", ["t"]), Float64Array.of(12, 40, -20), 0.9);

  assertOnLine(pointsOf(segments), (x) => (20 + Math.log(9) - 12 * x) / 40);
});

test("between the classes of a softmax it is straight, too", () => {
  // With three outputs of z = s · (x − 1), s · (1 − 2 y) and −10 s, the first two meet at y = 1 − x / 2.
  for (const size of [1, 900]) {
    const parameters = Float64Array.of(size, 0, 0, 0, -2 * size, 0, -size, size, -10 * size);
    const run = network("softmax", ["a", "b", "c"]);
    assertOnLine(pointsOf(boundary(run, parameters).segments), (x) => 1 - x / 2);
    assert.deepEqual(boundary(run, parameters, 0.5, 2), { segments: [], sentence: "c is nowhere the largest: no line" });
  }
});

test("where outputs are told in another unit the line is drawn from them, as ever", () => {
  // The output is 10 · a, so it is 5 where z = 0; flat enough that linear interpolation is near.
  const run = network("sigmoid", ["t"], { offset: [0], scale: [10] });

  const points = pointsOf(boundary(run, Float64Array.of(0.6, 2, -1), 5).segments);

  assert.ok(points.length > SIZE && points.every(([x, y]) => Math.abs(y - (0.5 - 0.3 * x)) < 1e-3));
});

test("a hidden neuron passes the middle of its scale on a straight line", () => {
  const run = { ...network("sigmoid", ["t"]), layer_sizes: [2, 1, 1], activations: ["tanh", "sigmoid"] };
  const span = { plane: PLANE, output: 0, neuron: { layer: 1, index: 0 } };
  const field = fieldOf(run, Float64Array.of(600, 2000, -1000, 1, 0), span, SIZE);

  assertOnLine(pointsOf(middleLine(run, field, span.neuron, 0)), (x) => 0.5 - 0.3 * x);
});

test("where all outputs are one there is no line, and that is said", () => {
  const { segments, sentence } = boundary(network("sigmoid", ["t"]), Float64Array.of(0, 0, 0));

  assert.deepEqual([segments, sentence], [[], "every output is 0.5: undecided everywhere"]);
});
