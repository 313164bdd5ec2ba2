import assert from "node:assert/strict";
import { test } from "node:test";
import { isReplaced, rowsInSight } from "../../../playground/player/frontend/stage/rows_in_sight.mjs";

const table = (rows, inputs = ["hours"]) => ({ input_names: inputs, target_names: ["passed"], train: { targets: Array.from({ length: rows }, () => [0]) } });

test("a short table has room for four rows, a long one for six", () => {
  assert.deepEqual([1, 4, 5, 6, 100].map((rows) => rowsInSight(table(rows))), [4, 4, 5, 6, 6]);
});

test("a table that is pasted in place of another one has its room at once, as after a reload", () => {
  assert.ok(isReplaced(table(4, ["input 1", "input 2"]), table(12)));
  assert.ok(isReplaced(table(4), table(12)));
  assert.ok(isReplaced(null, table(4)));
});

test("a row that is added, and one that goes, moves nothing", () => {
  assert.ok(!isReplaced(table(4), table(5)));
  assert.ok(!isReplaced(table(5), table(4)));
  assert.ok(!isReplaced(table(4), table(4)));
});
