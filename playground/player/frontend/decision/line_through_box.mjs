// Whether a line of the decision picture runs through what is written there.

/** @typedef {{x: number, y: number, across: number, down: number}} Box its middle, and half its width and height */

/**
 * How much of a way from one number to another, as shares of it, lies within a range.
 * @param {number} start @param {number} end @param {number} low @param {number} high
 * @returns {[number, number]} no way at all if the first is larger
 */
function within(start, end, low, high) {
  const way = end - start;
  if (way === 0) return low < start && start < high ? [0, 1] : [1, 0];
  const [one, other] = [(low - start) / way, (high - start) / way];
  return [Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))];
}

/**
 * Whether one of several segments passes through the inside of a box.
 * @param {number[]} segments four numbers each: x and y of both ends @param {Box} box
 */
export function runsThrough(segments, { x, y, across, down }) {
  for (let k = 0; k < segments.length; k += 4) {
    const [fromX, untilX] = within(segments[k], segments[k + 2], x - across, x + across);
    const [fromY, untilY] = within(segments[k + 1], segments[k + 3], y - down, y + down);
    if (Math.max(fromX, fromY) < Math.min(untilX, untilY)) return true;
  }
  return false;
}
