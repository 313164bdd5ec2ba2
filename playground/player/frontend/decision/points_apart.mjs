// How points of the decision picture are moved so that none lies over another: those on one spot around it, and a few that
// are near each other away from each other.

import { nudgesOf } from "./decision_points.mjs";
/** @import { Pair } from "../shared/types" */

/** How far a nudge of 1 leads, in widths of a mark. */
const NUDGE = 0.6;
/** Nearer than this, in widths of a mark, one shape lies over another; so far apart are they moved. */
const [NEAR, APART] = [0.55, 0.75];
/** More than these, together or in one heap, are a crowd, in which nobody looks for a row. */
const [MOST, LARGEST_HEAP] = [60, 12];
/** How often the heaps are looked for, and the points of each are moved; few are needed, as a heap is small. */
const [SPREADS, ROUNDS] = [4, 40];

/**
 * How far to move each point, in widths of a mark.
 * @param {Pair[]} places in widths of a mark
 * @param {Pair[]} spots the same places as shares of the picture
 * @returns {Pair[]}
 */
export function movesApart(places, spots) {
  /** @type {Pair[]} */
  const moves = nudgesOf(spots).map(([right, down]) => [NUDGE * right, NUDGE * down]);
  if (places.length > MOST) return moves;
  /** @type {Pair[]} */
  const moved = places.map(([x, y], k) => [x + moves[k][0], y + moves[k][1]]);
  // A heap that is spread may come to lie over others.
  for (let again = 0; again < SPREADS; again++) {
    for (const heap of heapsOf(moved)) if (heap.length <= LARGEST_HEAP) spread(heap, moved);
  }
  return moved.map(([x, y], k) => [x - places[k][0], y - places[k][1]]);
}

/** Those that lie over each other, directly or by way of others. @param {Pair[]} places @returns {number[][]} two or more in each */
function heapsOf(places) {
  const left = new Set(places.keys());
  /** @type {number[][]} */
  const heaps = [];
  for (const first of places.keys()) {
    if (!left.delete(first)) continue;
    const heap = [first];
    for (const one of heap) {
      for (const other of left) {
        if (distance(places[one], places[other]) >= NEAR) continue;
        left.delete(other);
        heap.push(other);
      }
    }
    if (heap.length > 1) heaps.push(heap);
  }
  return heaps;
}

/** Push the points of a heap away from each other. @param {number[]} heap @param {Pair[]} places changed in place */
function spread(heap, places) {
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, one] of heap.entries()) {
      for (const other of heap.slice(at + 1)) {
        const [[x, y], [left, above]] = [places[one], places[other]];
        const far = distance(places[one], places[other]);
        if (far >= APART || far === 0) continue;
        const share = (APART - far) / (2 * far);
        const [right, down] = [share * (x - left), share * (y - above)];
        places[one] = [x + right, y + down];
        places[other] = [left - right, above - down];
      }
    }
  }
}

/** @param {Pair} one @param {Pair} other */
const distance = ([x, y], [left, above]) => Math.hypot(x - left, y - above);
