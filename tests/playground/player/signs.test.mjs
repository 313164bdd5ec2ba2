import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SIGNS, signsNow } from "../../../playground/player/frontend/keys/signs.mjs";

const texts = (/** @type {Parameters<typeof signsNow>[0]} */ shown) => signsNow(shown).map(({ text }) => text);

test("a sign is explained beside the pictures while it is there", () => {
  assert.ok(!texts(new Set()).some((text) => text.includes("test row")));
  assert.ok(texts(new Set(["test"])).includes("hollow: a test row, never learnt from"));
  assert.ok(texts(new Set(["before"])).includes("grey: the run before, to compare"));
});

test("two classes have their colours, several their shapes, and numbers are neither right nor wrong", () => {
  const two = texts(new Set(["classes", "twoClasses", "situation"]));
  assert.ok(two.includes("a row whose target is class 1"));
  assert.ok(two.includes("beside a row: it is wrong"));
  assert.ok(two.length <= 13, `${two.length} lines`);

  const several = texts(new Set(["classes", "severalClasses"]));
  assert.ok(several.includes("several classes: each has a shape and a grey"));
  assert.ok(several.includes("beside a row: it is wrong"));
  assert.ok(!several.some((text) => text.includes("class 1") || text.includes("threshold")));

  const numbers = texts(new Set(["numbers"]));
  assert.ok(!numbers.some((text) => /class|threshold|right|wrong/.test(text)), numbers.join("; "));
  assert.ok(numbers.includes("in a neuron: blue above 0, orange below; in Output as its scale says"));
});

test("every sign that the styles know is explained", () => {
  const styles = readFileSync(new URL("../../../playground/player/frontend/keys/signs.css", import.meta.url), "utf8");
  const known = new Set([...styles.matchAll(/\.(sign-[a-z]+)/g)].map(([, name]) => name));
  const all = SIGNS.flatMap(({ signs }) => signs.map(({ picture }) => picture)).join("");

  for (const name of known) assert.ok(all.includes(name), name);
});

test("no sign is explained twice", () => {
  const all = SIGNS.flatMap(({ signs }) => signs.map(({ picture, where }) => picture + (where ?? "")));

  assert.equal(new Set(all).size, all.length);
});
