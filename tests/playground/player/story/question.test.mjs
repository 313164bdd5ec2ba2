import assert from "node:assert/strict";
import { test } from "node:test";
import { questionOf, questionWithin } from "../../../../playground/player/frontend/story/question.mjs";
import { runOf } from "./scenes.mjs";

const ROWS = [[0.2, 0], [0.3, 1], [0.2, 1], [0.3, 0]];
const weights = (count, biases = 0) => [
  ...Array.from({ length: count }, (_, place) => ({ name: `w${place}`, is_bias: false })),
  ...Array.from({ length: biases }, (_, place) => ({ name: `b${place}`, is_bias: true })),
];
/** A run with these layers, and so many weights and biases as they have. */
function run(sizes, rows = ROWS, { bias = false, ...given } = {}) {
  const count = sizes.slice(1).reduce((sum, size, place) => sum + size * sizes[place], 0);
  const biases = bias ? sizes.slice(1).reduce((sum, size) => sum + size, 0) : 0;
  return runOf(rows, { layer_sizes: sizes, bias, parameters: weights(count, biases), ...given });
}
const WRONG = ["right", "wrong", "wrong", "right"];
function asked(description, atStart = WRONG, before = null) {
  const question = questionOf(description, atStart, before);
  return { text: questionWithin(question, 100), asks: question.asks };
}

test("the first article asks which of its rows stays wrong the longest", () => {
  assert.deepEqual(asked(run([3, 1])), { text: "Four rows, one neuron. Which stays wrong the longest?", asks: "row" });
});

test("who learns is said, and spoken of as one or as several", () => {
  assert.equal(asked(run([3, 2])).text, "Four rows, two neurons. Which stays wrong the longest?");
  assert.equal(asked(run([3, 1, 1])).text, "Four rows, one hidden neuron. Which stays wrong the longest?");
  assert.equal(asked(run([3, 3, 1])).text, "Four rows, three hidden neurons. Which stays wrong the longest?");
});

test("with hidden layers their neurons are counted", () => {
  assert.match(asked(run([3, 3, 1], ROWS, { bias: true })).text, /^Four rows, three hidden neurons\. /);
  assert.match(asked(run([3, 3, 2, 1])).text, /^Four rows, five hidden neurons\. /);
});

test("two inputs ask whether those who learn can tell the rows apart", () => {
  assert.deepEqual(asked(run([2, 1])), { text: "Can one neuron tell these four rows apart?", asks: "whether" });
  assert.equal(asked(run([2, 3, 1])).text, "Can three hidden neurons tell these four rows apart?");
});

test("where no row is wrong at the beginning none is asked for", () => {
  const question = asked(run([3, 1]), ["right", "right", "right", "right"]);
  assert.deepEqual(question, { text: "Four rows, one neuron. Will every row stay right?", asks: "whether" });
});

test("a table with one class asks for that", () => {
  const { text, asks } = asked(run([3, 1], [[0.2, 1], [0.3, 1]]));
  assert.deepEqual([text, asks], ["Every target is 1. Will every output be, too?", "whether"]);
  assert.match(asked(run([3, 1], [[0.2, 0]])).text, /^The only target is 0\. /);
});

test("a large table asks for how many, and numbers of other kinds for how near", () => {
  const many = Array.from({ length: 30 }, (_, row) => [0.1, row % 2]);
  assert.deepEqual(asked(run([4, 1], many)), { text: "30 rows, one neuron. How many will be right in the end?", asks: null });
  assert.deepEqual(asked(run([2, 1], ROWS, { classes: null })), { text: "Four rows, one neuron. How near will the outputs come?", asks: null });
});

test("several classes are counted", () => {
  const several = run([3, 3], ROWS, { target_names: ["a", "b", "c"], classes: { kind: "several", values: [0, 1], threshold: 0.5, tolerance: 0 } });
  several.train.targets = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]];
  assert.equal(asked(several).text, "Four rows, three classes, three neurons. Which stays wrong the longest?");
});

test("one other target than before is what is asked for, as long as that is compared", () => {
  const edited = run([3, 1], [[0.2, 0], [0.3, 1], [0.2, 0], [0.3, 0]]);
  assert.equal(asked(edited, WRONG, run([3, 1])).text, "Row 3 should be 0 now. Can one neuron learn that, too?");
  assert.equal(asked(edited, WRONG).text, "Four rows, one neuron. Which stays wrong the longest?");
  assert.equal(asked(run([3, 1]), WRONG, run([3, 1])).text, "Four rows, one neuron. Which stays wrong the longest?");
});

test("a question of a small table has room in one line", () => {
  for (const sizes of [[2, 1], [3, 1], [2, 3, 1], [3, 3, 1]]) {
    for (const bias of [false, true]) assert.ok(asked(run(sizes, ROWS, { bias })).text.length <= 64, asked(run(sizes, ROWS, { bias })).text);
  }
});

test("where there is little room what is asked stands alone", () => {
  const question = questionOf(run([3, 1]), WRONG, null);
  const whole = "Four rows, one neuron. Which stays wrong the longest?";
  assert.equal(questionWithin(question, whole.length), whole);
  assert.equal(questionWithin(question, whole.length - 1), "Which row stays wrong the longest?");
});
