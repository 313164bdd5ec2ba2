import assert from "node:assert/strict";
import { test } from "node:test";
import { SIGNS, signsNow } from "../../../playground/player/frontend/keys/signs.mjs";

const texts = (/** @type {Parameters<typeof signsNow>[0]} */ shown) => signsNow(shown).map(({ text }) => text);

test("a sign is explained beside the pictures while it is there", () => {
  assert.ok(!texts(new Set()).some((text) => text.includes("test row")));
  assert.ok(texts(new Set(["test"])).includes("hollow: a test row, never learnt from"));
  assert.ok(texts(new Set(["before"])).includes("grey: the run before, to compare"));
});

test("what a row and a weight look like is always explained, and rarely more than a dozen things", () => {
  const few = texts(new Set(["situation"]));

  assert.ok(few.includes("a weight below 0"));
  assert.ok(few.includes("beside a row: it is wrong"));
  assert.ok(few.length <= 12, `${few.length} lines`);
});

test("no sign is explained twice", () => {
  const all = SIGNS.flatMap(({ signs }) => signs.map(({ picture }) => picture));

  assert.equal(new Set(all).size, all.length);
});
