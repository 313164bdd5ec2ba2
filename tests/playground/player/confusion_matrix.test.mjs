import assert from "node:assert/strict";
import test from "node:test";

import { confusionMatrix } from "../../../playground/player/frontend/model/confusion_matrix.mjs";

const CLASSES = { kind: "several", values: [0, 1], threshold: 0.5, tolerance: 2 ** -42 };
const [A, B, C] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

test("each row is counted under its own class and the one it is called; a tie is called none, and no class is not counted", () => {
  const targets = [A, A, B, C, C, [0.5, 0, 0]];
  const outputs = Float64Array.of(0.9, 0.1, 0, 0.2, 0.3, 0.5, 0.1, 0.8, 0.1, 0.6, 0.2, 0.2, 0.1, 0.45, 0.45, 1, 0, 0);

  assert.deepEqual(confusionMatrix(CLASSES, { targets }, outputs, 3), [
    [1, 0, 1, 0],
    [0, 1, 0, 0],
    [1, 0, 0, 1],
  ]);
});
