import assert from "node:assert/strict";
import test from "node:test";

import { decisionLayout, markWidth } from "../../../playground/player/frontend/decision/decision_layout.mjs";
import { textWidth } from "../../../playground/player/frontend/shared/text_width.mjs";

const TWO_CLASSES = { yTicks: ["0", "0.5", "1"], scaleTexts: ["threshold", "iii 1"], legend: "iiii wrong", isFlat: false };
const boxOf = (width, height, type = 1) => ({ width, height, type });

test("at 1280 × 800 the picture is a square of 340 at least, with its scale beside it", () => {
  const { width, height, isUnder, length } = decisionLayout(boxOf(448, 392), TWO_CLASSES);

  assert.ok(width >= 340 && width === height, `${width} × ${height}`);
  assert.deepEqual([isUnder, length], [false, height]);
});

test("picture, numbers and scale never need more than the box", () => {
  for (const [width, height] of [[448, 392], [524, 440], [358, 400], [300, 700], [900, 250], [220, 220]]) {
    for (const type of [1, 1.4]) {
      for (const isFlat of [false, true]) {
        const layout = decisionLayout(boxOf(width, height, type), { ...TWO_CLASSES, isFlat });

        const beside = layout.isUnder ? 0 : 8 + 12 + 6 + 40;
        assert.ok(layout.gutter + layout.width + beside <= width, `${width} × ${height}: ${layout.width} wide`);
        assert.ok(layout.height + 20 * type <= height, `${width} × ${height}: ${layout.height} high`);
      }
    }
  }
});

test("beside short names of classes there is room for what marks a wrong row", () => {
  const { breadth } = decisionLayout(boxOf(448, 392), { ...TWO_CLASSES, scaleTexts: ["iiii a", "iiii b", "iiii c"], ofClasses: true });

  assert.ok(breadth >= textWidth("iiii wrong", 13), String(breadth));
});

test("names of many classes that wrap below the picture stand in the box, too", () => {
  const names = Array.from({ length: 10 }, (_, k) => `iiii kind ${k}`);
  const box = boxOf(392, 440);

  const layout = decisionLayout(box, { ...TWO_CLASSES, scaleTexts: names, ofClasses: true });

  // Beside the picture ten lines of 20 fit; below it 4 of them go into a line, so there are 3 lines.
  const below = layout.isUnder ? 24 + 4 + 3 * 20 : 24;
  assert.ok(layout.height + below <= box.height, `${layout.height} high, ${layout.isUnder}`);
  const few = decisionLayout(box, { ...TWO_CLASSES, scaleTexts: names.slice(0, 3), ofClasses: true });
  assert.ok(few.isUnder && few.width > layout.width);
});

test("in a box higher than wide the scale lies under the picture, which is the larger for it", () => {
  const layout = decisionLayout(boxOf(358, 420), TWO_CLASSES);

  assert.ok(layout.isUnder);
  assert.ok(layout.width > 310, String(layout.width));
  assert.ok(layout.length < layout.width);
});

test("a picture of two inputs is square; a curve over one input may be wider", () => {
  const box = boxOf(900, 400);

  const [square, curve] = [false, true].map((isFlat) => decisionLayout(box, { ...TWO_CLASSES, isFlat }));

  assert.equal(square.width, square.height);
  assert.equal(curve.height, square.height);
  assert.ok(curve.width > curve.height);
});

test("longer numbers along the edge take room from the picture, and larger type does", () => {
  const narrow = decisionLayout(boxOf(448, 392), { ...TWO_CLASSES, yTicks: ["−1,000", "0"] });
  const large = decisionLayout(boxOf(448, 392, 1.4), TWO_CLASSES);
  const usual = decisionLayout(boxOf(448, 392), TWO_CLASSES);

  assert.ok(narrow.width < usual.width && narrow.gutter > usual.gutter);
  assert.ok(large.width < usual.width);
});

test("marks grow with the picture, are smaller in a crowd, and never below 14 pixels", () => {
  assert.equal(markWidth(4, 340), 30);
  assert.ok(markWidth(4, 680) > 50);
  for (const [more, fewer] of [[41, 40], [151, 150], [401, 400]]) assert.ok(markWidth(more, 340) < markWidth(fewer, 340));
  for (const side of [100, 340, 900]) assert.ok(markWidth(1000, side) >= 14);
});
