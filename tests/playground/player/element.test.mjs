import assert from "node:assert/strict";
import { test } from "node:test";
import { hide } from "../../../playground/player/frontend/shared/element.js";

/** As much of a page as has the focus in one place. */
function page() {
  const state = { focused: "button" };
  const part = (name) => ({ hidden: false, matches: () => state.focused === name, focus: () => (state.focused = name) });
  return { state, button: part("button"), sentence: part("sentence") };
}

test("a button that goes with what it has done leaves the focus to something that stays", () => {
  const { state, button, sentence } = page();
  hide(button, true, sentence);
  assert.equal(button.hidden, true);
  assert.equal(state.focused, "sentence");
});

test("who has the focus elsewhere keeps it, and nothing that comes takes it", () => {
  const { state, button, sentence } = page();
  state.focused = "slider";
  hide(button, true, sentence);
  hide(button, false, sentence);
  assert.equal(button.hidden, false);
  assert.equal(state.focused, "slider");
});
