import assert from "node:assert/strict";
import test from "node:test";

import { overlap } from "./boxes.mjs";
import { roomBefore, widerBy, withRoom } from "../../../playground/player/frontend/network/network_racks.mjs";
import { roundNumber, shortNumber } from "../../../playground/player/frontend/shared/wording.mjs";
import { networkLayout, wantedHeight } from "../../../playground/player/frontend/network/network_layout.mjs";
import {
  LARGE,
  PAGE,
  PHONE,
  PROJECTOR,
  SMALL,
  box,
  circleOf,
  everyDrawing,
  isIn,
  isNear,
  linesOf,
  nameBox,
  named,
  nodeOf,
  ports,
  runOf,
} from "./drawn_networks.mjs";

for (const layerSizes of SMALL) {
  for (const bias of [true, false]) {
    test(`${layerSizes.join("-")} ${bias ? "with" : "without"} biases: every edge has its number, on every page`, () => {
      for (const size of [PAGE, LARGE, PHONE, PROJECTOR]) {
        const { edges, isDense } = networkLayout(runOf(layerSizes, bias), size);

        assert.deepEqual([isDense, edges.filter((edge) => !edge.port)], [false, []], named(size));
      }
    });
  }
}

test("no number covers another one, a circle, a name or the border", () => {
  for (const { layout, size, where } of [...everyDrawing(), ...everyDrawing(false)]) {
    const boxes = ports(layout).map((port) => port.box);
    const names = layout.nodes.filter(({ nameAt }) => nameAt).map((node) => nameBox(node, layout.nameSize));
    const others = [...layout.nodes.map(circleOf), ...names];

    boxes.forEach((own, i) => {
      assert.ok(!boxes.slice(0, i).some((other) => overlap(own, other)), `two numbers: ${where}`);
      assert.ok(!others.some((other) => overlap(own, other)), `a circle or a name: ${where}`);
      assert.ok(own.left >= 0 && own.right <= size.width && own.top >= 0 && own.bottom <= size.height, where);
    });
  }
});

test("an edge ends at its own number, and a stub leads on from there to the rim of its neuron", () => {
  for (const { layout, where } of everyDrawing()) {
    for (const edge of layout.edges.filter(({ port }) => port && !port.isFlat)) {
      const { port } = edge;
      const lines = linesOf(edge.path);
      const end = nodeOf(layout, edge);
      const [x, y] = lines.at(-1).at(-1);

      assert.ok(Math.abs(Math.hypot(x - end.x, y - end.y) - end.radius) < 0.2 && x < end.x, where);
      assert.ok(isNear(lines.at(-1)[0], [port.box.right, port.y]), where);
      if (edge.isBias) assert.deepEqual([port.label, lines.length], ["bias", 1]);
      else assert.ok(isNear(lines[0].at(-1), [port.box.left, port.y]), where);
    }
  }
});

test("no edge runs under the figures of another edge's number where all have theirs, nor through any name", () => {
  for (const { layout, where } of everyDrawing()) {
    const names = layout.nodes.filter(({ nameAt }) => nameAt).map((node) => nameBox(node, layout.nameSize));
    const figures = layout.isDense ? [] : layout.edges.map(({ port }) => ({
      ...port.box, left: port.box.right - 2.6 * layout.numberSize,
    }));

    layout.edges.forEach((edge, i) => {
      const points = linesOf(edge.path).flat();
      const others = figures.filter((_, other) => other !== i);
      assert.ok(!points.some((point) => others.some((other) => isIn(point, other))), `a number: ${where}`);
      assert.ok(!points.some((point) => names.some((name) => isIn(point, name))), `a name: ${where}`);
    });
  }
});

test("the numbers of a neuron stand below each other in the order of its sources, the bias last, right-aligned", () => {
  for (const layerSizes of [[3, 3, 1], [2, 8, 8, 8, 1]]) {
    const layout = networkLayout(runOf(layerSizes), PAGE, { layer: 2, index: 0 });

    const rack = layout.edges.filter(({ layer, to, port }) => layer === 2 && to === 0 && port);

    assert.equal(rack.length, layerSizes[1] + 1);
    assert.deepEqual(rack.map(({ from }) => from), [...Array(layerSizes[1]).keys(), null]);
    for (const [i, { port }] of rack.entries()) {
      assert.equal(port.x, rack[0].port.x);
      if (i > 0) assert.ok(port.y > rack[i - 1].port.y);
    }
  }
});

test("the numbers of a single neuron stand midway", () => {
  const { edges, nodes } = networkLayout(runOf([3, 1], false), PAGE);

  for (const { port } of edges) {
    const [input, neuron] = [nodes[0], nodes.at(-1)];
    const middle = (input.x + input.radius + neuron.x - neuron.radius) / 2;
    assert.ok(Math.abs((port.box.left + port.box.right) / 2 - middle) < 12);
  }
});

test("at the height a network asks for a finger finds each of its numbers, or sees its circles where these are too many", () => {
  for (const layerSizes of [[2, 3, 1], [3, 3, 1]]) {
    const height = wantedHeight(runOf(layerSizes), box(358, 0));
    const rack = ports(networkLayout(runOf(layerSizes), box(358, height)));

    assert.equal(rack.length, layerSizes[1] * (layerSizes[0] + 1) + layerSizes[1] + 1);
    assert.ok(rack.every(({ reach }) => 2 * reach >= 24 - 1e-9));
  }
  const crowded = networkLayout(runOf([2, 8, 1]), box(358, wantedHeight(runOf([2, 8, 1]), box(358, 0))));
  assert.deepEqual([crowded.isDense, crowded.nodes.every(({ radius }) => radius >= 13)], [true, true]);
});

test("a class reads every number of 3-3-1 on a projector of 1280 × 800", () => {
  const { isDense, numberSize } = networkLayout(runOf([3, 3, 1]), box(683, 298, 1.4));

  assert.deepEqual([isDense, numberSize >= 16], [false, true]);
});

test("a box grows with figures that are longer than usual, and only there", () => {
  const { layout } = everyDrawing().find(({ layout: { edges } }) => edges.every(({ port }) => port && !port.isFlat));
  const [{ port }] = layout.edges;

  for (const usual of ["0.44", "−9.87", "−12.3", "1234"]) assert.equal(widerBy(port, usual, 17), 0, usual);
  assert.ok(widerBy(port, "−1.1 · 10¹⁸", 17) > 20);
  assert.equal(widerBy({ ...port, isFlat: true }, "−1.1 · 10¹⁸", 17), 0);
});

test("of a run that diverges no number covers a circle, on a phone, too: it has one digit, or three dots stand for it", () => {
  const written = new Set();
  for (const value of [0.44, -12.3, 9.65e152, -2.83e137]) {
    const { edges, nodes, numberSize } = networkLayout(runOf([2, 1], true), PHONE);
    for (const { port, layer } of edges) {
      const room = roomBefore(port, layer, nodes);
      const figures = withRoom([shortNumber(value), roundNumber(value)], port, room, numberSize);
      const left = port.box.left - widerBy(port, figures, numberSize);
      for (const { x, radius } of nodes.filter((node) => node.layer === layer - 1)) assert.ok(x + radius < left, figures);
      written.add(figures.replaceAll("\u00a0", " "));
    }
  }
  assert.ok(["0.44", "−12.3", "10¹⁵³"].every((figures) => written.has(figures)), [...written].join());
  const [{ port }] = networkLayout(runOf([2, 1], true), PHONE).edges;
  assert.equal(withRoom(["−2.83 · 10¹³⁷", "−3 · 10¹³⁷"], port, 1, 17), "…");
});
