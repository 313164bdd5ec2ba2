import assert from "node:assert/strict";
import test from "node:test";

import { networkLayout } from "../../../playground/player/frontend/network/network_layout.mjs";
import { BOXES, LARGE, PAGE, PHONE, PROJECTOR, SHAPES, box, everyDrawing, runOf } from "./drawn_networks.mjs";

test("every parameter of a network that is drawn whole has one edge, in the order of the flat vector per kind", () => {
  for (const layerSizes of [[1, 1], [3, 3, 1], [2, 8, 8, 1], [4, 8, 8, 8, 8, 8, 8, 3]]) {
    const count = layerSizes.slice(1).reduce((sum, size, i) => sum + size * (layerSizes[i] + 1), 0);

    const parameters = networkLayout(runOf(layerSizes), box(520, 320)).edges.map((edge) => edge.parameter);

    assert.deepEqual(parameters, Array.from({ length: count }, (_, i) => i));
  }
});

test("an edge joins the neurons that its parameter joins", () => {
  // 2-3-1 with biases: W1 is 2 × 3 = parameters 0 … 5, b1 6 … 8, W2 9 … 11, b2 12.
  const { edges } = networkLayout(runOf([2, 3, 1]), box(520, 320));

  const brief = (i) => [edges[i].layer, edges[i].from, edges[i].to, edges[i].isBias];

  assert.deepEqual(brief(4), [1, 1, 1, false]);
  assert.deepEqual(brief(8), [1, null, 2, true]);
  assert.deepEqual(brief(10), [2, 1, 0, false]);
  assert.deepEqual(brief(12), [2, null, 0, true]);
});

test("without biases the second layer's weights follow the first layer's", () => {
  const { edges } = networkLayout(runOf([2, 3, 1], false), box(520, 320));

  assert.equal(edges.length, 9);
  assert.deepEqual(edges.map((edge) => edge.isBias), Array(9).fill(false));
  assert.deepEqual([edges[6].layer, edges[6].parameter], [2, 6]);
});

test("a drawing that can be large is large", () => {
  const diameters = (layerSizes, size) => networkLayout(runOf(layerSizes), size).nodes.map(({ radius }) => 2 * radius);

  assert.deepEqual(diameters([3, 1], PAGE).map(Math.round), [52, 52, 52, 108]);
  assert.ok(diameters([2, 3, 1], PAGE).every((diameter) => diameter >= 46));
  assert.ok(networkLayout(runOf([3, 1]), PAGE).nodes.at(-1).x > PAGE.width - 70);
});

test("before a class type is larger: numbers from 16 pixels, names from 13", () => {
  for (const layerSizes of SHAPES) {
    const { numberSize, nameSize } = networkLayout(runOf(layerSizes), PROJECTOR);

    assert.ok(numberSize >= 16 && nameSize >= 13);
  }
  assert.ok(networkLayout(runOf([2, 3, 1]), PROJECTOR).numberSize > 20);
  for (const size of BOXES) assert.ok(networkLayout(runOf([2, 8, 8, 8, 1]), size).nameSize >= 13);
});

test("an edge of a drawing that has its numbers may be nine pixels wide", () => {
  assert.equal(networkLayout(runOf([3, 3, 1]), PAGE).widestEdge, 9);
});

test("neurons stay in the box, below the layer's name, and apart from each other", () => {
  for (const { layout: { nodes }, size, where } of everyDrawing()) {
    for (const [i, node] of nodes.entries()) {
      assert.ok(node.x - node.radius >= 0 && node.x + node.radius <= size.width, where);
      assert.ok(node.y - node.radius >= 20 && node.y + node.radius <= size.height, where);
      const next = nodes[i + 1];
      if (next?.layer === node.layer) assert.ok(next.y - node.y > 2 * node.radius, where);
      else if (next) assert.ok(next.x - next.radius > node.x + node.radius, where);
    }
  }
});

test("eight neurons are all drawn", () => {
  const layout = networkLayout(runOf([8, 8, 1]), box(520, 320));

  assert.equal(layout.nodes.length, 17);
  assert.equal(layout.omitted, null);
  assert.ok(layout.nodes.every((node) => !node.isRest));
});

test("of nine neurons seven are drawn, and a node says how many more there are", () => {
  const layout = networkLayout(runOf([9, 1]), box(520, 320));

  const inputs = layout.nodes.filter((node) => node.layer === 0);

  assert.equal(inputs.length, 8);
  assert.deepEqual([inputs[7].isRest, inputs[7].name, inputs[7].index], [true, "and 2 more", 7]);
  assert.equal(layout.omitted, "Drawn are the first 7 of the 9 in “Input”; all take part.");
});

test("edges of what is not drawn are left out, and the others keep their place in the flat vector", () => {
  // 300-12-1 with biases: W1 has 300 · 12 = 3600 parameters, b1 12, W2 12, b2 1.
  const { edges } = networkLayout(runOf([300, 12, 1]), box(520, 320));

  const parameters = edges.map((edge) => edge.parameter);

  assert.equal(edges.length, 7 * 7 + 7 + 7 + 1);
  assert.deepEqual(parameters.slice(0, 8), [0, 1, 2, 3, 4, 5, 6, 12]);
  assert.deepEqual(parameters.slice(49, 57), [3600, 3601, 3602, 3603, 3604, 3605, 3606, 3612]);
  assert.equal(parameters.at(-1), 3624);
});

test("the sentence names every layer that is not drawn whole", () => {
  const { omitted } = networkLayout(runOf([300, 12, 1]), box(520, 320));

  assert.equal(
    omitted,
    "Drawn are the first 7 of the 300 in “Input” and of the 12 in “Hidden 1”; all take part.",
  );
});

test("layers stand from left to right under their names", () => {
  const { layers, nodes } = networkLayout(runOf([3, 3, 1]), box(520, 320));

  assert.deepEqual(layers.map((layer) => layer.name), ["Input", "Hidden 1", "Output"]);
  assert.ok(layers[0].x < layers[1].x && layers[1].x < layers[2].x);
  assert.ok(nodes.every((node) => node.x === layers[node.layer].x));
});

test("where layers stand close their names are short", () => {
  const narrow = networkLayout(runOf([3, 3, 3, 3, 1]), box(281, 300));
  const wide = networkLayout(runOf([3, 3, 3, 3, 1]), box(900, 400));

  assert.deepEqual(narrow.layers.map(({ name }) => name), ["Input", "H 1", "H 2", "H 3", "Output"]);
  assert.equal(wide.layers[1].name, "Hidden 1");
});

test("a name is written whole where it has room, and else as far as it goes", () => {
  const run = { ...runOf([2, 2, 1]), neuron_names: [["area", "number of rooms"], ["hidden 1", "hidden 2"], ["price"]] };
  const shown = (size) => networkLayout(run, size).nodes.map(({ shownName }) => shownName);

  assert.deepEqual(shown(LARGE), ["area", "number of rooms", "hidden 1", "hidden 2", "price"]);
  assert.deepEqual(shown(PHONE), ["area", "number…", "hidden 1", "hidden 2", "price"]);
});
