import assert from "node:assert/strict";
import test from "node:test";

import { networkLayout } from "../../../playground/player/frontend/network/network_layout.mjs";
import { LARGE, PAGE, PHONE, PROJECTOR, box, named, ports, runOf } from "./drawn_networks.mjs";

for (const layerSizes of [[2, 8, 8, 8, 1], [2, 8, 8, 8, 8, 8, 8, 1]]) {
  test(`${layerSizes.join("-")} shows pictures from 26 pixels on, thin edges, and no numbers while it rests`, () => {
    for (const size of [PAGE, LARGE, PHONE, PROJECTOR]) {
      const layout = networkLayout(runOf(layerSizes), size);

      assert.deepEqual([layout.isDense, ports(layout), layout.widestEdge], [true, [], 5]);
      assert.ok(layout.nodes.every(({ radius }) => radius >= 13), named(size));
    }
  });

  test(`${layerSizes.join("-")}: a neuron in focus has all its numbers, and does not leave the pointer`, () => {
    for (const size of [PAGE, LARGE, PROJECTOR]) {
      const resting = networkLayout(runOf(layerSizes), size);
      for (const node of resting.nodes.filter(({ layer }) => layer > 0)) {
        const layout = networkLayout(runOf(layerSizes), size, node);
        const own = layout.edges.filter(({ port }) => port);
        const there = layout.nodes.find(({ layer, index }) => layer === node.layer && index === node.index);

        assert.equal(own.length, layerSizes[node.layer - 1] + 1);
        assert.ok(own.every(({ layer, to }) => layer === node.layer && to === node.index));
        assert.deepEqual([there.x, there.y, there.radius], [node.x, node.y, node.radius]);
      }
    }
  });
}

test("where not all numbers of a neuron have room the largest are shown, in their order, and how many more there are", () => {
  // Row by row in the flat vector: the weights 0 to 19 of twenty inputs come to the first neuron as 0, 8, 16, …
  const weights = new Map([[0, 0.1], [8, -3], [16, 0.2], [24, 2], [32, 0.3], [40, 1], [48, 0.05]]);
  const sizeOf = (parameter) => weights.get(parameter) ?? 0.01;

  const layout = networkLayout(runOf([20, 8, 1]), box(556, 150), { layer: 1, index: 0 }, sizeOf);
  const whole = networkLayout(runOf([20, 8, 1]), PAGE, { layer: 1, index: 0 }, sizeOf);

  const shown = layout.edges.filter(({ port }) => port).map(({ parameter }) => parameter);
  assert.deepEqual(shown, [8, 24, 40]);
  assert.equal(layout.more.text, "18 more");
  // Seven inputs are drawn, and a bias: thirteen of 21 have no line of their own.
  assert.deepEqual([whole.edges.filter(({ port }) => port).length, whole.more.text], [8, "13 more"]);
});

test("what is not drawn is never in focus", () => {
  for (const neuron of [{ layer: 1, index: 9 }, { layer: 1, index: 7 }, { layer: 0, index: 0 }, { layer: 9, index: 0 }]) {
    assert.deepEqual(ports(networkLayout(runOf([2, 12, 12, 1]), PAGE, neuron)), []);
  }
});
