import assert from "node:assert/strict";
import test from "node:test";

import { changedTexts, situationText } from "../../../playground/player/frontend/rows/situation.mjs";

const ONE = { target_names: ["target"], classes: { kind: "two", values: [0, 1], threshold: 0.5, tolerance: 2 ** -42 } };
const NUMBERS = { target_names: ["price <b>", "weight"], classes: null };

test("one output above the threshold is class 1", () => {
  assert.deepEqual(situationText(ONE, Float64Array.of(0.7044), null, 0.5), [
    { name: "output", before: null, now: "0.7044", calledClass: 1, call: "class 1" },
  ]);
});

test("an output on the threshold is undecided", () => {
  const [piece] = situationText(ONE, Float64Array.of(0.5), null, 0.5);

  assert.deepEqual([piece.calledClass, piece.call], [null, "undecided"]);
});

test("an output below the threshold is class 0, or −1", () => {
  const bipolar = { ...ONE, classes: { ...ONE.classes, values: [-1, 1], threshold: 0 } };

  assert.equal(situationText(bipolar, Float64Array.of(-0.3), null, 0)[0].call, "class −1");
  assert.equal(situationText(bipolar, Float64Array.of(0.3), null, 0)[0].call, "class 1");
  assert.equal(situationText(ONE, Float64Array.of(0.7044), null, 0.75)[0].calledClass, 0);
});

test("what the run before answered stands beside it if it looks different", () => {
  assert.equal(situationText(ONE, [0.7044], [0.99], 0.5)[0].before, "0.9900");
  // 0.70441 and 0.7044 are both written 0.7044.
  assert.equal(situationText(ONE, [0.7044], [0.70441], 0.5)[0].before, null);
});

test("one output that changed brings all old outputs with it", () => {
  const pieces = situationText(NUMBERS, [1.5, 2], [1.5, 3], 0.5);

  assert.deepEqual(
    pieces.map(({ before }) => before),
    ["1.500", "3.000"],
  );
});

test("numbers have no class and names stay as they were typed", () => {
  const [first] = situationText(NUMBERS, [1.5, 2], null, 0.5);

  assert.equal(first.name, "price <b>");
  assert.equal(first.calledClass, null);
});

test("what is not a number has no class", () => {
  const [piece] = situationText(ONE, [NaN], null, 0.5);

  assert.deepEqual([piece.now, piece.calledClass, piece.call], ["not finite", null, ""]);
});

test("a run before with another number of outputs says nothing", () => {
  assert.equal(changedTexts(["0.5000"], [0.1, 0.2]), null);
  assert.equal(changedTexts(["0.5000"], null), null);
});
