import assert from "node:assert/strict";
import test from "node:test";

import { fieldText, nudged, readWeight, refusal } from "../../../playground/player/frontend/network/typed_weight.mjs";

test("a weight may be written with a dot or a comma, a sign of any kind, and a power of ten", () => {
  const texts = { 0.5: 0.5, "0,5": 0.5, " -2.5 ": -2.5, "−2,5": -2.5, "+3": 3, ".5": 0.5, "1e-3": 0.001, "1E−3": 0.001, "7.": 7 };

  for (const [text, value] of Object.entries(texts)) assert.equal(readWeight(text), value, text);
  assert.ok(Object.is(readWeight("-0"), 0));
});

test("what is no finite number, or could mean two, is not read", () => {
  const texts = ["", " ", "abc", "1.2.3", "1,000", "--1", "0x10", "Infinity", "NaN", "1e999", "1e-400", "50%", ",", "-"];
  for (const text of texts) assert.equal(readWeight(text), null, text);
});

test("a weight is read as a cell of the table is", () => {
  const texts = { "1,234.5": 1234.5, "1 000": 1000, "\uff10\uff0c\uff15": 0.5, "1.5e308": 1.5e308 };

  for (const [text, value] of Object.entries(texts)) assert.equal(readWeight(text), value, text);
});

test("the field shows at most six digits, and says when these are not all", () => {
  const texts = { 0: "0", 0.5: "0.5", "-2.5": "-2.5", 1e-7: "1e-07", 0.872345: "0.872345", 1e300: "1e+300" };
  for (const [value, text] of Object.entries(texts)) {
    assert.deepEqual(fieldText(Number(value)), { text, isRounded: false });
    assert.equal(readWeight(text), Number(value));
  }
  assert.deepEqual(fieldText(-0.16595599059485195), { text: "-0.165956", isRounded: true });
  assert.deepEqual(fieldText(0.1 + 0.2), { text: "0.3", isRounded: true });
  assert.deepEqual(fieldText(123456789.123), { text: "123457000", isRounded: true });
});

test("a refusal says what must hold and what came", () => {
  assert.equal(refusal("weight", "abc"), 'A weight must be a number such as 0.5. Got "abc".');
  assert.equal(refusal("weight", "1,000"), '"1,000" can mean 1000 or 1.0. Write 1000 or 1.0.');
  assert.equal(refusal("bias", "50%"), '"50%" is a percentage. Write 0.5 instead.');
  assert.equal(refusal("bias", " "), "A bias must be a number such as 0.5. Got nothing.");
});

test("a nudge adds a step without the crumbs of binary fractions", () => {
  assert.equal(nudged("0.2", 0.1), "0.3");
  assert.equal(nudged("0,5", -1), "-0.5");
  assert.equal(nudged("0.1", -0.1), "0");
  assert.equal(nudged("abc", 0.1), null);
});

test("a weight is typed as a fraction, too", () => {
  assert.equal(readWeight("1/3"), 1 / 3);
  assert.equal(readWeight("-1,5 / 2"), -0.75);
  assert.equal(readWeight("1/0"), null);
  assert.equal(refusal("weight", "1/0"), '"1/0" has no value. Divide by another number than 0.');
  assert.equal(nudged("1/4", 0.1), "0.35");
});
