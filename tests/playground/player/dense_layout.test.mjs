import assert from "node:assert/strict";
import test from "node:test";

import { overlap } from "./boxes.mjs";
import { networkLayout, wantedHeight } from "../../../playground/player/frontend/network/network_layout.mjs";
import { circleOf, LARGE, linesOf, nodeOf, PAGE, PROJECTOR, box, named, ports, runOf } from "./drawn_networks.mjs";

/** What a network gets on a phone that is so wide: as high as it asks to be. */
const phone = (layerSizes, width = 358) => box(width, Math.max(190, wantedHeight(runOf(layerSizes), box(width, 0))));

for (const layerSizes of [[2, 8, 8, 8, 1], [2, 8, 8, 8, 8, 8, 8, 1]]) {
  test(`${layerSizes.join("-")} shows pictures from 26 pixels on, thin edges, and no numbers while it rests`, () => {
    for (const size of [PAGE, LARGE, phone(layerSizes), PROJECTOR]) {
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

test("on a phone each number of a neuron in focus stands below the drawing, where a finger finds it, and nothing moves", () => {
  const shape = [2, 8, 8, 8, 8, 8, 8, 1];
  for (const width of [328, 358]) {
    const size = phone(shape, width);
    const resting = networkLayout(runOf(shape), size);
    assert.match(resting.more.text, /Choose a neuron/);
    for (const node of resting.nodes.filter(({ layer }) => layer > 0)) {
      const layout = networkLayout(runOf(shape), size, node);
      const own = layout.edges.filter(({ port }) => port);

      assert.deepEqual(layout.nodes, resting.nodes);
      assert.deepEqual(layout.edges.map(({ path }) => path), resting.edges.map(({ path }) => path));
      const sources = Array.from({ length: shape[node.layer - 1] }, (_, i) => `${i + 1}`);
      assert.deepEqual(own.map(({ port }) => port.label), [...sources, "bias"]);
      own.forEach(({ port }, i) => {
        assert.ok(2 * port.reach >= 36 && port.box.right - port.box.left >= 70);
        assert.ok(port.box.left >= 0 && port.box.right <= width && port.box.bottom <= size.height);
        assert.ok(own.slice(i + 1).every((other) => !overlap(port.box, other.port.box)));
        assert.ok(layout.nodes.every((circle) => !overlap(port.box, circleOf(circle))));
      });
      for (const edge of own.filter(({ isBias }) => !isBias)) {
        const [[x, y], end] = [linesOf(edge.path).at(-1).at(-1), nodeOf(layout, edge)];
        assert.ok(Math.abs(end.x - x - end.radius) < 0.2 && Math.abs(end.y - y) < 0.2);
      }
    }
  }
});

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
