import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { ACTIVATIONS, forward, outputsOf } from "../../../playground/player/frontend/model/forward_pass.mjs";

const TABLE = JSON.parse(readFileSync(new URL("forward_cases.json", import.meta.url), "utf8"));

function assertClose(actual, expected, what) {
  const room = 1e-12 * Math.max(1, Math.abs(expected));
  assert.ok(Math.abs(actual - expected) <= room, `${what}: ${actual} instead of ${expected}`);
}

function assertAllClose(actual, expected, what) {
  assert.equal(actual.length, expected.length, what);
  expected.forEach((number, index) => assertClose(actual[index], number, `${what} ${index}`));
}

for (const example of TABLE.cases) {
  test(`${example.name}: every neuron computes what nncore computes`, () => {
    example.inputs.forEach((row, sample) => {
      const trace = forward(example, Float64Array.from(example.parameters), row);

      assert.deepEqual([...trace.inputs], row);
      example.activations.forEach((name, layer) => {
        assertAllClose(trace.preActivations[layer], example.pre_activations[layer][sample], `z of layer ${layer}`);
        assertAllClose(trace.activations[layer], example.layer_activations[layer][sample], `a of layer ${layer}`);
      });
    });
  });

  test(`${example.name}: all rows at once answer as each row alone`, () => {
    const units = example.layer_sizes.at(-1);
    const scaling = { offset: Array(units).fill(0), scale: Array(units).fill(1) };

    const outputs = outputsOf(example, Float64Array.from(example.parameters), example.inputs, scaling);

    assertAllClose(outputs, example.layer_activations.at(-1).flat(), "output");
  });

  test(`${example.name}: every derivative is nncore's`, () => {
    example.activations.forEach((name, layer) => {
      if (example.derivatives[layer] === null) return;
      example.pre_activations[layer].flat().forEach((z, index) => {
        const a = example.layer_activations[layer].flat()[index];
        assertClose(ACTIVATIONS[name].derivative(z, a), example.derivatives[layer].flat()[index], `derivative of ${name} at ${z}`);
      });
    });
  });
}

test("the activations and their ranges are nncore's, softmax apart", () => {
  const ranges = Object.fromEntries(
    Object.entries(ACTIVATIONS).map(([name, { lowest, highest }]) => [
      name,
      [lowest, highest].map((end) => (Number.isFinite(end) ? end : null)),
    ]),
  );
  const { softmax, ...expected } = TABLE.ranges;

  assert.deepEqual(softmax, [0, 1]);
  assert.deepEqual(ranges, expected);
});

test("outputs are given back in the table's units, row by row", () => {
  const run = { layer_sizes: [1, 2], activations: ["linear"], bias: true };
  const scaling = { offset: [100, -1], scale: [10, 2] };

  const outputs = outputsOf(run, Float64Array.of(3, 4, 0.5, 0), [[1], [2]], scaling);

  // Row 1: 3 · 1 + 0.5 = 3.5 and 4; row 2: 6.5 and 8. Then 3.5 · 10 + 100 = 135 and 4 · 2 − 1 = 7; 165 and 15.
  assert.deepEqual([...outputs], [135, 7, 165, 15]);
});

test("the answers of one epoch stay as they are when the next is computed", () => {
  const run = { layer_sizes: [1, 1], activations: ["linear"], bias: false };
  const scaling = { offset: [0], scale: [1] };
  const rows = [[1], [2]];

  const first = outputsOf(run, Float64Array.of(3), rows, scaling);
  outputsOf(run, Float64Array.of(5), rows, scaling);

  assert.deepEqual([...first], [3, 6]);
});

test("no rows have no answers", () => {
  const run = { layer_sizes: [1, 1], activations: ["linear"], bias: false };

  assert.equal(outputsOf(run, Float64Array.of(3), [], { offset: [0], scale: [1] }).length, 0);
});
