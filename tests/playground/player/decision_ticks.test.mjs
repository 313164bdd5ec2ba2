import assert from "node:assert/strict";
import { test } from "node:test";

import { tickTexts } from "../../../playground/player/frontend/decision/decision_ticks.js";

test("along an edge of the picture stand three to seven round numbers, whatever it spans", () => {
  assert.deepEqual(tickTexts([-0.75, 9.5]), ["0", "2", "4", "6", "8"]);
  assert.deepEqual(tickTexts([-0.25, 1.25]), ["0", "0.5", "1"]);
  for (let high = 1; high < 100; high *= 1.07) {
    const count = tickTexts([0, high]).length;
    assert.ok(count >= 3 && count <= 7, `${count} up to ${high}`);
  }
});
