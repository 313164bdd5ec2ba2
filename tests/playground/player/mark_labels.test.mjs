import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabels } from "../../../playground/player/frontend/charts/mark_labels.mjs";

test("labels far from each other share the first row, to the right of their lines", () => {
  assert.deepEqual(placeLabels([[10, "one"], [200, "two"]], 400), [
    { row: 0, side: "right" },
    { row: 0, side: "right" },
  ]);
});

test("a label that would cover another goes a row down, and the next one back up where there is room", () => {
  const rows = placeLabels([[10, "learning rate 0.1"], [40, "learning rate 2"], [250, "x = 1"]], 400).map(({ row }) => row);

  assert.deepEqual(rows, [0, 1, 0]);
});

test("a label that would leave the chart stands to the left of its line", () => {
  assert.deepEqual(placeLabels([[390, "learning rate 2"]], 400), [{ row: 0, side: "left" }]);
});

test("a label that would leave the chart on either side stands across its line, whole", () => {
  const [label] = placeLabels([[100, "learning rate 0.1"]], 140);

  assert.equal(label?.row, 0);
  assert.ok(typeof label?.side === "number" && label.side < 0 && 100 + label.side >= 0);
});

test("in a chart too narrow for either it is left out: half a text says nothing", () => {
  assert.deepEqual(placeLabels([[20, "a text too long for the chart"]], 60), [null]);
});

test("from afar the same labels take more room", () => {
  const marks = /** @type {[number, string][]} */ ([[10, "learning rate 2"], [140, "x = 1"]]);

  assert.deepEqual(placeLabels(marks, 400).map((label) => label?.row), [0, 0]);
  assert.deepEqual(placeLabels(marks, 400, 1.4).map((label) => label?.row), [0, 1]);
});

test("labels that would fill the chart are left out", () => {
  const labels = placeLabels(Array.from({ length: 5 }, (_, k) => [10 + k, "learning rate 0.1"]), 400);

  assert.deepEqual(labels.map((label) => label?.row ?? null), [0, 1, 2, null, null]);
});
