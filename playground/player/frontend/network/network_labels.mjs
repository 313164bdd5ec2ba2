/**
 * Where the numbers stand on the edges between two layers.
 *
 * A number may cover no other number, no circle and no name, and it must lie on its own edge only: a number on a
 * crossing of two edges would belong to either. Where there is no such place for every edge of a gap, none is written:
 * a few numbers among bare edges would look as if the others were nothing.
 */

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{x1: number, y1: number, x2: number, y2: number}} Line */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {{x: number, y: number}} Place */

const SHARES = Array.from({ length: 81 }, (_, i) => 0.1 + i / 100);
const COARSE_SHARES = Array.from({ length: 31 }, (_, i) => 0.08 + i * 0.028).sort(
  (a, b) => Math.abs(a - 0.4) - Math.abs(b - 0.4),
);
/** How far other edges keep from a number's middle, in its heights: as far as can be had. */
const CLEARANCES = [0.9, 0.7, 0.5, 0.38];
/** A gap between two numbers in one column that is large enough: more does not read better. */
const AMPLE = 1.4;
/** More numbers than these are a thicket, even where they fit. */
const MOST_IN_A_COLUMN = 12;
const MOST_SCATTERED = 9;
const LARGEST_SEARCH = 4000;

/** @param {Box} a @param {Box} b */
export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * The box of a number whose middle is at (x, y).
 * @param {number} x @param {number} y @param {number} width @param {number} height
 * @returns {Box}
 */
export function boxAround(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** @param {Line} line @param {number} share 0 at its start, 1 at its end */
export function pointOn(line, share) {
  return { x: line.x1 + share * (line.x2 - line.x1), y: line.y1 + share * (line.y2 - line.y1) };
}

/**
 * A place on every line for a number of this size, or null if they do not fit.
 * @param {Line[]} lines the edges of one gap
 * @param {Size} size
 * @param {Box[]} obstacles what no number may cover
 * @returns {Place[] | null}
 */
export function placeNumbers(lines, size, obstacles) {
  if (lines.length > MOST_IN_A_COLUMN) return null;
  const column = inOneColumn(lines, size, obstacles);
  if (column !== null || lines.length > MOST_SCATTERED) return column;
  for (const clearance of CLEARANCES) {
    const places = scattered(lines, size, obstacles, clearance * size.height);
    if (places !== null) return places;
  }
  return null;
}

/**
 * All below each other: numbers in a column are read most easily.
 * @param {Line[]} lines @param {Size} size @param {Box[]} obstacles
 */
function inOneColumn(lines, size, obstacles) {
  const left = Math.max(...lines.map((line) => line.x1));
  const right = Math.min(...lines.map((line) => line.x2));
  /** @type {Place[] | null} */
  let best = null;
  let bestScore = -Infinity;
  for (const share of SHARES) {
    const x = left + share * (right - left);
    const places = lines.map((line) => ({ x, y: heightAt(line, x) }));
    const boxes = places.map((place) => boxAround(place.x, place.y, size.width, size.height));
    if (boxes.some((box, i) => boxes.slice(0, i).some((other) => overlap(box, other)))) continue;
    if (boxes.some((box) => obstacles.some((obstacle) => overlap(box, obstacle)))) continue;
    const score = Math.min(smallestStep(places), AMPLE * size.height) - 20 * Math.abs(share - 0.5);
    if (score > bestScore) [best, bestScore] = [places, score];
  }
  return best;
}

/** @param {{y: number}[]} places */
function smallestStep(places) {
  const heights = places.map((place) => place.y).sort((a, b) => a - b);
  let smallest = Infinity;
  for (let i = 1; i < heights.length; i++) smallest = Math.min(smallest, heights[i] - heights[i - 1]);
  return smallest;
}

/**
 * Each at a share of its own, found by trying and going back; given up after a while.
 * @param {Line[]} lines @param {Size} size @param {Box[]} obstacles @param {number} clearance
 * @returns {Place[] | null}
 */
function scattered(lines, size, obstacles, clearance) {
  const choices = lines.map((line) => freePlaces(line, lines, size, obstacles, clearance));
  const order = lines.map((_, i) => i).sort((a, b) => choices[a].length - choices[b].length);
  /** @type {typeof choices[number]} */
  const chosen = [];
  let tries = 0;

  /** @param {number} rank @returns {boolean} */
  const place = (rank) => {
    if (rank === order.length) return true;
    for (const choice of choices[order[rank]]) {
      if (++tries > LARGEST_SEARCH) return false;
      if (order.slice(0, rank).some((earlier) => overlap(choice.box, chosen[earlier].box))) continue;
      chosen[order[rank]] = choice;
      if (place(rank + 1)) return true;
    }
    return false;
  };
  return place(0) ? lines.map((_, i) => ({ x: chosen[i].x, y: chosen[i].y })) : null;
}

/**
 * The places on one edge where a number covers nothing and lies on no other edge.
 * @param {Line} line @param {Line[]} lines @param {Size} size @param {Box[]} obstacles @param {number} clearance
 */
function freePlaces(line, lines, size, obstacles, clearance) {
  const places = [];
  for (const share of COARSE_SHARES) {
    const { x, y } = pointOn(line, share);
    const box = boxAround(x, y, size.width, size.height);
    if (obstacles.some((obstacle) => overlap(box, obstacle))) continue;
    if (lines.some((other) => other !== line && Math.abs(heightAt(other, x) - y) < clearance)) continue;
    places.push({ x, y, box });
  }
  return places;
}

/** @param {Line} line @param {number} x */
function heightAt(line, x) {
  if (x < Math.min(line.x1, line.x2) || x > Math.max(line.x1, line.x2)) return Infinity;
  return line.y1 + ((x - line.x1) / (line.x2 - line.x1)) * (line.y2 - line.y1);
}
