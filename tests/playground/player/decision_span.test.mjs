import assert from "node:assert/strict";
import test from "node:test";

import { spanOf, spanWithin } from "../../../playground/player/frontend/decision/decision_span.mjs";

const runOf = (inputs, targets, classes) => ({
  classes,
  layer_sizes: [inputs[0].length, 1],
  train: { inputs, targets: targets.map((target) => [target]) },
  test: null,
  situation: null,
});
const TWO = { kind: "two", values: [0, 1] };
const LINE = { axes: { x: 0, y: null }, held: Float64Array.of(0) };
const PLANE = { axes: { x: 0, y: 1 }, held: Float64Array.of(0, 0) };

test("over two inputs the edges are a quarter of each column beyond its rows", () => {
  const { plane, heights } = spanOf(runOf([[0, 10], [4, 30]], [0, 1], TWO), PLANE, 0, 0.5);

  assert.deepEqual([plane.xRange, heights], [[-1, 5], [5, 35]]);
});

test("with one input the edges leave room above and below the targets", () => {
  // 12 % of 0..50 is 6.
  const { plane, heights } = spanOf(runOf([[0], [4]], [0, 50], null), LINE, 0, 0.5);

  assert.deepEqual([plane.xRange, heights], [[-1, 5], [-6, 56]]);
});

test("while a point is dragged the edges and the colours stay, and what is held still is the chosen row's", () => {
  const before = spanOf(runOf([[0, 10], [4, 30]], [0, 50], null), PLANE, 0, 0.5);
  const moved = { ...PLANE, held: Float64Array.of(3, 20) };

  const during = spanOf(runOf([[0, 10], [9, 90]], [0, 80], null), moved, 0, 0.5, before);

  assert.deepEqual([during.plane.xRange, during.plane.yRange], [[-1, 5], [5, 35]]);
  assert.deepEqual([during.heights, during.scale], [before.heights, before.scale]);
  assert.deepEqual([...during.plane.held], [3, 20]);
});

test("a neuron's curve stays in the picture as its weight grows, and its heights stay while it fits", () => {
  const run = {
    ...runOf([[0], [4]], [0, 1], TWO),
    layer_sizes: [1, 1, 1],
    activations: ["relu", "sigmoid"],
    bias: false,
    target_names: ["target"],
    input_scaling: { offset: [0], scale: [1] },
    target_scaling: { offset: [0], scale: [1] },
  };
  // From −1 to 5 the neuron answers up to five times its weight, and 12 % of what lies between is room.
  const span = { ...spanOf(run, LINE, 0, 0.5), neuron: { layer: 1, index: 0 } };

  const young = spanWithin(span, run, [0.4, 1]);
  const grown = spanWithin(young, run, [1.5, 1]);

  assert.deepEqual([young.heights, grown.heights], [[-0.24, 2.24], [-1.2, 11.2]]);
  assert.equal(spanWithin(grown, run, [1.6, 1]), grown);
});

test("the output's curve that leaves the rows takes the picture with it in half steps, and no further than once as high", () => {
  const run = {
    ...runOf([[0], [4]], [0, 10], null),
    activations: ["linear"],
    bias: false,
    target_names: ["target"],
    input_scaling: { offset: [0], scale: [1] },
    target_scaling: { offset: [0], scale: [1] },
  };
  const span = spanOf(run, LINE, 0, 0.5);

  // From −1 to 5 the output goes from −w to 5 w; the rows with their room from −1.2 to 11.2, and half of their 10 is 5.
  assert.deepEqual(span.heights, [-1.2, 11.2]);
  assert.equal(spanWithin(span, run, [1]), span);
  assert.deepEqual(spanWithin(span, run, [2.5]).heights, [-6.2, 16.2]);
  assert.deepEqual(spanWithin(span, run, [4]).heights, [-6.2, 21.2]);
  assert.deepEqual(spanWithin(span, run, [-4]).heights, [-11.2, 11.2]);
  assert.deepEqual(spanWithin(span, run, [400]).heights, [-11.2, 21.2]);
  // While a point is dragged, nothing moves under it.
  const held = spanOf(run, LINE, 0, 0.5, span);
  assert.equal(spanWithin(held, run, [400]), held);
});
