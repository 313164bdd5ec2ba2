import assert from "node:assert/strict";
import test from "node:test";

import { epochOf, positionOf } from "../../../playground/player/frontend/timeline/epoch_scale.mjs";

test("epoch 0 stands at 0 on both scales", () => {
  assert.deepEqual([positionOf(0, "linear"), positionOf(0, "log")], [0, 0]);
});

test("epoch 4 stands at ln 5 on the logarithmic scale, as in the charts", () => {
  assert.ok(Math.abs(positionOf(4, "log") - 1.6094379124341003) < 1e-15);
});

test("positions lead back to their epochs", () => {
  for (const scale of ["linear", "log"]) {
    for (const epoch of [0, 1, 37, 15_000, 1e6]) {
      assert.ok(Math.abs(epochOf(positionOf(epoch, scale), scale) - epoch) <= 1e-9 * (1 + epoch));
    }
  }
});
