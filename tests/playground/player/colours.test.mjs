import assert from "node:assert/strict";
import test from "node:test";

import {
  channelsOf,
  channelsOfPalette,
  channelsOfPixel,
  cssOf,
  isDark,
  mixed,
  pixelOf,
} from "../../../playground/player/frontend/shared/colours.mjs";

test("colours of CSS are read however they are written", () => {
  assert.deepEqual(["#0af", "#00aaff", "rgb(0, 170, 255)", "rgb(0 170 255 / 0.5)"].map(channelsOf), Array(4).fill([0, 170, 255]));
});

test("what is no colour of these kinds is told apart from black", () => {
  assert.deepEqual(["", "transparent", "#12", "#12345g", "#1f26301", "rgb()", "black"].map(channelsOf), Array(7).fill(null));
  assert.deepEqual(channelsOf("#000"), [0, 0, 0]);
  assert.throws(() => channelsOfPalette("transparent"), /#rrggbb\. Got transparent/);
});

test("a colour is mixed channel by channel", () => {
  // 16 + (216 - 16) / 4, 100 + (0 - 100) / 4, 7 + (8 - 7) / 4
  assert.deepEqual(mixed([16, 100, 7], [216, 0, 8], 0.25), [66, 75, 7]);
  assert.deepEqual(mixed([16, 100, 7], [216, 0, 8], 1), [216, 0, 8]);
});

test("a colour is written for CSS, and for a canvas as alpha, blue, green, red", () => {
  assert.equal(cssOf([1, 2, 255]), "rgb(1, 2, 255)");
  assert.equal(pixelOf([0x11, 0x22, 0xee]), 0xffee2211);
  assert.deepEqual(channelsOfPixel(pixelOf([0x11, 0x22, 0xee])), [0x11, 0x22, 0xee]);
});

for (const [colour, dark] of [
  ["#0e1117", true],
  ["#ffffff", false],
  ["#FFFFFF", false],
  ["#000", true],
  ["#fff", false],
  ["#f0f2f6", false],
  ["#0e1117ff", true],
  ["#ffff", false],
  ["rgb(14, 17, 23)", true],
  ["rgb(255 255 255)", false],
  ["rgba(240, 242, 246, 0.5)", false],
  // 0.299 · 255 = 76.2 and 0.114 · 255 = 29.1 are below half of 255, 0.587 · 255 = 149.7 is above.
  ["#ff0000", true],
  ["#0000ff", true],
  ["#00ff00", false],
  ["  #0e1117 ", true],
]) {
  test(`a page of ${colour.trim()} is ${dark ? "dark" : "light"}`, () => {
    assert.equal(isDark(colour), dark);
  });
}

test("a background that says no colour counts as light", () => {
  assert.equal(isDark(""), false);
  assert.equal(isDark("transparent"), false);
});
