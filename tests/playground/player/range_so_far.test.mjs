import assert from "node:assert/strict";
import test from "node:test";

import { stageAt, stagesOf } from "../../../playground/player/frontend/charts/range_so_far.mjs";

const line = (...y) => ({ x: y.map((_, at) => at), y });

test("the axis holds what has been played and ends at round numbers", () => {
  const stages = stagesOf([line(0.62, 0.4, 0.1)], false);

  // Zero to 1, and a fiftieth of it to spare on both sides.
  assert.deepEqual(stages.map(({ from, range }) => [from, range]), [[0, [-0.02, 1.02]]]);
  assert.deepEqual(stages[0].labels, ["0", "0.5", "1"]);
});

test("it grows when a line leaves it, and not before", () => {
  const stages = stagesOf([line(0.4, 0.9, 3, 12), line(-0.2, -0.1, -0.6, -4)], false);
  const range = (position) => stageAt(stages, position).ticks;

  assert.deepEqual(range(0), [-0.2, 0, 0.2, 0.4]);
  assert.equal(stageAt(stages, 1.99), stageAt(stages, 1));
  assert.notEqual(stageAt(stages, 2), stageAt(stages, 1));
  assert.equal(stageAt(stages, 99), stages.at(-1));
});

test("what comes after a position has no part in the axis that is shown there", () => {
  const calm = stagesOf([line(0.4, 0.5, 0.5, 0.5)], false);
  const wild = stagesOf([line(0.4, 0.5, -900, 1e6)], false);

  for (const position of [0, 0.5, 1, 1.9]) {
    const [one, other] = [stageAt(calm, position), stageAt(wild, position)];
    assert.deepEqual([one.range, one.labels], [other.range, other.labels]);
  }
});

test("a log axis shows the powers of ten that have been reached, at most six of them", () => {
  const stages = stagesOf([line(0.5, 0.02, 1e-9)], true);

  // So that the label of the highest has room, a fiftieth is to spare.
  assert.deepEqual(stages.map(({ range }) => range), [[-1.02, 0.02], [-2.04, 0.04], [-9.18, 0.18]]);
  assert.deepEqual(stages[1].ticks, [0.01, 0.1, 1]);
  assert.ok(stages[2].ticks.length <= 6);
});

test("what cannot be drawn is passed over, and nothing at all has an axis too", () => {
  assert.deepEqual(stagesOf([line(null, NaN, 0.5)], false)[0].from, 2);
  assert.deepEqual(stagesOf([line(0, -1)], true)[0].range, [0, 1]);
  assert.deepEqual(stagesOf([], false).map(({ range }) => range), [[0, 1]]);
  assert.deepEqual(stagesOf([line(0, 0)], false).map(({ range }) => range), [[-0.02, 1.02]]);
});
