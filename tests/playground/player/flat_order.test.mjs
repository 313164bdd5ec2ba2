import assert from "node:assert/strict";
import { test } from "node:test";

import { endsOf, layerViews, weightAt } from "../../../playground/player/frontend/model/flat_order.mjs";

test("a 2-3-1 network with biases has 9 parameters before its second layer", () => {
  const run = { layer_sizes: [2, 3, 1], bias: true };

  assert.deepEqual(layerViews(run), [
    { weights: 0, biases: 6, fanIn: 2, fanOut: 3 },
    { weights: 9, biases: 12, fanIn: 3, fanOut: 1 },
  ]);
  assert.equal(layerViews(run), layerViews(run));
});

test("without biases the second layer begins where the first one's weights end", () => {
  const run = { layer_sizes: [2, 3, 1], bias: false };

  assert.deepEqual(layerViews(run).map(({ weights, biases }) => [weights, biases]), [[0, null], [6, null]]);
});

test("weights lie row by row: all that leave one neuron, then all that leave the next", () => {
  const [, second] = layerViews({ layer_sizes: [1, 2, 3], bias: true });

  assert.deepEqual([weightAt(second, 0, 0), weightAt(second, 0, 2), weightAt(second, 1, 0)], [4, 6, 7]);
});

test("every parameter is told by its ends, in the order of the vector", () => {
  const ends = endsOf({ layer_sizes: [2, 2, 1], bias: true });

  assert.deepEqual(ends.map(({ layer, from, to }) => `${layer} ${from ?? "b"}${to}`), [
    "1 00", "1 01", "1 10", "1 11", "1 b0", "1 b1", "2 00", "2 10", "2 b0",
  ]);
  assert.equal(endsOf({ layer_sizes: [2, 2, 1], bias: false }).length, 6);
});

test("a parameter's ends lie where its place says", () => {
  const run = { layer_sizes: [3, 4, 2], bias: true };
  const views = layerViews(run);

  const places = endsOf(run).map(({ layer, from, to }) => {
    const view = views[layer - 1];
    return from === null ? view.biases + to : weightAt(view, from, to);
  });

  assert.deepEqual(places, places.map((_, place) => place));
});
