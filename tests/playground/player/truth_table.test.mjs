import assert from "node:assert/strict";
import { test } from "node:test";

import { forward, outputsOf } from "../../../playground/player/frontend/model/forward_pass.mjs";
import { shownText, truthSentence, truthTableOf } from "../../../playground/player/frontend/truth/truth_table.mjs";

const SCALING = { offset: [0, 0, 0], scale: [1, 1, 1] };

/** The first article: the output is the first input. */
function runOf(inputs, given = {}) {
  const count = inputs[0].length;
  return {
    layer_sizes: [count, 1], activations: ["sigmoid"], bias: false, input_names: ["a", "b", "c"].slice(0, count), target_names: ["target"],
    input_scaling: SCALING, target_scaling: { offset: [0], scale: [1] },
    classes: { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 1e-9 },
    train: { inputs, scaled: inputs, targets: inputs.map(([first]) => [first]), row_numbers: inputs.map((_, place) => place + 1) },
    ...given,
  };
}

const ARTICLE = runOf([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]]);

test("a table of zeros and ones has every row there is, the first input counting slowest, and those that were shown", () => {
  const { names, inputs, shown } = truthTableOf(ARTICLE);

  assert.deepEqual(names, ["a", "b", "c"]);
  assert.deepEqual(inputs.map((row) => row.join("")), ["000", "001", "010", "011", "100", "101", "110", "111"]);
  assert.deepEqual(shown, [null, 0, null, 3, null, 2, null, 1]);
  assert.equal(shownText(ARTICLE, 2), "row 3, target 1");
});

test("there is none of other numbers, of more than ten inputs, or where every row was shown", () => {
  assert.equal(truthTableOf(runOf([[0, 2], [1, 1]])), null);
  assert.equal(truthTableOf(runOf([new Array(11).fill(0)], { input_names: [] })), null);
  assert.equal(truthTableOf(runOf([[0, 0], [0, 1], [1, 0], [1, 1]])), null);
});

test("ten inputs have 1,024 rows", () => {
  assert.equal(truthTableOf(runOf([new Array(10).fill(0)], { input_scaling: { offset: Array(10).fill(0), scale: Array(10).fill(1) } })).inputs.length, 1024);
});

test("its rows are answered as they would be one by one", () => {
  const table = truthTableOf(ARTICLE);
  const parameters = [9, -0.2, -4.5];
  const outputs = outputsOf(ARTICLE, parameters, table.scaled, ARTICLE.target_scaling);

  table.inputs.forEach((row, place) => {
    const [output] = forward(ARTICLE, parameters, row).activations[0];
    assert.equal(outputs[place], output);
    // By hand: σ(9a − 0.2b − 4.5c)
    const z = 9 * row[0] - 0.2 * row[1] - 4.5 * row[2];
    assert.ok(Math.abs(outputs[place] - 1 / (1 + Math.exp(-z))) < 1e-15);
  });
});

test("inputs that the network sees scaled are scaled, and derived ones derived", () => {
  const run = runOf([[0, 0], [1, 0]], {
    layer_sizes: [3, 1], input_names: ["a", "b", "a · b"], derived: [["·", ["input", 0], ["input", 1]]],
    input_scaling: { offset: [0.5, 0, 0], scale: [0.5, 1, 1] },
  });

  assert.deepEqual(truthTableOf(run).scaled, [[-1, 0, 0], [-1, 1, 0], [1, 0, 0], [1, 1, 1]]);
  assert.deepEqual(truthTableOf(run).names, ["a", "b"]);
});

test("it is said what the rows are called that were not shown", () => {
  const table = truthTableOf(ARTICLE);
  const outputs = [0.5, 0.1, 0.2, 0.1, 0.9, 0.9, 0.8, 0.9];

  assert.equal(
    truthSentence(ARTICLE, table, outputs, 0.5),
    "It was shown four of the eight rows. Of the other four it calls two class 1, one class 0 and one neither.",
  );
});

test("rows that are all called the same are not counted again", () => {
  const said = (outputs) => truthSentence(ARTICLE, truthTableOf(ARTICLE), outputs, 0.5);

  assert.equal(said([0.9, 0.1, 0.8, 0.1, 0.7, 0.9, 0.8, 0.9]), "It was shown four of the eight rows. The other four it calls class 1.");
  assert.equal(said([0.5, 0.1, 0.5, 0.1, 0.5, 0.9, 0.5, 0.9]), "It was shown four of the eight rows. The other four it calls neither.");
});

test("of a single row that was not shown it is said what that is called", () => {
  const run = runOf([[0, 0], [0, 1], [1, 0]]);
  const said = (output) => truthSentence(run, truthTableOf(run), [0.1, 0.1, 0.9, output], 0.5);

  assert.equal(said(0.9), "It was shown three of the four rows. The other row it calls class 1.");
  assert.equal(said(0.5), "It was shown three of the four rows. The other row it calls neither.");
});

test("where the targets are no classes, answers are said to be inferred", () => {
  const said = (inputs) => {
    const run = runOf(inputs, { classes: null });
    return truthSentence(run, truthTableOf(run), [], 0.5);
  };

  assert.equal(said([[0, 0], [0, 1], [1, 0]]), "It was shown three of the four rows. Its answer to the other row is inferred from those.");
  assert.equal(said([[0, 0], [0, 1]]), "It was shown two of the four rows. Its answers to the other two are inferred from those.");
});
