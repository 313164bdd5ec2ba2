import assert from "node:assert/strict";
import { test } from "node:test";

import { partsOf } from "../../../playground/player/frontend/glossary/terms_in_text.mjs";

const TERMS = ["loss", "rate", "learning rate", "epoch", "weight", "class"];
const termsIn = (text) => partsOf(text, TERMS).flatMap(({ text: written, term }) => (term ? [[written, term]] : []));

test("the parts of a text joined give the text", () => {
  for (const text of ["", "loss", "The loss rose: a learning rate of 3 is too large.", "Nothing of it."])
    assert.equal(partsOf(text, TERMS).map((part) => part.text).join(""), text);
});

test("of two terms that overlap the longer one counts", () => {
  assert.deepEqual(termsIn("a learning rate of 3"), [["learning rate", "learning rate"]]);
});

test("a term counts once, where it stands first, also in the plural or with a capital", () => {
  assert.deepEqual(termsIn("Epochs 3 and 4: of these epochs the weights"), [["Epochs", "epoch"], ["weights", "weight"]]);
  assert.deepEqual(termsIn("two classes"), [["classes", "class"]]);
});

test("a part of another word is no term", () => {
  assert.deepEqual(termsIn("classify, lossless, weighted, no-loss"), []);
});

test("without a glossary a text stays one piece", () => {
  assert.deepEqual(partsOf("the loss", []), [{ text: "the loss", term: null }]);
});
