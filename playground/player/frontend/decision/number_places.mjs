// Where the numbers of rows stand beside their marks, so that none covers a mark, another number or the edge of the picture.
/** @import { Pair } from "../shared/types" */

/**
 * @typedef {"right" | "left" | "above" | "below"} Side
 * @typedef {{x: number, y: number, across: number, down: number}} Box its middle, and half its width and height
 * @typedef {object} Numbered
 * @property {Pair[]} marks the middles of all marks, in pixels
 * @property {number} mark their width
 * @property {Pair[]} sizes width and height of the numbers of the first marks, in pixels
 * @property {Pair} picture its width and height
 */

/** How far a number may lie in the empty corner of a mark's box. */
const INSIDE = 2;

/** @param {Box} one @param {Box} other */
const covers = (one, other) =>
  Math.abs(one.x - other.x) < one.across + other.across && Math.abs(one.y - other.y) < one.down + other.down;

/**
 * Towards the middle of the picture first: there is room.
 * @param {number} x @param {number} y @param {Pair} picture
 * @returns {Side[]}
 */
function sidesOf(x, y, [width, height]) {
  /** @type {Side[]} */
  const across = x > width / 2 ? ["left", "right"] : ["right", "left"];
  return [...across, ...(y > height / 2 ? /** @type {Side[]} */ (["above", "below"]) : /** @type {Side[]} */ (["below", "above"]))];
}

/** @param {Pair} mark @param {Side} side @param {Pair} size @param {number} radius @returns {Box} */
function boxAt([x, y], side, [width, height], radius) {
  const box = { x, y, across: width / 2, down: height / 2 };
  if (side === "right") box.x += radius + width / 2;
  else if (side === "left") box.x -= radius + width / 2;
  else if (side === "below") box.y += radius + height / 2;
  else box.y -= radius + height / 2;
  return box;
}

/**
 * On which side of its mark each number stands, and whether there is room for it at all.
 * @param {Numbered} numbered
 * @returns {{side: Side, hasRoom: boolean}[]} one for each number
 */
export function numberPlaces({ marks, mark, sizes, picture }) {
  const radius = mark / 2;
  const solid = radius - INSIDE;
  const marked = marks.map(([x, y]) => ({ x, y, across: solid, down: solid }));
  /** @type {Box[]} */
  const taken = [];
  return sizes.map((size, k) => {
    const [x, y] = marks[k];
    const sides = sidesOf(x, y, picture);
    for (const side of sides) {
      const box = boxAt(marks[k], side, size, radius);
      if (!isWithin(box, picture)) continue;
      if (taken.some((other) => covers(box, other))) continue;
      if (marked.some((other, at) => at !== k && covers(box, other))) continue;
      taken.push(box);
      return { side, hasRoom: true };
    }
    return { side: sides[0], hasRoom: false };
  });
}

/** @param {Box} box @param {Pair} picture */
const isWithin = ({ x, y, across, down }, [width, height]) =>
  x - across >= 0 && x + across <= width && y - down >= 0 && y + down <= height;
