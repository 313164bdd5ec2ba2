import assert from "node:assert/strict";
import test from "node:test";

import { contour } from "../../../playground/player/frontend/shared/contour.mjs";

/** A field over the unit square, given at the middles of its cells. */
function field(size, value) {
  const middle = (k) => (k + 0.5) / size;
  return Float64Array.from({ length: size * size }, (_, k) => value(middle(k % size), middle(Math.floor(k / size))));
}

function points(segments) {
  return Array.from({ length: segments.length / 2 }, (_, k) => [segments[2 * k], segments[2 * k + 1]]);
}

for (const [name, value, along] of [
  ["upright", (x) => x, ([x]) => x - 0.3],
  ["level", (x, y) => -y, ([, y]) => y - 0.3],
  ["sloping", (x, y) => x + 2 * y, ([x, y]) => x + 2 * y - 1.3],
]) {
  test(`a field without bends has a straight ${name} line, from border to border`, () => {
    const level = { upright: 0.3, level: -0.3, sloping: 1.3 }[name];

    const found = points(contour(field(7, value), 7, level));

    assert.ok(found.length >= 14);
    for (const point of found) assert.ok(Math.abs(along(point)) < 1e-12, `${point}`);
    for (const end of [0, 1]) assert.ok(found.some(([x, y]) => (name === "upright" ? y : x) === end || y === end));
  });
}

test("the line of a cell of two by two stands where the numbers say", () => {
  // Middles at 0.25 and 0.75; from 0 to 4 the level 1 is passed a quarter of the way: 0.25 + 0.5 / 4 = 0.375.
  const found = points(contour([0, 4, 0, 4], 2, 1));

  assert.deepEqual([...new Set(found.map(([x]) => x))], [0.375]);
});

test("a field that never reaches the level has no line", () => {
  assert.deepEqual(contour(field(5, (x) => x), 5, 3), []);
  assert.deepEqual(contour(field(5, () => 1), 5, 1), []);
});

test("around a hill runs a closed ring: each of its points ends two segments", () => {
  const hill = field(24, (x, y) => 0.09 - (x - 0.5) ** 2 - (y - 0.5) ** 2);

  const found = points(contour(hill, 24, 0));

  const ends = new Map();
  for (const [x, y] of found) {
    const key = `${x.toFixed(9)} ${y.toFixed(9)}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
    // The circle has the radius 0.3; chords of cells of 1/24 lie inside it by less than (1/24)² / 4.
    assert.ok(Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.3) < 0.002);
  }
  assert.ok(ends.size > 20);
  assert.deepEqual(new Set(ends.values()), new Set([2]));
});

// Two by two cells with opposite corners above the level; the middle decides which two corners a line cuts off.
test("a saddle whose middle is high cuts off its low corners", () => {
  const found = contour([3, -1, -1, 3], 2, 0);

  // Low corners are at the top right and the bottom left, so no segment joins the top edge with the left one.
  const inside = points(found).filter(([x, y]) => x > 0.25 && x < 0.75 && (y === 0.25 || y === 0.75));
  // From 3 to −1 the level is passed three quarters of the way: 0.25 + 0.5 · 0.75 = 0.625, and 0.375 below.
  assert.ok(inside.some(([x, y]) => x === 0.625 && y === 0.25));
  assert.ok(joins(found, [0.625, 0.25], [0.75, 0.375]));
  assert.ok(joins(found, [0.375, 0.75], [0.25, 0.625]));
});

test("a saddle whose middle is low cuts off its high corners", () => {
  const found = contour([1, -3, -3, 1], 2, 0);

  // From 1 to −3 the level is passed a quarter of the way: 0.25 + 0.5 · 0.25 = 0.375.
  assert.ok(joins(found, [0.375, 0.25], [0.25, 0.375]));
  assert.ok(joins(found, [0.625, 0.75], [0.75, 0.625]));
});

function joins(segments, from, to) {
  const same = ([x1, y1], [x2, y2]) => Math.hypot(x1 - x2, y1 - y2) < 1e-12;
  const all = points(segments);
  return all.some((point, k) => {
    if (k % 2) return false;
    return (same(point, from) && same(all[k + 1], to)) || (same(point, to) && same(all[k + 1], from));
  });
}

test("where numbers are not finite there is no line, elsewhere it goes on", () => {
  const values = field(6, (x) => x);
  values[0] = NaN;
  values[35] = Infinity;

  const found = contour(values, 6, 0.5);

  assert.ok(found.length > 0);
  assert.ok(found.every(Number.isFinite));
});

test("a single cell has no line", () => {
  assert.deepEqual(contour([3], 1, 1), []);
});

test("between numbers that differ from the level by rounding alone runs no line", () => {
  const noise = [0.5, 0.5000000000000001, 0.49999999999999994, 0.5];

  assert.notEqual(contour(noise, 2, 0.5).length, 0);
  assert.deepEqual(contour(noise, 2, 0.5, 2 ** -42), []);
});

test("a line that is there stays where it was, whatever counts as rounding", () => {
  const values = [0.1, 0.9, 0.2, 0.8];

  assert.deepEqual(contour(values, 2, 0.5, 2 ** -42), contour(values, 2, 0.5));
});

test("numbers that only come near the level, as a sigmoid comes near 0, cross it nowhere", () => {
  const near = field(6, (x) => 1 / (1 + Math.exp(-60 * (x - 0.5))));

  assert.deepEqual(contour(near, 6, 0, 2 ** -42), []);
  assert.deepEqual(contour(near.map((value) => -value), 6, 0, 2 ** -42), []);
});

test("around a region that is on the level throughout runs no line, and one that only touches it goes on", () => {
  // Below on the left, above on the right; from the middle down all is on the level, as where ReLUs are silent.
  const value = (x, y) => (y > 0.5 ? 0 : x - 0.5);

  const found = points(contour(field(12, value), 12, 0));

  assert.ok(found.length > 0);
  for (const [x, y] of found) assert.ok(Math.abs(x - 0.5) < 1e-12 && y < 0.5, `${x} ${y}`);
});

test("a line through the middles of cells is one line", () => {
  const found = points(contour(field(7, (x) => x), 7, 0.5));

  assert.deepEqual([...new Set(found.map(([x]) => x))], [0.5]);
  assert.equal(found.length, 2 * 8);
});
