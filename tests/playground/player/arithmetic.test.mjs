import assert from "node:assert/strict";
import test from "node:test";

import { forward } from "../../../playground/player/frontend/model/forward_pass.mjs";
import { arithmeticOf } from "../../../playground/player/frontend/network/arithmetic.mjs";

const ROOMY = 120;

/** What a neuron computes of a row with these parameters. */
function written(run, parameters, row, neuron, room = ROOMY) {
  return arithmeticOf(run, parameters, forward(run, parameters, row), neuron, room);
}

const SINGLE = { layer_sizes: [3, 1], activations: ["sigmoid"], bias: false };
/** W1 is 2 × 2, b1, W2 is 2 × 1, b2. */
const TWO = { layer_sizes: [2, 2, 1], activations: ["leaky_relu", "sigmoid"], bias: true };
const WEIGHTS = [1, 2, -0.5, 0.25, 3, -1.5, 0.5, -2, 0.75];

test("a single neuron is written as its products, their sum, its activation and its output", () => {
  // 0 · −0.17 + 0 · 0.44 + 1 · −1 = −1, and 1 / (1 + e) = 0.2689
  const { sum, result } = written(SINGLE, [-0.17, 0.44, -1], [0, 0, 1], { layer: 1, index: 0 });

  assert.equal(sum, "0 × −0.17 + 0 × 0.44 + 1 × −1.00 = −1.00 → sigmoid →");
  assert.equal(result, "0.2689");
});

test("a sum that is not 0 is never written as 0", () => {
  // 0.657 + 0 − 0.661 = −0.004, and sigmoid(−0.004) = 0.499
  const { sum, result } = written(SINGLE, [0.657, 0.539, -0.661], [1, 0, 1], { layer: 1, index: 0 });

  assert.equal(sum, "1 × 0.66 + 0 × 0.54 + 1 × −0.66 = −0.004 → sigmoid →");
  assert.equal(result, "0.4990");
});

test("a sum that a rounding has left beside 0 is written as 0 where it is answered as 0 is", () => {
  // 0 − 3e-16, and sigmoid(−3e-16) = 0.5
  const { sum, result } = written(SINGLE, [0.1, 0.2, -3e-16], [0, 0, 1], { layer: 1, index: 0 });

  assert.equal(sum, "0 × 0.10 + 0 × 0.20 + 1 × 0.00 = 0.00 → sigmoid →");
  assert.equal(result, "0.5000");
});

test("a bias is told by its name, and a hidden neuron's products are of its own weights", () => {
  // of (2, 4): 2 · 2 + 4 · 0.25 − 1.5 = 3.5
  const { sum, result } = written(TWO, WEIGHTS, [2, 4], { layer: 1, index: 1 });

  assert.equal(sum, "2 × 2.00 + 4 × 0.25 + bias −1.50 = 3.50 → leaky relu →");
  assert.equal(result, "3.500");
});

test("a later neuron multiplies what the neurons before it answer", () => {
  // hidden 1: 2 · 1 − 4 · 0.5 + 3 = 3; hidden 2: 3.5; 3 · 0.5 − 3.5 · 2 + 0.75 = −4.75
  const { sum } = written(TWO, WEIGHTS, [2, 4], { layer: 2, index: 0 });

  assert.equal(sum, "3.00 × 0.50 + 3.50 × −2.00 + bias 0.75 = −4.75 → sigmoid →");
});

test("where there is no room first the activation's name goes, then the products are counted", () => {
  const sums = [70, 56, 40, 30, 8].map((room) => written(TWO, WEIGHTS, [2, 4], { layer: 2, index: 0 }, room).sum);

  assert.deepEqual(sums, [
    "3.00 × 0.50 + 3.50 × −2.00 + bias 0.75 = −4.75 → sigmoid →",
    "3.00 × 0.50 + 3.50 × −2.00 + bias 0.75 = −4.75 →",
    "two products + bias = −4.75 →",
    "z = −4.75 →",
    "z = −4.75 →",
  ]);
});

test("softmax is said to be over all outputs, and goes after the products where there is no room", () => {
  const run = { layer_sizes: [1, 3], activations: ["softmax"], bias: false };
  const sums = [ROOMY, 50, 42, 36, 12].map((room) => written(run, [1, 2, 3], [2], { layer: 1, index: 0 }, room).sum);

  assert.deepEqual(sums, [
    "2 × 1.00 = 2.00 → softmax over all three →",
    "2 × 1.00 = 2.00 → softmax over all three →",
    "z = 2.00 → softmax over all three →",
    "z = 2.00 → softmax →",
    "z = 2.00 →",
  ]);
});

test("many products are counted even where they would fit", () => {
  const run = { layer_sizes: [8, 1], activations: ["tanh"], bias: true };

  const { sum } = written(run, Array(9).fill(0.5), Array(8).fill(1), { layer: 1, index: 0 }, 400);

  assert.equal(sum, "eight products + bias = 4.50 → tanh →");
});

test("one product is no plural, and more than twelve are a figure", () => {
  const counted = (inputs) => {
    const run = { layer_sizes: [inputs, 1], activations: ["linear"], bias: false };
    return written(run, Array(inputs).fill(1), Array(inputs).fill(1), { layer: 1, index: 0 }, 36).sum;
  };

  assert.equal(counted(1), "1 × 1.00 = 1.00 → linear →");
  assert.equal(counted(20), "20 products = 20.0 → linear →");
});

test("what somebody is to work is kept back, also where a later neuron multiplies it", () => {
  const open = { sums: new Set(["2/0"]), answers: new Set(["1/1", "2/0"]) };
  const { sum, result } = arithmeticOf(TWO, WEIGHTS, forward(TWO, WEIGHTS, [2, 4]), { layer: 2, index: 0 }, ROOMY, open);

  assert.equal(sum, "3.00 × 0.50 + ? × −2.00 + bias 0.75 = ? → sigmoid →");
  assert.equal(result, "?");
});
