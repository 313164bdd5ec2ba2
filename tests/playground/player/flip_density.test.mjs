import assert from "node:assert/strict";
import test from "node:test";

import { flipMarks, labelsWithRoom } from "../../../playground/player/frontend/timeline/flip_density.mjs";

const at = (epoch) => epoch;

test("few flips are ticks, from left to right", () => {
  const { ticks, bars } = flipMarks([[40, [1]], [4, [3]], [90, [0, 2]]], at);

  assert.deepEqual(ticks.map(({ x, rows }) => [x, rows]), [[4, [3]], [40, [1]], [90, [0, 2]]]);
  assert.deepEqual(bars, []);
});

test("where flips crowd they are density, and the lone one beside them stays a tick", () => {
  const crowd = Array.from({ length: 30 }, (_, k) => [100 + k, [0]]);

  const { ticks, bars } = flipMarks([[10, [2]], ...crowd], at);

  assert.deepEqual(ticks.map(({ epoch }) => epoch), [10]);
  // Pixels 100 to 129 in bars of three that begin at multiples of three: 2 of 99–101, 3 each, 1 of 129–131.
  assert.deepEqual(bars.map(({ count }) => count), [2, ...Array(9).fill(3), 1]);
  assert.equal(bars[0].x, 100.5);
});

test("a bar that stands for more row changes is higher, and none is as high as there is room", () => {
  const heightOf = (count) => flipMarks(Array.from({ length: 3 }, () => [50, Array(count).fill(0)]), at).bars[0].height;

  const heights = [1, 2, 10, 1000].map(heightOf);

  assert.deepEqual(heights, heights.toSorted((a, b) => a - b));
  assert.ok(heights.every((height) => height > 0 && height < 1));
  assert.equal(heightOf(2), 6 / 8); // three flips of two rows: 6 / (6 + 2)
});

test("every flip is in exactly one mark, however wide the slider is", () => {
  const flips = Array.from({ length: 400 }, (_, k) => [Math.round(1.02 ** k), [k % 4]]);
  for (const width of [50, 300, 900]) {
    const { ticks, bars } = flipMarks(flips, (epoch) => (width * Math.log1p(epoch)) / Math.log1p(3000));

    const marked = ticks.length + bars.reduce((sum, { count }) => sum + count, 0);
    assert.equal(marked, 400);
  }
});

test("of two labels that would touch the first is shown, and none over the density or the ends", () => {
  const label = (x) => ({ tick: { x, epoch: x, rows: [0] }, text: "1", width: 20 });
  const room = { from: 0, to: 200, gap: 4 };

  const shown = labelsWithRoom([label(5), label(30), label(50), label(60), label(100), label(195)], [{ x: 112.5, count: 1, height: 0.3 }], room);

  // 5 would begin at −5; 50 would begin at 40, where that of 30 ends; the density stands at 112.5, within the gap of that at 100.
  assert.deepEqual(shown.map(({ tick }) => tick.x), [30, 60]);
});
