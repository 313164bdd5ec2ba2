// A few lines at first; what is asked for comes beneath the line that it is a number of.

import assert from "node:assert/strict";
import { test } from "node:test";

import { shownLines, termName, useOf } from "../../../../playground/player/frontend/worked/worked_lines.mjs";

/** 0 is given; 1 is made of it, 2 of 1, 3 of 1 and 2, 4 of 3. */
const WORKED = {
  first_shown: [1, 4],
  lines: [[], [0], [1], [1, 2], [3]].map((terms, line) => ({ terms, expression: line ? ["input", 0] : null })),
};
/** @param {...[line: number, beneath: number]} unfolded */
const shown = (...unfolded) => shownLines(WORKED, { unfolded: new Map(unfolded), all: false }).map(({ line, depth }) => [line, depth]);

test("at first there are only the lines that are read first", () => {
  assert.deepEqual(shown(), [[1, 0], [4, 0]]);
});

test("a line unfolds beneath the one where its number was pressed, and nothing above it moves", () => {
  assert.deepEqual(shown([3, 4]), [[1, 0], [4, 0], [3, 1]]);
  assert.deepEqual(shown([3, 4], [2, 3]), [[1, 0], [4, 0], [3, 1], [2, 2]]);
  const twice = { first_shown: [2, 3], lines: [[], [0], [1], [1]].map((terms) => ({ terms })) };
  assert.deepEqual(shownLines(twice, { unfolded: new Map([[1, 3]]), all: false }).map(({ line }) => line), [2, 3, 1]);
});

test("no line stands twice", () => {
  assert.deepEqual(shown([1, 3], [3, 4]), [[1, 0], [4, 0], [3, 1]]);
});

test("a number that is computed unfolds its line, and one of another row has that row worked", () => {
  const rows = { row: 2, first_shown: [3], lines: [[null, null], [null, 2], [null, 1], ["+", 2], ["·", 2]].map(([expression, row]) => ({ expression, place: { row } })) };

  assert.deepEqual([0, 1, 2, 3, 4].map((line) => useOf(rows, line)), [null, null, "row", null, "unfold"]);
});

test("among names a weight is its number in the sum of a neuron, and has its name where it is updated", () => {
  const at = (kind) => ({ kind, row: null, layer: null, unit: null, parameter: null });
  const lines = [
    { name: "input 1 → target", expression: null, place: at("parameter") },
    { name: "input 1", expression: null, place: at("input") },
    { name: "z of target", expression: ["·", ["input", 0], ["input", 1]], place: at("neuron") },
    { name: "new input 1 → target", expression: ["input", 0], place: at("parameter") },
  ];
  const named = (line, term) => termName({ lines }, line, term, () => "0.868");

  assert.deepEqual([named(2, 0), named(2, 1), named(3, 0)], ["0.868", "input 1", "input 1 → target"]);
});

test("all lines stand in their order, each part under its heading, and no number unfolds there", () => {
  const worked = { ...WORKED, sections: [["Forward", [1, 2]], ["Update", [3, 4]]], lines: WORKED.lines.map((line) => ({ ...line, place: { row: null } })) };

  assert.deepEqual(shownLines(worked, { unfolded: new Map([[3, 4]]), all: true }), [
    { line: 1, depth: 0, heading: "Forward" }, { line: 2, depth: 0 }, { line: 3, depth: 0, heading: "Update" }, { line: 4, depth: 0 },
  ]);
  assert.equal(useOf(worked, 3, true), null);
  assert.equal(useOf(worked, 3), "unfold");
});
