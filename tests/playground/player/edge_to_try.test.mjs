import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeToTry } from "../../../playground/player/frontend/network/edge_to_try.mjs";

const edge = (/** @type {number | null} */ from, layer = 1, port = true) => ({ port: port ? {} : null, layer, from });

test("a weight of an input that is 0 in the chosen row would change nothing", () => {
  assert.equal(edgeToTry([edge(0), edge(1), edge(2)], [0, 0, 1]), 2);
  assert.equal(edgeToTry([edge(0), edge(1), edge(2)], [1, 1, 1]), 0);
});

test("where the row is all zeros any number will do, and where none is shown there is none", () => {
  assert.equal(edgeToTry([edge(0), edge(1)], [0, 0]), 0);
  assert.equal(edgeToTry([edge(0, 1, false), edge(0, 2, true)], [1]), 1);
  assert.equal(edgeToTry([edge(0, 1, false)], [1]), -1);
});
