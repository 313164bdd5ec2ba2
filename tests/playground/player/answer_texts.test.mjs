import assert from "node:assert/strict";
import test from "node:test";

import {
  accuracyText,
  countText,
  calledAnswer,
  changedTexts,
  inputTexts,
  judgedAnswer,
  longestCall,
  meanDistance,
  missedText,
  spokenLine,
  targetsText,
} from "../../../playground/player/frontend/rows/answer_texts.mjs";

const TWO = { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 2 ** -42 };
const ONE = { target_names: ["target"], classes: TWO };
const THREE = { target_names: ["a", "b", "c"], classes: { ...TWO, kind: "several" } };
const NUMBERS = { target_names: ["price <b>", "weight"], classes: null };

test("each of the four kinds is a row's class and the one it is called", () => {
  const kinds = [[1, 0.9], [0, 0.1], [0, 0.9], [1, 0.1]].map(([target, output]) => {
    return judgedAnswer(ONE, [target], Float64Array.of(output), 0.5);
  });

  assert.deepEqual(kinds.map(({ kind }) => kind), ["TP", "TN", "FP", "FN"]);
  assert.deepEqual(kinds.map(({ state }) => state), ["right", "right", "wrong", "wrong"]);
});

test("an output on the threshold is undecided, in words and of no kind", () => {
  const undecided = { state: "undecided", word: "undecided", kind: "" };

  assert.deepEqual(judgedAnswer(ONE, [1], Float64Array.of(0.5), 0.5), undecided);
  assert.deepEqual(calledAnswer(ONE, [], Float64Array.of(0.5), 0.5), undecided);
});

test("a target that is no class is not judged, and says so; numbers are judged nowhere", () => {
  assert.equal(judgedAnswer(ONE, [0.7], Float64Array.of(0.9), 0.5).word, "not judged");
  assert.equal(judgedAnswer(NUMBERS, [1, 2], Float64Array.of(1, 2), 0.5).word, "");
});

test("of several classes the largest output is called", () => {
  const outputs = Float64Array.of(0.2, 0.5, 0.3);

  assert.equal(judgedAnswer(THREE, [0, 1, 0], outputs, 0.5).state, "right");
  assert.equal(judgedAnswer(THREE, [1, 0, 0], outputs, 0.5).state, "wrong");
  assert.equal(judgedAnswer(THREE, [1, 0, 0], outputs, 0.5).kind, "b");
  assert.deepEqual(calledAnswer(THREE, [], outputs, 0.5), { state: "called", word: "class b", kind: "" });
});

test("a class that has a name is called by it", () => {
  const named = { ...ONE, classes: { ...TWO, names: ["no", "yes"] } };

  assert.equal(calledAnswer(named, [], Float64Array.of(0.7), 0.5).word, "class yes");
  assert.equal(longestCall(named), "● class yes");
  const line = { name: "Row 2", targets: [0], outputs: ["0.5189"], before: null, word: "wrong" };
  assert.equal(spokenLine(named, line), "Row 2, output 0.5189, wrong, should be no");
  assert.equal(targetsText(named, [1]), "yes");
  assert.equal(targetsText(THREE, [0, 1, 0]), "b");
  assert.equal(targetsText(NUMBERS, [1, -2]), "1, −2");
});

test("a situation is called by the threshold, 0 or 1, or −1", () => {
  const bipolar = { ...ONE, classes: { ...TWO, values: [-1, 1], threshold: 0 } };

  assert.deepEqual(calledAnswer(ONE, [], Float64Array.of(0.7044), 0.5), { state: "called-1", word: "class 1", kind: "" });
  assert.equal(calledAnswer(ONE, [], Float64Array.of(0.7044), 0.75).state, "called-0");
  assert.equal(calledAnswer(bipolar, [], Float64Array.of(-0.3), 0).word, "class −1");
  assert.equal(calledAnswer(NUMBERS, [], Float64Array.of(1, 2), 0.5).word, "");
  assert.equal(calledAnswer(ONE, [], Float64Array.of(NaN), 0.5).word, "");
});

