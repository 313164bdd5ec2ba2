import assert from "node:assert/strict";
import test from "node:test";

import { overlap, boxAround } from "../../../playground/player/frontend/network/network_labels.mjs";
import { networkLayout, numberBox } from "../../../playground/player/frontend/network/network_layout.mjs";

/** A run of these layer sizes, as far as the layout reads it. */
function runOf(layerSizes, bias = true) {
  const last = layerSizes.length - 1;
  return {
    layer_sizes: layerSizes,
    bias,
    layer_names: layerSizes.map((_, i) => (i === 0 ? "Input" : i === last ? "Output" : `Hidden ${i}`)),
    neuron_names: layerSizes.map((size, i) =>
      Array.from({ length: size }, (_, j) => `${i === 0 ? "input" : i === last ? "target" : "hidden"} ${j + 1}`),
    ),
  };
}

/** The boxes that the written numbers take. */
function labelBoxes(layout) {
  const { width, height } = numberBox(layout.numberSize);
  return layout.edges.filter((e) => e.labelFits).map((e) => boxAround(e.labelX, e.labelY, width, height));
}

const SIZES = [
  [340, 300],
  [420, 280],
  [520, 300],
  [700, 400],
];

test("every parameter of a network that is drawn whole has one edge, in the order of the flat vector per kind", () => {
  for (const layerSizes of [[1, 1], [3, 3, 1], [2, 8, 8, 1], [4, 8, 8, 8, 8, 8, 8, 3]]) {
    const count = layerSizes.slice(1).reduce((sum, size, i) => sum + size * (layerSizes[i] + 1), 0);

    const parameters = networkLayout(runOf(layerSizes), 520, 320).edges.map((edge) => edge.parameter);

    assert.deepEqual(parameters, Array.from({ length: count }, (_, i) => i));
  }
});

test("an edge joins the neurons that its parameter joins", () => {
  // 2-3-1 with biases: W1 is 2 × 3 = parameters 0 … 5, b1 6 … 8, W2 9 … 11, b2 12.
  const { edges } = networkLayout(runOf([2, 3, 1]), 520, 320);

  const brief = (i) => [edges[i].layer, edges[i].from, edges[i].to, edges[i].isBias];

  assert.deepEqual(brief(4), [1, 1, 1, false]);
  assert.deepEqual(brief(8), [1, null, 2, true]);
  assert.deepEqual(brief(10), [2, 1, 0, false]);
  assert.deepEqual(brief(12), [2, null, 0, true]);
});

test("without biases the second layer's weights follow the first layer's", () => {
  const { edges } = networkLayout(runOf([2, 3, 1], false), 520, 320);

  assert.equal(edges.length, 9);
  assert.deepEqual(edges.map((edge) => edge.isBias), Array(9).fill(false));
  assert.deepEqual([edges[6].layer, edges[6].parameter], [2, 6]);
});

for (const layerSizes of [[1, 1], [3, 1], [2, 2, 1], [3, 3, 1]]) {
  for (const bias of [true, false]) {
    const title = `${layerSizes.join("-")} ${bias ? "with" : "without"} biases`;

    test(`${title}: every edge of a wide box carries its number`, () => {
      const { edges } = networkLayout(runOf(layerSizes, bias), 520, 300);

      assert.deepEqual(edges.filter((edge) => !edge.labelFits).map((edge) => edge.parameter), []);
    });

    test(`${title}: no number covers another, a circle or the border, in any box`, () => {
      for (const [width, height] of SIZES) {
        const layout = networkLayout(runOf(layerSizes, bias), width, height);
        const circles = layout.nodes.map((node) => boxAround(node.x, node.y, 2 * node.radius, 2 * node.radius));

        const boxes = labelBoxes(layout);

        for (const [i, box] of boxes.entries()) {
          assert.ok(!boxes.slice(0, i).some((other) => overlap(box, other)), `numbers overlap at ${width} × ${height}`);
          assert.ok(!circles.some((circle) => overlap(box, circle)), `a circle is covered at ${width} × ${height}`);
          assert.ok(box.left >= 0 && box.right <= width && box.bottom <= height, `outside at ${width} × ${height}`);
        }
      }
    });

    test(`${title}: a number stands on its own edge and on no other`, () => {
      const { edges, numberSize } = networkLayout(runOf(layerSizes, bias), 520, 300);
      const weights = edges.filter((edge) => !edge.isBias);
      const heightAt = (edge, x) => edge.y1 + ((x - edge.x1) / (edge.x2 - edge.x1)) * (edge.y2 - edge.y1);

      for (const edge of weights) {
        const rivals = weights.filter((other) => other !== edge && other.x1 <= edge.labelX && edge.labelX <= other.x2);
        assert.ok(Math.abs(heightAt(edge, edge.labelX) - edge.labelY) < 1e-9);
        for (const rival of rivals) {
          assert.ok(Math.abs(heightAt(rival, edge.labelX) - edge.labelY) > numberSize / 3);
        }
      }
    });
  }
}

