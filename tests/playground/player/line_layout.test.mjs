import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { EDGE, GAP, keptCharacters, leastBeside, lineLayout } from "../../../playground/player/frontend/rows/line_layout.mjs";
import { headHeight, LINE_HEIGHT, lineTop } from "../../../playground/player/frontend/rows/line_places.mjs";

const LINE = { width: 267, digit: 7.6, numberDigits: 1, characters: 7, charactersBefore: 0, outputs: 1, word: 7.4 };

/** The least that a line needs. */
const leastWidth = (line) => lineLayout({ ...line, width: 0 }).width;

/** The parts of a layout as the line has them, one behind the other. */
function widthOf({ derived, number, answer, track, verdict }, outputs) {
  const parts = [...derived, number, ...new Array(outputs).fill(answer), track, verdict].filter((part) => part > 0);
  return parts.reduce((sum, part) => sum + part, 0) + (parts.length - 1) * GAP + 2 * EDGE;
}

test("derived inputs stand before the row's number, and give way before an answer does", () => {
  const line = { ...LINE, derived: [4, 6] };

  const [wide, narrow] = [lineLayout({ ...line, width: 420 }), lineLayout({ ...line, width: 150 })];

  assert.equal(wide.derived.length, 2);
  assert.ok(Math.abs(wide.derived[1] / wide.derived[0] - 6 / 4) < 1e-9);
  assert.ok(Math.abs(widthOf(wide, 1) - 420) < 1e-9);
  assert.deepEqual(narrow.derived, []);
  assert.deepEqual(narrow, lineLayout({ ...LINE, width: 150 }));
});

test("a line fills its width exactly, and is wider only where even the least has no room", () => {
  for (const outputs of [1, 2, 3, 10]) {
    for (const charactersBefore of [0, 7, 11]) {
      for (const word of [0, 7.4, 12]) {
        for (let width = 60; width < 700; width += 11) {
          const line = { ...LINE, width, outputs, charactersBefore, word };
          const layout = lineLayout(line);
          assert.ok(Math.abs(widthOf(layout, outputs) - layout.width) < 1e-9);
          assert.ok(Math.abs(layout.width - Math.max(width, leastWidth(line))) < 1e-9);
        }
      }
    }
  }
});

test("what has found its room keeps it in the next run, but not the room of the track", () => {
  assert.equal(keptCharacters({ ...LINE, width: 267 }, 10), 10);
  assert.equal(keptCharacters({ ...LINE, width: 267 }, 5), 7);
  assert.equal(lineLayout({ ...LINE, width: 220 }).track > 0, true);
  assert.equal(lineLayout({ ...LINE, width: 220, characters: 14 }).track, 0);
  assert.equal(keptCharacters({ ...LINE, width: 220 }, 14), 7);
  assert.equal(keptCharacters({ ...LINE, width: 60 }, 14), 14);
});

test("several outputs that have no room give way to the name of the class that they call, and to nothing else", () => {
  const three = { ...LINE, outputs: 3, word: 10.4, width: 160 };

  const layout = lineLayout({ ...three, isNamed: true });

  assert.ok(Math.abs(widthOf(layout, 3) - 160) < 1e-9);
  assert.equal(layout.answer, 0);
  assert.ok(layout.verdict >= 10.4 * 7.6);
  assert.ok(lineLayout({ ...three, isNamed: true, width: 400 }).answer > 0);
  assert.ok(lineLayout(three).answer > 0);
});

test("the digits of the output and of the one before always have their room, and the verdict a mark at least", () => {
  for (let width = 60; width < 700; width += 3) {
    const layout = lineLayout({ ...LINE, width, charactersBefore: 7 });
    // A number of seven characters with a point is six and a half digits wide.
    const [now, before] = [6.5 * 7.6 * (layout.isTight ? 0.9 : 1), 6.5 * 0.87 * 7.6];
    assert.ok(layout.answer >= (layout.before === "beside" ? now + before : Math.max(now, before)));
    assert.ok(layout.verdict >= 2 * 7.6);
  }
});

test("at 1280 pixels a line shows everything; with a run before it keeps the track as long as there is room", () => {
  const before = { charactersBefore: 7 };

  assert.ok(lineLayout(LINE).track > 60);
  assert.deepEqual(
    [297, 240, 150, 100].map((width) => lineLayout({ ...LINE, ...before, width }).before),
    ["beside", "above", "above", "above"],
  );
  assert.ok(lineLayout({ ...LINE, ...before, width: 297 }).track > 0);
  assert.ok(lineLayout({ ...LINE, ...before, width: 240 }).track > 0);
});

test("a strip as narrow as beside three inputs and a target on a phone has number, output and mark", () => {
  const layout = lineLayout({ ...LINE, width: 99 });

  assert.deepEqual([layout.track, layout.isTight], [0, true]);
  assert.ok(leastWidth(LINE) <= 99);
});

test("a wider strip never takes the track away again", () => {
  let shown = false;
  for (let width = 60; width < 700; width += 1) {
    const { track } = lineLayout({ ...LINE, width });
    assert.ok(track > 0 || !shown);
    shown = track > 0;
  }
  assert.ok(shown);
});

test("what is no whole line of the editor is its line of names", () => {
  for (const head of [35, 37]) {
    for (const lines of [1, 2, 5, 31, 41]) assert.equal(headHeight(head + lines * LINE_HEIGHT + 1), head);
  }
});

test("an editor that is cut off or not drawn yet says nothing of its line of names", () => {
  assert.equal(headHeight(600), 35);
  assert.equal(headHeight(0), 35);
});

test("each row's line begins where the one above it ends, and one that does not count leaves its line empty", () => {
  assert.deepEqual([1, 2, 4].map((number) => lineTop(35, number)), [35, 65, 125]);
});

test("a line is as high as the page makes those of its editor", () => {
  const page = readFileSync(new URL("../../../playground/views/tables.py", import.meta.url), "utf8");

  assert.equal(LINE_HEIGHT, Number(/^ROW_HEIGHT = (\d+)$/m.exec(page)?.[1]));
});

test("in a low line both numbers stand beside each other, first at the cost of the word, then of their size, as far as they can", () => {
  const low = { ...LINE, charactersBefore: 7, isLow: true };
  const at = (width) => lineLayout({ ...low, width });
  const layouts = Array.from({ length: 500 }, (_, k) => at(k + 60));

  const kinds = new Set(layouts.map(({ before, isMarkAlone, isTight }) => [before, isMarkAlone && "mark", isTight && "tight"].filter(Boolean).join(" ")));
  assert.deepEqual([...kinds], ["above mark tight", "beside mark tight", "beside mark", "beside"]);
  assert.equal(lineLayout({ ...low, charactersBefore: 0, width: 60 }).before, "none");
});

test("what several outputs want beside an editor is enough for their numbers, and one more output wants more", () => {
  for (const outputs of [1, 2, 3, 4]) {
    const line = { ...LINE, outputs, word: 0, width: leastBeside(outputs) };
    assert.ok(lineLayout(line).width <= line.width + 1e-9);
    assert.ok(leastBeside(outputs + 1) > leastBeside(outputs));
  }
});
