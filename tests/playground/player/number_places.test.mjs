import assert from "node:assert/strict";
import test from "node:test";

import { numberPlaces } from "../../../playground/player/frontend/decision/number_places.mjs";

const SIZE = [16, 18];
const PICTURE = [340, 340];
const MARK = 30;

const placesOf = (marks, sizes = marks.map(() => SIZE)) => numberPlaces({ marks, mark: MARK, sizes, picture: PICTURE });

/** The box of a number: its left, top, right and bottom. */
function boxOf([x, y], side, [width, height] = SIZE) {
  const away = MARK / 2;
  const [right, down] = { right: [1, 0], left: [-1, 0], above: [0, -1], below: [0, 1] }[side];
  const [middleX, middleY] = [x + right * (away + width / 2), y + down * (away + height / 2)];
  return [middleX - width / 2, middleY - height / 2, middleX + width / 2, middleY + height / 2];
}

const overlap = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

test("in the four corners of XOR numbers stand towards the middle", () => {
  const sides = placesOf([[57, 283], [57, 57], [283, 283], [283, 57]]).map(({ side }) => side);

  assert.deepEqual(sides, ["right", "right", "left", "left"]);
});

test("a number whose first side is taken by another mark goes to another side", () => {
  const [first] = placesOf([[100, 100], [125, 100]]);

  assert.deepEqual(first, { side: "left", hasRoom: true });
});

test("numbers never cover marks, each other or the edge, however many rows there are", () => {
  for (let seed = 1; seed <= 20; seed++) {
    let state = seed;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const marks = Array.from({ length: 30 }, () => [10 + 320 * random(), 10 + 320 * random()]);

    const found = placesOf(marks);

    const boxes = found.flatMap(({ side, hasRoom }, k) => (hasRoom ? [boxOf(marks[k], side)] : []));
    assert.ok(boxes.length > 5);
    boxes.forEach((box, k) => {
      assert.ok(box[0] >= 0 && box[1] >= 0 && box[2] <= 340 && box[3] <= 340);
      boxes.slice(k + 1).forEach((other) => assert.ok(!overlap(box, other)));
      // Its own mark is 15 away; what another one fills reaches 13 from its middle.
      const covering = marks.filter(([x, y]) => overlap(box, [x - 13, y - 13, x + 13, y + 13]));
      assert.equal(covering.length, 0);
    });
  }
});

test("where all sides are taken a number waits until its row is chosen", () => {
  const marks = [[100, 100], [128, 100], [72, 100], [100, 128], [100, 72]];

  assert.equal(placesOf(marks)[0].hasRoom, false);
});
