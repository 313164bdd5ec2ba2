import assert from "node:assert/strict";
import test from "node:test";

import { LINE, roomForNames, spread } from "../../../playground/player/frontend/charts/line_names.mjs";

/** So many numbers from 0 to `size`, the same ones at every run. */
function numbers(count, size, seed) {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return (state / 2 ** 31) * size;
  });
}

test("names that are far enough apart stay where they are", () => {
  assert.deepEqual(spread([10, 60, 30], 20, 0, 100), [10, 60, 30]);
});

test("three names at one height part evenly around it", () => {
  assert.deepEqual(spread([50, 50, 50], 18, 0, 100), [32, 50, 68]);
});

test("a pushed name pushes the next one", () => {
  // 10, 12 part to 6, 16 around 11; 16 is nearer than 10 to 21, so all three part around their mean 43/3.
  const heights = spread([10, 12, 21], 10, 0, 100);

  heights.forEach((height, index) => assert.ok(Math.abs(height - (43 / 3 + 10 * (index - 1))) < 1e-12));
});

test("names at an end pile up inside", () => {
  assert.deepEqual(spread([0, 1], 10, 0, 100), [0, 10]);
  assert.deepEqual(spread([100, 99], 10, 0, 100), [100, 90]);
});

test("too many names share the room evenly, and none needs no place", () => {
  assert.deepEqual(spread([5, 5, 5, 5, 5], 30, 0, 100), [0, 25, 50, 75, 100]);
  assert.deepEqual(spread([], 10, 0, 100), []);
});

test("names never overlap, never leave the room and keep their order", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const wanted = numbers(1 + (seed % 12), 350, seed).map((height) => height - 50);

    const heights = spread(wanted, 18, 0, 210);

    const order = wanted.map((_, index) => index).sort((one, other) => wanted[one] - wanted[other]);
    const step = Math.min(18, 210 / Math.max(1, wanted.length - 1));
    order.slice(1).forEach((index, rank) => assert.ok(heights[index] - heights[order[rank]] >= step - 1e-9));
    assert.ok(heights.every((height) => height >= -1e-9 && height <= 210 + 1e-9));
  }
});

test("a few short names have room in a small chart, long ones and many have none", () => {
  const short = ["input 1", "input 2", "input 3"];

  assert.ok(roomForNames(short, 216, 164) >= 7 * 6 && roomForNames(short, 216, 164) <= 216 * 0.36);
  assert.equal(roomForNames(["population density"], 216, 164), 0);
  assert.ok(roomForNames(["population density"], 600, 300) > 0);
  assert.equal(roomForNames(Array(9).fill("x"), 600, 300), 0);
  assert.equal(roomForNames(Array(8).fill("x"), 600, 8 * LINE - 1), 0);
  assert.equal(roomForNames([], 600, 300), 0);
});
