import assert from "node:assert/strict";
import test from "node:test";
import { digitsWide, fittingText, textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";

test("a text is as wide as its characters, wide and narrow ones told apart", () => {
  assert.ok(textWidth("mmm", 10) > textWidth("nnn", 10));
  assert.ok(textWidth("nnn", 10) > textWidth("iii", 10));
  assert.equal(textWidth("input 1", 28), 2 * textWidth("input 1", 14));
  assert.equal(textWidth("", 14), 0);
});

test("a number counts as many digits as it has characters; of a power of ten what is narrow counts less", () => {
  for (const text of ["0.4100", "−12,346", "1", "not finite"]) assert.equal(digitsWide(text), text.length);
  // Measured in the page's font, in digits: a space 0.39, a dot 0.536, a superscript 0.725. Beside six digits and signs and the
  // point, which counts as one, stand four spaces, a dot and three superscripts.
  const needed = 7 + 4 * 0.39 + 0.536 + 3 * 0.725;
  const counted = digitsWide("1\u00a0−\u00a03.9\u00a0·\u00a010⁻¹¹");
  assert.ok(counted >= needed && counted < needed + 0.2, `${counted} ${needed}`);
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
