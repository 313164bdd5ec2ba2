import assert from "node:assert/strict";
import test from "node:test";

import { frozenAt, lockPlace } from "../../../playground/player/frontend/network/frozen_weights.mjs";
import { boxAround, overlap } from "./boxes.mjs";
import { networkLayout } from "../../../playground/player/frontend/network/network_layout.mjs";

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
  const names = { layer_names: ["Input", "Output"], neuron_names: [["one", "two"], ["target"]] };
  const run = { layer_sizes: [2, 1], bias: true, ...names };
  const { edges } = networkLayout(run, { width: 520, height: 300, type: 1 });

  for (const edge of edges) {
    const beside = lockPlace(edge);
    assert.equal(beside.y, edge.port.y);
    assert.ok(!overlap(boxAround(beside.x, beside.y, 9, 12), edge.port.box));
  }
  assert.deepEqual(lockPlace({ port: null, early: { x: 22, y: 11 } }), { x: 22, y: 11 });
});