test("where sixty-four edges share a gap no number is written, and the edges are thin", () => {
  const layout = networkLayout(runOf([2, 8, 8, 1]), 520, 320);

  assert.ok(layout.edges.filter((edge) => edge.layer === 2).every((edge) => !edge.labelFits));
  assert.equal(layout.widestEdge, 5);
  assert.equal(networkLayout(runOf([3, 3, 1]), 520, 320).widestEdge, 9);
});

test("neurons stay in the box, below the layer's name, and apart from each other", () => {
  for (const layerSizes of [[1, 1], [3, 3, 1], [2, 8, 8, 1], [8, 8, 8, 8, 8, 8, 8, 8], [300, 12, 4]]) {
    for (const [width, height] of [[200, 250], ...SIZES]) {
      const { nodes } = networkLayout(runOf(layerSizes), width, height);

      for (const [i, node] of nodes.entries()) {
        assert.ok(node.x - node.radius >= 0 && node.x + node.radius <= width);
        assert.ok(node.y - node.radius >= 20 && node.y + node.radius <= height);
        const next = nodes[i + 1];
        if (next?.layer === node.layer) assert.ok(next.y - node.y > 2 * node.radius);
      }
    }
  }
});

test("a stub of a bias ends at its neuron and above the next one", () => {
  for (const height of [250, 400]) {
    const { nodes, edges } = networkLayout(runOf([2, 8, 8, 1]), 520, height);

    for (const edge of edges.filter((candidate) => candidate.isBias)) {
      const column = nodes.filter((node) => node.layer === edge.layer);
      const end = column[edge.to];
      const next = column[edge.to + 1];
      assert.ok(Math.abs(edge.y2 - (end.y + end.radius)) < 1e-9 && edge.y1 > edge.y2 + 4);
      if (next) assert.ok(edge.y1 < next.y - next.radius);
    }
  }
});

test("eight neurons are all drawn", () => {
  const layout = networkLayout(runOf([8, 8, 1]), 520, 320);

  assert.equal(layout.nodes.length, 17);
  assert.equal(layout.omitted, null);
  assert.ok(layout.nodes.every((node) => !node.isRest));
});

test("of nine neurons seven are drawn, and a node says how many more there are", () => {
  const layout = networkLayout(runOf([9, 1]), 520, 320);

  const inputs = layout.nodes.filter((node) => node.layer === 0);

  assert.equal(inputs.length, 8);
  assert.deepEqual([inputs[7].isRest, inputs[7].name, inputs[7].index], [true, "and 2 more", 7]);
  assert.equal(layout.omitted, "Drawn are the first 7 of the 9 in “Input”; the others take part all the same.");
});

test("edges of what is not drawn are left out, and the others keep their place in the flat vector", () => {
  // 300-12-1 with biases: W1 has 300 · 12 = 3600 parameters, b1 12, W2 12, b2 1.
  const { edges } = networkLayout(runOf([300, 12, 1]), 520, 320);

  const parameters = edges.map((edge) => edge.parameter);

  assert.equal(edges.length, 7 * 7 + 7 + 7 + 1);
  assert.deepEqual(parameters.slice(0, 8), [0, 1, 2, 3, 4, 5, 6, 12]);
  assert.deepEqual(parameters.slice(49, 57), [3600, 3601, 3602, 3603, 3604, 3605, 3606, 3612]);
  assert.equal(parameters.at(-1), 3624);
});

test("the sentence names every layer that is not drawn whole", () => {
  const { omitted } = networkLayout(runOf([300, 12, 1]), 520, 320);

  assert.equal(
    omitted,
    "Drawn are the first 7 of the 300 in “Input” and 7 of the 12 in “Hidden 1”; the others take part all the same.",
  );
});

test("layers stand from left to right under their names", () => {
  const { layers, nodes } = networkLayout(runOf([3, 3, 1]), 520, 320);

  assert.deepEqual(layers.map((layer) => layer.name), ["Input", "Hidden 1", "Output"]);
  assert.ok(layers[0].x < layers[1].x && layers[1].x < layers[2].x);
  assert.ok(nodes.every((node) => node.x === layers[node.layer].x));
});

test("where layers stand close their names are short, and names of neurons that would touch are not written", () => {
  const narrow = networkLayout(runOf([3, 3, 3, 3, 1]), 281, 300);
  const wide = networkLayout(runOf([3, 3, 3, 3, 1]), 700, 300);

  // (281 − 2 · 42) / 4 = 49 pixels from layer to layer: "hidden 1" takes 8 · 7.
  assert.deepEqual(narrow.layers.map(({ name }) => name), ["Input", "H 1", "H 2", "H 3", "Output"]);
  assert.deepEqual(narrow.nodes.filter(({ nameFits }) => nameFits).map(({ layer }) => layer), [0, 0, 0, 4]);
  assert.equal(wide.layers[1].name, "Hidden 1");
  assert.ok(wide.nodes.every(({ nameFits }) => nameFits));
});
