import assert from "node:assert/strict";
import test from "node:test";

import { epochTicks } from "../../../playground/player/frontend/timeline/epoch_ticks.mjs";
import { epochText } from "../../../playground/player/frontend/shared/wording.mjs";

const NARROW = { width: 210, characterWidth: 6.8 };
const CASES = [
  [15_000, "log", "0 1 10 100 1,000 15,000"],
  [15_000, "linear", "0 5,000 10,000 15,000"],
  [200, "linear", "0 50 100 150 200"],
  [137, "linear", "0 50 100 137"],
  [20, "log", "0 1 2 5 10 20"],
  [1_000_000, "log", "0 100 10,000 1,000,000"],
  [1, "log", "0 1"],
  [0, "log", "0"],
  [0, "linear", "0"],
];

for (const [end, scale, labels] of CASES) {
  test(`round epochs, and both ends where they fit: ${scale} to ${end}`, () => {
    assert.equal(epochTicks({ end, scale, ...NARROW }).map(epochText).join(" "), labels);
  });
}

test("a wider slider has more room, and a narrower one leaves labels out, but never the two ends", () => {
  const log = { end: 1_000_000, scale: "log", characterWidth: 7 };

  assert.deepEqual(epochTicks({ ...log, width: 640 }), [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000]);
  assert.deepEqual(epochTicks({ ...log, width: 60 }), [0, 1_000_000]);
  assert.deepEqual(epochTicks({ end: 15_000, scale: "log", width: 560, characterWidth: 7 }), [0, 1, 10, 100, 1000, 15_000]);
});