test("no call is longer than the longest one", () => {
  for (let place = 0; place < 3; place += 1) {
    const outputs = Float64Array.from([0, 1, 2], (at) => (at === place ? 1 : 0));
    assert.ok(calledAnswer(THREE, [], outputs, 0.5).word.length <= longestCall(THREE).length);
  }
  assert.equal(longestCall(NUMBERS), "");
});

test("what the run before answered stands beside it if it looks different", () => {
  assert.deepEqual(changedTexts(["0.7044"], [0.99]), ["0.9900"]);
  // 0.70441 and 0.7044 are both written 0.7044.
  assert.equal(changedTexts(["0.7044"], [0.70441]), null);
});

test("one output that changed brings all old outputs with it", () => {
  assert.deepEqual(changedTexts(["1.500", "2.000"], [1.5, 3]), ["1.500", "3.000"]);
});

test("a run before with another number of outputs says nothing", () => {
  assert.equal(changedTexts(["0.5000"], [0.1, 0.2]), null);
  assert.equal(changedTexts(["0.5000"], null), null);
});

test("a line is read aloud with its row, output, verdict and what it should be", () => {
  const line = { name: "Row 2", targets: [1], outputs: ["0.3263"], before: null, word: "wrong" };

  assert.equal(spokenLine(ONE, line), "Row 2, output 0.3263, wrong, should be 1");
  assert.equal(
    spokenLine(ONE, { ...line, before: ["0.5000"] }),
    "Row 2, output 0.3263, before 0.5000, wrong, should be 1",
  );
});

test("a line of several outputs names them; a class is called by its column, numbers as they were typed", () => {
  const line = { name: "Row 1", before: null, word: "right", outputs: ["0.9", "0.1", "0"] };

  assert.equal(
    spokenLine(THREE, { ...line, targets: [1, 0, 0] }),
    "Row 1, outputs a 0.9, b 0.1, c 0, right, should be a",
  );
  assert.equal(
    spokenLine(NUMBERS, { name: "Row 1", targets: [399900, 0.5], outputs: ["1", "2"], before: null, word: "" }),
    "Row 1, outputs price <b> 1, weight 2, should be 399900, 0.5",
  );
  assert.equal(
    spokenLine(ONE, { name: "New situation", targets: [], outputs: ["0.7044"], before: null, word: "class 1" }),
    "New situation, output 0.7044, class 1",
  );
});

test("the counts in one line", () => {
  assert.equal(countText({ right: 2, total: 4 }), "2 of 4");
  assert.equal(countText({ right: 998, total: 1000 }), "998 of 1,000");
  assert.deepEqual([0, 0.5, 2 / 3, 1, 299 / 300].map(accuracyText), ["0.00", "0.50", "0.6667", "1.00", "0.9967"]);
});

test("the mean distance of outputs from targets, worked by hand", () => {
  // |1 − 0| + |2 − 4| + |5 − 5| + |0 − 3| = 6, of four.
  assert.equal(meanDistance([[0, 4], [5, 3]], [1, 2, 5, 0]), 1.5);
});

test("below narrow answers a distance beyond all bounds has so few digits that its power of ten is not cut off", () => {
  const said = (distance) => missedText(distance).replaceAll("\u00a0", " ");
  assert.deepEqual([33.07, 1234567].map(said), ["off by 33.07", "off by 1,234,567"]);
  assert.deepEqual([4.7123e8, 9.8e86, 1.3364e155, 3.14e200].map(said), ["off by 4.7 · 10⁸", "off by 10⁸⁷", "off by 10¹⁵⁵", "off by 3 · 10²⁰⁰"]);
  assert.equal(missedText(Infinity), "off by not finite");
});

test("inputs of several rows stand one below the other, each column as wide as its longest number", () => {
  const [wide, narrow] = inputTexts([[10, 0, -1], [0, 1, 1]]);

  assert.equal(wide, "10  0  −1  →");
  assert.equal(narrow, "\u20070  1  \u20071  →");
  assert.deepEqual(inputTexts([[]]), [""]);
  assert.deepEqual(inputTexts([]), []);
});
