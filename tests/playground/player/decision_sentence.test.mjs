import assert from "node:assert/strict";
import test from "node:test";

import { contour, sidesOf } from "../../../playground/player/frontend/shared/contour.mjs";
import {
  sentenceHeight,
  sentenceOfSeveral,
  sentenceOfTwo,
} from "../../../playground/player/frontend/decision/decision_sentence.mjs";

const TOLERANCE = 2 ** -42;
const sentence = (values, threshold = 0.5, isAtEnd = false) => sentenceOfTwo(sidesOf(values, threshold, TOLERANCE), threshold, isAtEnd);

test("where all outputs lie on one side it is said, and that no line is there yet", () => {
  assert.equal(sentence([0.1, 0.2, 0.3, 0.4]), "every output here below 0.5: no line yet");
  assert.equal(sentence([0.6, 0.7, 0.8, 0.9]), "every output here above 0.5: no line yet");
  assert.equal(sentence([-0.6, -0.7], -0.25), "every output here below −0.25: no line yet");
});

test("at the end of a run nothing is promised", () => {
  assert.equal(sentence([0.1, 0.2], 0.5, true), "every output here below 0.5: no line");
});

test("where outputs differ from the threshold by rounding alone, they are it", () => {
  assert.equal(sentence([0.5, 0.5 + 2 ** -50, 0.5 - 2 ** -50]), "every output is 0.5: undecided everywhere");
});

test("some on the line and others below it are no line either", () => {
  assert.equal(sentence([0.5, 0.4]), "no output here above 0.5: no line yet");
  assert.equal(sentence([0.5, 0.6]), "no output here below 0.5: no line yet");
});

test("a sentence stands exactly where no line does", () => {
  for (const values of [[0.1, 0.2, 0.3, 0.4], [0.1, 0.9, 0.1, 0.9], [0.5, 0.5, 0.5, 0.5], [0.4, 0.6, 0.5, 0.5]]) {
    assert.equal(sentence(values) === "", contour(values, 2, 0.5, TOLERANCE).length > 0, String(values));
  }
});

test("of outputs that are not numbers nothing is said", () => {
  assert.equal(sentence([NaN, NaN]), "");
  assert.equal(sentence([NaN, 0.1]), "");
});

test("of several classes the one that is the largest everywhere is named", () => {
  const run = { classes: { kind: "several", values: [0, 1] }, target_names: ["cat", "dog", "hen"] };
  const leads = (...values) => values.map((lead) => sidesOf(lead, 0, TOLERANCE));

  assert.equal(sentenceOfSeveral(run, leads([-1, -2], [1, 2], [-3, -2]), [0, 1, 2], false), "dog is the largest everywhere: no line yet");
  assert.equal(sentenceOfSeveral(run, leads([-1, 1], [1, -1], [-3, -2]), [0, 1, 2], false), "");
  assert.equal(sentenceOfSeveral(run, leads([-1, -2]), [2], true), "hen is nowhere the largest: no line");
  assert.equal(sentenceOfSeveral(run, leads([0, 0], [0, 0], [0, 0]), [0, 1, 2], true), "no output is the largest");
});

test("the sentence stands in the middle, unless marks are there", () => {
  assert.equal(sentenceHeight([[0.1, 0.1], [0.9, 0.9]], [0.3, 0.1]), 0.5);
  const height = sentenceHeight([[0.5, 0.5], [0.4, 0.36]], [0.3, 0.1]);
  assert.ok(Math.abs(height - 0.5) >= 0.1 && Math.abs(height - 0.36) >= 0.1);
});
