import assert from "node:assert/strict";
import test from "node:test";

import { edgesOf } from "../../../playground/player/frontend/decision/decision_ticks.js";
import { scaledInput, scaledRange } from "../../../playground/player/frontend/model/scaled_inputs.mjs";
import { valueOf } from "../../../playground/player/frontend/network/network_values.js";

// The first input reaches from 10 to 30, the second from −1 to 1.
const RUN = { input_scaling: { offset: [10, -1], scale: [20, 2] } };
const SPAN = { plane: { x: 0, y: 1, xRange: [0, 40] }, heights: [-2, 2] };

test("a number of an input is scaled as the network sees it", () => {
  assert.deepEqual([10, 15, 30].map((value) => scaledInput(RUN, 0, value)), [0, 0.25, 1]);
  assert.deepEqual(scaledRange(RUN, 1, [-1, 2]), [0, 1.5]);
});

test("both edges of the picture are named as the inputs are shown", () => {
  assert.deepEqual(edgesOf(RUN, SPAN, false), { across: [0, 40], upwards: [-2, 2] });
  assert.deepEqual(edgesOf(RUN, SPAN, true), { across: [-0.5, 1.5], upwards: [-0.5, 1.5] });
});

test("over one input the outputs upwards stay in the unit of the target", () => {
  const flat = { plane: { x: 0, y: null, xRange: [10, 30] }, heights: [0, 7] };

  assert.deepEqual(edgesOf(RUN, flat, true), { across: [0, 1], upwards: [0, 7] });
});

test("an input's circle shows the raw number, or what the network sees", () => {
  const moment = { run: { ...RUN, train: { inputs: [[30, 0]] } }, traceOf: () => ({ inputs: [1, 0.5], activations: [] }) };

  assert.equal(valueOf({ layer: 0, index: 0 }, moment, 0), 30);
  assert.equal(valueOf({ layer: 0, index: 0 }, moment, 0, true), 1);
});
