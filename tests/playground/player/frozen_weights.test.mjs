import assert from "node:assert/strict";
import test from "node:test";

import { frozenAt, lockPlace } from "../../../playground/player/frontend/network/frozen_weights.mjs";
import { boxAround, overlap } from "../../../playground/player/frontend/network/network_labels.mjs";
import { numberBox } from "../../../playground/player/frontend/network/network_layout.mjs";

const freezes = (epoch, index, frozen) => ({ epoch, what: "frozen", index, frozen, text: "" });

test("a weight is frozen from the epoch at which it was frozen until it is freed", () => {
  const changes = [freezes(4, 2, true), freezes(10, 2, false), freezes(12, 2, true)];

  const frozen = [3, 4, 9, 10, 11, 12, 99].map((epoch) => frozenAt(changes, epoch).has(2));

  assert.deepEqual(frozen, [false, true, true, false, false, true, true]);
});

test("each weight is frozen by itself, and other changes freeze nothing", () => {
  const changes = [
    { epoch: 1, what: "parameter", index: 0, value: 2.5, text: "" },
    freezes(2, 1, true),
    { epoch: 3, what: "learning_rate", text: "" },
    freezes(3, 5, true),
  ];

  assert.deepEqual([...frozenAt(changes, 2)], [1]);
  assert.deepEqual([...frozenAt(changes, 3)], [1, 5]);
  assert.deepEqual([...frozenAt([], 3)], []);
});

test("a lock stands beside its number, not on it, and without a number on its own edge before the others cross it", () => {
  const edge = { x1: 0, y1: 0, x2: 100, y2: 50, labelX: 50, labelY: 25, isBias: false };
  const { width } = numberBox(16);

  const beside = lockPlace({ ...edge, labelFits: true }, 16);
  const alone = lockPlace({ ...edge, labelFits: false }, 16);

  assert.equal(beside.y, 25);
  assert.ok(!overlap(boxAround(beside.x, beside.y, 9, 12), boxAround(50, 25, width, 16)));
  assert.deepEqual(alone, { x: 22, y: 11 });
});
