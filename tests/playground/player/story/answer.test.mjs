import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../../../../playground/player/frontend/story/answer.mjs";
import { questionOf } from "../../../../playground/player/frontend/story/question.mjs";
import { runOf } from "./scenes.mjs";

const ROWS = [[0.2, 0], [0.3, 1], [0.2, 1], [0.3, 0]];
const WRONG = ["right", "wrong", "wrong", "right"];
const RIGHT = ["right", "right", "right", "right"];

/** The headline at the end of a run whose question it answers. */
function answerTo({ sizes = [3, 1], rows = ROWS, atStart = WRONG, before = null, outputs = [0, 1, 1, 0], ...given }, end) {
  const run = runOf(rows, { layer_sizes: sizes, ...given });
  const ending = { verdicts: RIGHT, epoch: 100, flips: [[2, [1]], [4, [2]]], ...end };
  return answered(questionOf(run, atStart, before), run, ending, outputs).text;
}

test("the row that was right last is named, with the epoch at which it was", () => {
  assert.equal(answerTo({}, {}), "Row 3 was the last to be right, at epoch 4.");
  assert.equal(answerTo({}, { flips: [[1500, [1, 2]]] }), "Rows 2 and 3 were the last to be right, at epoch 1,500.");
});

test("a row that is not right in the end is named, not the one right last", () => {
  assert.equal(answerTo({}, { verdicts: ["right", "right", "wrong", "right"] }), "Row 3 is not right in the end.");
  assert.equal(answerTo({}, { verdicts: ["right", "undecided", "wrong", "right"] }), "Rows 2 and 3 are not right in the end.");
  assert.equal(answerTo({}, { verdicts: ["wrong", "wrong", "wrong", "wrong"] }), "No row is right in the end.");
});

test("where flips are not known it is said how many rows are right", () => {
  assert.equal(answerTo({}, { flips: null }), "All four rows are right in the end.");
  assert.equal(answerTo({}, { flips: null, verdicts: ["right", "right", "wrong", "right"] }), "3 of 4 rows are right in the end.");
});

test("who was asked to tell rows apart did or did not", () => {
  assert.equal(answerTo({ sizes: [2, 3, 1] }, {}), "Three hidden neurons told these four rows apart.");
  const undecided = ["undecided", "undecided", "undecided", "undecided"];
  assert.equal(answerTo({ sizes: [2, 1] }, { verdicts: undecided, flips: [] }), "One neuron did not tell these four rows apart.");
});

test("where no line tells the rows apart, that is why one neuron does not", () => {
  const undecided = { verdicts: ["undecided", "undecided", "undecided", "undecided"], flips: [] };
  const why = "One neuron draws one line; no line tells these four rows apart.";
  assert.equal(answerTo({ sizes: [2, 1], separable: false }, undecided), why);
  assert.equal(answerTo({ sizes: [2, 1], separable: true }, undecided), "One neuron did not tell these four rows apart.");
});

test("rows that were right from the beginning stayed so, or not", () => {
  assert.equal(answerTo({ atStart: RIGHT }, { flips: [] }), "Every row stayed right.");
  assert.equal(answerTo({ atStart: RIGHT }, { flips: [[2, [1]], [9, [1]]] }), "Not every row stayed right.");
});

test("an edited target is learnt, or not", () => {
  const edited = { rows: [[0.2, 0], [0.3, 1], [0.2, 0], [0.3, 0]], before: runOf(ROWS, { layer_sizes: [3, 1] }) };
  assert.equal(answerTo(edited, {}), "One neuron learnt that, too.");
  assert.equal(answerTo(edited, { verdicts: WRONG }), "One neuron did not learn that.");
});

test("of one class every output is it, or not", () => {
  const rows = [[0.2, 1], [0.3, 1]];
  assert.equal(answerTo({ rows }, { verdicts: ["right", "right"] }), "Every output is, too.");
  assert.equal(answerTo({ rows }, { verdicts: ["right", "wrong"] }), "Not every output is.");
});

test("of a large table the rows are counted, and of numbers the largest distance is told", () => {
  const rows = Array.from({ length: 30 }, (_, row) => [0.1, row % 2]);
  const verdicts = rows.map((_, row) => (row < 28 ? "right" : "wrong"));
  assert.equal(answerTo({ rows }, { verdicts }), "28 of 30 rows are right in the end.");
  const numbers = { classes: null, outputs: [0.021, 1, 0.9579, 0] };
  assert.equal(answerTo(numbers, { verdicts: [null, null, null, null] }), "The outputs came to within 0.042 of their targets.");
});

test("of an output further off than the targets are from each other nobody says that it came near", () => {
  const far = { classes: null, outputs: [-3e18, 1, 1, 0] };
  assert.equal(answerTo(far, { verdicts: [null, null, null, null] }), "The outputs ran away from their targets.");
});

test("outputs that are no numbers leave the question as it was", () => {
  assert.equal(answerTo({ classes: null, outputs: [NaN, 0, 0, 0] }, { verdicts: [] }), "How near will the outputs come?");
});

test("what is trained still stands before the answer", () => {
  const run = runOf(ROWS, { layer_sizes: [3, 1] });
  const question = questionOf(run, WRONG, null);
  const ending = { verdicts: RIGHT, epoch: 100, flips: [[4, [2]]] };
  assert.equal(answered(question, run, ending, [0, 1, 1, 0]).about, question.about);
});
