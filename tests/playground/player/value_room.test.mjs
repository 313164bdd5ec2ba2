import assert from "node:assert/strict";
import test from "node:test";
import { valueSize } from "../../../playground/player/frontend/network/drawn_sizes.mjs";
import { networkLayout } from "../../../playground/player/frontend/network/network_layout.mjs";
import { valueWithin } from "../../../playground/player/frontend/network/value_room.mjs";
import { textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";
import { inputNumber, roundNumber, shortNumber } from "../../../playground/player/frontend/shared/wording.mjs";
import { nameBox, PHONE, runOf, SHAPES } from "./drawn_networks.mjs";

const isOver = (value, node, layout) => {
  const half = textWidth(value, valueSize(node.radius, layout)) / 2;
  const { left, right, top, bottom } = nameBox(node, layout.nameSize);
  return top < node.y && node.y < bottom && left < node.x + half && node.x - half < right;
};

test("inputs as large as a gross national product stand whole in their circles, clear of their names", () => {
  const run = { ...runOf([6, 1]), train: { inputs: [[83, 234_289, 2356, 1590, 107_608, 1947], [1, 9, 0, -5, 2, 3]] } };
  const layout = networkLayout(run, PHONE);
  for (const node of layout.nodes.filter(({ layer }) => layer === 0)) {
    const value = inputNumber(run.train.inputs[0][node.index]);
    assert.equal(valueWithin(value, node, layout), value);
    assert.ok(!isOver(value, node, layout), value);
  }
});

test("a number of a run that has gone out of all bounds covers no name: where it has no room three dots stand", () => {
  const enormous = shortNumber(-2.77e152);
  for (const shape of SHAPES) {
    const layout = networkLayout(runOf(shape), PHONE);
    for (const node of layout.nodes.filter(({ nameAt, isRest }) => nameAt && !isRest)) {
      const shown = valueWithin(enormous, node, layout);
      assert.ok(shown === "…" || shown === enormous);
      assert.ok(!isOver(shown, node, layout), `${node.name} of ${shape.join("-")}`);
    }
  }
  const [, output] = networkLayout(runOf([1, 1]), PHONE).nodes;
  assert.equal(valueWithin("0.50", output, networkLayout(runOf([1, 1]), PHONE)), "0.50");
});

test("where not even a short number has room a power of ten has one digit, and any other number is as it was", () => {
  assert.deepEqual([9.65e152, -2.77e152, 1e9].map((value) => roundNumber(value).replaceAll("\u00a0", " ")), ["10¹⁵³", "−3 · 10¹⁵²", "10⁹"]);
  for (const value of [0, -0.004, 12.3, -9999.4, 123456, Infinity, NaN]) assert.equal(roundNumber(value), shortNumber(value));
});
