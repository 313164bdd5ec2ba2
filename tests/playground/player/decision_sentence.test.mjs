import assert from "node:assert/strict";
import test from "node:test";

import { contour, sidesOf } from "../../../playground/player/frontend/shared/contour.mjs";
import {
  paleSentence,
  sentencePlace,
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
  assert.deepEqual(sentencePlace([[0.1, 0.1], [0.9, 0.9]], [0.3, 0.1]), { place: [0.5, 0.5], covered: 0 });
  const { place: [x, y], covered } = sentencePlace([[0.5, 0.5], [0.4, 0.36]], [0.3, 0.1]);
  assert.equal(covered, 0);
  assert.ok(x === 0.5 && Math.abs(y - 0.5) >= 0.1 && Math.abs(y - 0.36) >= 0.1);
});

test("where marks stand in the middle from top to bottom, it goes to an edge", () => {
  const column = Array.from({ length: 21 }, (_, k) => [0.6, k / 20]);
  const { place: [x], covered } = sentencePlace(column, [0.25, 0.06]);

  assert.deepEqual([x, covered], [0.25, 0]);
  const crowd = column.flatMap(([, y]) => [0.1, 0.4, 0.7].map((left) => [left, y]));
  assert.ok(sentencePlace(crowd, [0.25, 0.06]).covered > 0);
});

test("that rows are pale is explained where many of them are, by the one input that is held", () => {
  assert.equal(paleSentence(["weight"], [0, 0.1, 0.8, 0.9, 0.7]), "pale rows lie at another weight");
  assert.equal(paleSentence(["x3", "x4"], [0, 0.8, 0.9, 0.7]), "pale rows lie before or behind this slice");
  assert.equal(paleSentence(["weight"], [0, 0.1, 0.8, 0.9]), "");
  assert.equal(paleSentence(["weight"], [1, 1, 1, ...Array(12).fill(0)]), "");
});
