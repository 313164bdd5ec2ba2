import assert from "node:assert/strict";
import test from "node:test";

import { sentencePlace } from "../../../playground/player/frontend/decision/decision_sentence.mjs";
import { numberPlaces, wordPlaces } from "../../../playground/player/frontend/decision/number_places.mjs";

const SIZE = [16, 18];
const PICTURE = [340, 340];
const MARK = 30;

const placesOf = (marks, first) => numberPlaces({ marks, mark: MARK, sizes: marks.map(() => SIZE), picture: PICTURE, first });

/** Left, top, right and bottom of a number. */
function boxOf([x, y], [right, down]) {
  return [x + right - SIZE[0] / 2, y + down - SIZE[1] / 2, x + right + SIZE[0] / 2, y + down + SIZE[1] / 2];
}

const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

test("in the four corners of XOR numbers stand beside their marks, towards the middle", () => {
  // Half a mark and half a number: 15 + 8.
  const aways = placesOf([[57, 283], [57, 57], [283, 283], [283, 57]]).map(({ away }) => away.map((part) => part + 0));

  assert.deepEqual(aways, [[23, 0], [23, 0], [-23, 0], [-23, 0]]);
});

test("a number whose first side is taken by another mark goes to another side", () => {
  const [{ away, hasRoom }] = placesOf([[100, 100], [125, 100]]);

  assert.ok(hasRoom);
  assert.equal(away[0], -23);
});

test("numbers never cover marks, each other or the edge, however many rows there are", () => {
  for (let seed = 1; seed <= 20; seed++) {
    let state = seed;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const marks = Array.from({ length: 30 }, () => [10 + 320 * random(), 10 + 320 * random()]);

    const found = placesOf(marks, seed);

    const boxes = found.flatMap(({ away, hasRoom }, k) => (hasRoom ? [boxOf(marks[k], away)] : []));
    assert.ok(boxes.length > 10);
    boxes.forEach((box, k) => {
      assert.ok(box[0] >= 0 && box[1] >= 0 && box[2] <= 340 && box[3] <= 340);
      boxes.slice(k + 1).forEach((other) => assert.ok(!overlap(box, other)));
      // A shape reaches 9 from the middle of its mark.
      assert.ok(!marks.some(([x, y]) => overlap(box, [x - 9, y - 9, x + 9, y + 9])));
    });
  }
});

test("where all sides are taken a number waits, but that of the chosen row finds a place farther away", () => {
  const marks = [100, 126, 74].flatMap((x) => [100, 126, 74].map((y) => [x, y]));

  assert.equal(placesOf(marks)[0].hasRoom, false);
  const [{ hasRoom, away }] = placesOf(marks, 0);
  assert.ok(hasRoom);
  assert.ok(Math.hypot(...away) > 35);
});

test("of a large crowd only the wanted numbers are given a place", () => {
  const marks = [[57, 283], [57, 57], [283, 283]];

  const found = numberPlaces({ marks, mark: MARK, sizes: marks.map(() => SIZE), picture: PICTURE, wanted: [1] });

  assert.deepEqual(found.map(({ hasRoom }) => hasRoom), [false, true, false]);
});

test("a number stands clear of a line, and on it only where there is no other place", () => {
  const lines = [110, 0, 160, 340];
  const [mark] = [[112, 160]];

  const [{ away }] = numberPlaces({ marks: [mark], mark: MARK, sizes: [SIZE], picture: PICTURE, lines });

  assert.deepEqual(away, [-23, 0]);
  const everywhere = Array.from({ length: 34 }, (_, k) => [0, 10 * k, 340, 10 * k]).flat();
  const [{ away: onALine, hasRoom }] = numberPlaces({ marks: [mark], mark: MARK, sizes: [SIZE], picture: PICTURE, lines: everywhere });
  assert.deepEqual([onALine, hasRoom], [[23, 0], true]);
});

test("a long name above its mark goes on to the side where the edge of the picture is near", () => {
  const beside = [225, 0, 215, 340];

  const [{ away }] = numberPlaces({ marks: [[300, 200]], mark: MARK, sizes: [[110, 18]], picture: PICTURE, lines: beside });

  assert.deepEqual(away, [340 - 55 - 300, -(15 + 9)]);
});

test("a sentence finds a place that leaves free what a word beside a mark covers, and a number asks for no more than its mark", () => {
  const numbered = { marks: [[57, 170], [200, 300]], mark: MARK, sizes: [[100, 18], SIZE], picture: PICTURE };
  const found = numberPlaces(numbered);

  const words = wordPlaces(found, numbered);

  const middle = 57 + found[0].away[0];
  assert.deepEqual(words.map(([x, y]) => [Math.round(340 * x), Math.round(340 * y)]), [[middle - 25, 170], [middle, 170], [middle + 25, 170]]);
  // The mark alone leaves the middle of the picture free for a narrow sentence, its name does not.
  const reach = [0.2, 0.09];
  assert.equal(sentencePlace([[57 / 340, 0.5]], reach).place[1], 0.5);
  assert.notEqual(sentencePlace([[57 / 340, 0.5], ...words], reach).place[1], 0.5);
});
