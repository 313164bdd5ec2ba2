import assert from "node:assert/strict";
import test from "node:test";

import { nextEdge, nextNode } from "../../../playground/player/frontend/network/network_keys.mjs";

// Two layers of neurons: three above each other, then two between them.
const NODES = [
  { layer: 1, x: 100, y: 50 },
  { layer: 1, x: 100, y: 100 },
  { layer: 1, x: 100, y: 150 },
  { layer: 2, x: 200, y: 70 },
  { layer: 2, x: 200, y: 130 },
];

for (const [current, key, next] of [
  [0, "ArrowDown", 1],
  [1, "ArrowUp", 0],
  [0, "ArrowUp", null],
  [2, "ArrowDown", null],
  [0, "ArrowRight", 3],
  [2, "ArrowRight", 4],
  [4, "ArrowLeft", 2],
  [0, "ArrowLeft", null],
  [3, "ArrowRight", null],
  [0, "a", null],
]) {
  test(`from neuron ${current} ${key} leads to ${next ?? "nowhere"}`, () => {
    assert.equal(nextNode(NODES, current, key), next);
  });
}

for (const [current, key, next] of [
  [0, "ArrowDown", 1],
  [0, "ArrowRight", 1],
  [3, "ArrowUp", 2],
  [3, "ArrowLeft", 2],
  [0, "ArrowUp", null],
  [4, "ArrowDown", null],
  [2, "Home", 0],
  [2, "End", 4],
  [2, " ", null],
]) {
  test(`of five edges, ${key} leads from ${current} to ${next ?? "nowhere"}`, () => {
    assert.equal(nextEdge(5, current, key), next);
  });
}
