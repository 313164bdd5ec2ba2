import assert from "node:assert/strict";
import test from "node:test";
import { digitsWide, textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";

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
