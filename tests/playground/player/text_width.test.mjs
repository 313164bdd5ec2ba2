import assert from "node:assert/strict";
import test from "node:test";
import { fittingText, textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";

test("a text is as wide as its characters, wide and narrow ones told apart", () => {
  assert.ok(textWidth("mmm", 10) > textWidth("nnn", 10));
  assert.ok(textWidth("nnn", 10) > textWidth("iii", 10));
  assert.equal(textWidth("input 1", 28), 2 * textWidth("input 1", 14));
  assert.equal(textWidth("", 14), 0);
});

test("a text with room stays, another one ends in three dots and fits", () => {
  assert.equal(fittingText("input 1", 14, textWidth("input 1", 14)), "input 1");
  const name = "temperature of the water";
  const shown = fittingText(name, 14, 80);
  assert.match(shown, /^temp.*[^ ]…$/);
  assert.ok(textWidth(shown, 14) <= 80);
  assert.ok(textWidth(`${name.slice(0, shown.length)}…`, 14) > 80);
});

test("of the narrowest room at least one character is left, and no half of one", () => {
  assert.equal(fittingText("input 1", 14, 1), "i…");
  assert.equal(fittingText("😀😀😀", 14, 1), "😀…");
});
