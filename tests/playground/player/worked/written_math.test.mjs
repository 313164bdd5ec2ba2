// A formula is set with its numbers in place, bracketed as it is read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { mathFactors, mathPieces, writtenMath } from "../../../../playground/player/frontend/worked/written_math.mjs";

const NUMBERS = ["0.868", "1", "−0.643", "0.5"];
const termOf = (line) => ({ text: NUMBERS[line], isNegative: NUMBERS[line].startsWith("−") });
const input = (line) => ["input", line];
const said = (expression) => read(writtenMath(expression, termOf));

/** What a reader sees, in one line: signs between two sides stand apart. */
function read({ tag, text = "", children = [] }) {
  if (tag === "msup") return children.map(read).join("^");
  if (tag === "msqrt") return `√(${children.map(read).join("")})`;
  const isBetween = (child, at) => at > 0 && "+−·/".includes(child.text ?? "?");
  return text + children.map((child, at) => (isBetween(child, at) ? ` ${child.text} ` : read(child))).join("");
}

test("products are added, and a negative number stands in brackets", () => {
  const sum = ["+", ["·", input(0), input(1)], ["·", input(2), input(3)]];

  assert.equal(said(sum), "0.868 · 1 + (−0.643) · 0.5");
});

test("what holds less firmly than its place asks for is bracketed", () => {
  assert.equal(said(["·", input(0), ["−", 1, input(0)]]), "0.868 · (1 − 0.868)");
  assert.equal(said(["−", input(0), ["+", input(1), input(3)]]), "0.868 − (1 + 0.5)");
  assert.equal(said(["/", ["·", input(0), input(1)], ["·", input(1), input(3)]]), "0.868 · 1 / (1 · 0.5)");
  assert.equal(said(["negative", ["·", input(0), input(1)]]), "−(0.868 · 1)");
});

test("a sigmoid is written with a power of e", () => {
  const sigmoid = ["/", 1, ["+", 1, ["exp", ["negative", input(2)]]]];

  assert.equal(said(sigmoid), "1 / (1 + e^−(−0.643))");
});

test("powers, roots, amounts and other functions", () => {
  assert.equal(said(["/", ["^", input(2), 2], 2]), "(−0.643)^2 / 2");
  assert.equal(said(["sqrt", ["+", input(0), input(1)]]), "√(0.868 + 1)");
  assert.equal(said(["abs", ["−", input(0), input(1)]]), "|0.868 − 1|");
  assert.equal(said(["max", 0, input(3)]), "max(0,0.5)");
  assert.equal(said(["·", ["pi"], input(3)]), "π · 0.5");
});

test("what a function, bars or a power of e hold needs no further brackets", () => {
  assert.equal(said(["tanh", input(2)]), "tanh(−0.643)");
  assert.equal(said(["max", input(2), input(3)]), "max(−0.643,0.5)");
  assert.equal(said(["abs", input(2)]), "|−0.643|");
  assert.equal(said(["exp", input(2)]), "e^−0.643");
});

test("a number that stands alone needs no brackets, and each says its line", () => {
  assert.equal(said(input(2)), "−0.643");
  assert.equal(writtenMath(input(2), termOf).line, 2);
});

test("a line may end before each + and −, in brackets too, and nowhere else", () => {
  const mean = ["/", ["+", input(0), ["·", input(2), input(3)], ["−", input(1), input(3)]], 4];

  const pieces = mathPieces(writtenMath(mean, termOf)).map(read);

  assert.deepEqual(pieces, ["(0.868", "+(−0.643) · 0.5", "+(1", "−0.5)) / 4"]);
  // Where not even a term has room it goes on behind a factor.
  const factors = mathPieces(writtenMath(mean, termOf)).map((piece) => mathFactors(piece).map(read));
  assert.deepEqual(factors, [["(0.868"], ["+(−0.643)", "·0.5"], ["+(1"], ["−0.5))", "/4"]]);
});
