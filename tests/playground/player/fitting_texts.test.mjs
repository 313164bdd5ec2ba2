import assert from "node:assert/strict";
import test from "node:test";
import { fittingText, fittingTexts } from "../../../playground/player/frontend/shared/fitting_texts.mjs";
import { textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";

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

test("names whose starts tell them apart are cut at their ends, and the same name twice reads the same", () => {
  const room = textWidth("bill length…", 13);
  assert.deepEqual(fittingTexts(["bill length (mm)", "bill depth (mm)", "sex"], 13, room), ["bill length…", "bill depth…", "sex"]);
  assert.deepEqual(fittingTexts(["flipper length", "flipper length"], 13, room), ["flipper len…", "flipper len…"]);
});

test("names that would be cut alike lose the words they share", () => {
  const room = textWidth("Farbe = g…", 13);
  assert.deepEqual(fittingTexts(["Farbe = gelb", "Farbe = grün", "Farbe = blau"], 13, room), ["…gelb", "…grün", "Farbe = b…"]);
});

test("names that share no whole word lose their middle", () => {
  const names = ["temperature1", "temperature2", "temperature12"];
  const shown = fittingTexts(names, 13, textWidth("temper…", 13));
  assert.equal(new Set(shown).size, 3, shown.join(", "));
  for (const [place, name] of shown.entries()) {
    assert.match(name, /^tem….*\d$/);
    assert.equal(name.at(-1), names[place].at(-1));
    assert.ok(textWidth(name, 13) <= textWidth("temper…", 13));
  }
});
