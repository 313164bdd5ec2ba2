import assert from "node:assert/strict";
import { test } from "node:test";
import { LEFT_TEXT, leaveText, takeLeftText } from "../../../playground/player/frontend/app/left_text.mjs";

const tab = (most = Infinity) => {
  const kept = new Map();
  const setItem = (name, text) => {
    if (text.length > most) throw new DOMException("full", "QuotaExceededError");
    kept.set(name, text);
  };
  return { kept, setItem, getItem: (name) => kept.get(name) ?? null, removeItem: (name) => kept.delete(name) };
};
const ROWS = { box: "training", text: "a\tb\n1\t2\n" };

test("a text that stands in a box is there once more when the page is reloaded, or come back to", () => {
  for (const left of [ROWS, { box: "columns", text: "heig", field: "Name of column 2" }]) {
    for (const navigation of ["reload", "back_forward"]) {
      const storage = tab();
      leaveText(() => storage, left);

      assert.deepEqual(takeLeftText(() => storage, navigation), left);
      assert.equal(takeLeftText(() => storage, navigation), null);
    }
  }
});

test("who goes elsewhere in the tab has left it for good", () => {
  const storage = tab();
  leaveText(() => storage, ROWS);

  assert.equal(takeLeftText(() => storage, "navigate"), null);
  assert.equal(storage.kept.size, 0);
});

test("where nothing is typed, or too much for a tab, nothing of before comes back", () => {
  for (const left of [null, { box: "training", text: " \n" }, { box: "training", text: "1\t2\n".repeat(100) }]) {
    const storage = tab(200);
    leaveText(() => storage, ROWS);
    leaveText(() => storage, left);

    assert.equal(takeLeftText(() => storage, "reload"), null);
  }
});

test("what something else has put there is no text, and a browser that keeps nothing is left without a word", () => {
  for (const kept of ["", "{", "3", "[]", '{"box":"training"}', '{"box":1,"text":"a"}']) {
    const storage = tab();
    storage.setItem(LEFT_TEXT, kept);
    assert.equal(takeLeftText(() => storage, "reload"), null);
  }
  const refused = () => {
    throw new DOMException("refused", "SecurityError");
  };
  leaveText(refused, ROWS);
  assert.equal(takeLeftText(refused, "reload"), null);
});
