import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptChoice } from "../../../playground/player/frontend/shared/kept_choice.mjs";

const NAMES = ["training", "test", "situation"];

const tab = (...kept) => {
  const all = new Map(kept);
  return { setItem: (key, text) => all.set(key, text), getItem: (key) => all.get(key) ?? null, removeItem: (key) => all.delete(key) };
};

test("each choice is kept in its own place, and a reload goes on with it", () => {
  const storage = tab(["speed", "120"]);
  new KeptChoice("table", NAMES, () => storage, "navigate").keep("test");

  assert.equal(new KeptChoice("table", NAMES, () => storage, "reload").name, "test");
  assert.equal(new KeptChoice("speed", ["even", "120"], () => storage, "reload").name, "120");
});

test("what is gone to anew begins with the first, and so does what is no choice any more", () => {
  for (const [kept, navigation] of [["test", "navigate"], ["answers", "reload"]]) {
    const storage = tab(["table", kept]);
    assert.equal(new KeptChoice("table", NAMES, () => storage, navigation).name, "training");
  }
});
