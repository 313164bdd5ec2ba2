// A relief is seen from a side and from above, as large as its box allows, and what is near is drawn last.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FLOOR_UP, farToNear, projection, turned } from "../../../../playground/player/frontend/surface/camera.mjs";

const BOX = { width: 300, height: 200 };
const CORNERS = [0, 1].flatMap((across) => [0, 1].flatMap((along) => [FLOOR_UP, 1].map((up) => [across, along, up])));

test("from whatever side, all of it is in the box", () => {
  for (let turn = -4; turn < 4; turn += 0.3) {
    for (const tilt of [0.15, 0.6, 1.2, 1.5]) {
      const seen = projection({ turn, tilt }, BOX, 10);
      for (const corner of CORNERS) {
        const [x, y] = seen(...corner);
        assert.ok(x >= 9.99 && x <= 290.01 && y >= 9.99 && y <= 190.01, `${turn} ${tilt} ${x} ${y}`);
      }
    }
  }
});

test("what is higher is seen higher up, and from in front the second axis leads away", () => {
  const seen = projection({ turn: 0, tilt: 0.5 }, BOX, 0);

  assert.ok(seen(0.5, 0.5, 1)[1] < seen(0.5, 0.5, 0)[1]);
  assert.ok(seen(0.5, 1, 0)[1] < seen(0.5, 0, 0)[1]);
  assert.ok(seen(1, 0.5, 0)[0] > seen(0, 0.5, 0)[0]);
});

test("what is drawn first lies furthest away: highest on the picture, at one height", () => {
  for (const turn of [-2.5, -0.6, 0.6, 2.5]) {
    const seen = projection({ turn, tilt: 0.6 }, BOX, 0);
    const { columns, rows } = farToNear({ turn, tilt: 0.6 }, 2, 2);
    assert.ok(seen(columns[0], 0.5, 0)[1] < seen(columns[1], 0.5, 0)[1]);
    assert.ok(seen(0.5, rows[0], 0)[1] < seen(0.5, rows[1], 0)[1]);
  }
});

test("it is turned as far as one likes, and never seen from below", () => {
  assert.equal(turned({ turn: 1, tilt: 0.5 }, 10, 0).turn, 11);
  assert.ok(turned({ turn: 1, tilt: 0.5 }, 0, -9).tilt > 0);
  assert.ok(turned({ turn: 1, tilt: 0.5 }, 0, 9).tilt < Math.PI / 2);
});
