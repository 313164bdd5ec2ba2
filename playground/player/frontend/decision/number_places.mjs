// Where the numbers of rows stand beside their marks, so that none covers a mark, another number or the edge of the picture,
// and none stands on a line where there is another place.
import { runsThrough } from "./line_through_box.mjs";
/**
 * @import { Pair } from "../shared/types"
 * @import { Box } from "./line_through_box.mjs"
 */

/**
 * @typedef {object} Numbered
 * @property {Pair[]} marks the middles of all marks, in pixels
 * @property {number} mark their width
 * @property {Pair[]} sizes width and height of the numbers of the first marks, in pixels
 * @property {Pair} picture its width and height
 * @property {number[]} [wanted] which of them need a place; all if left out
 * @property {number[]} [lines] four numbers each, in pixels: a number stands on one only where there is no other place
 * @property {number} [first] which number goes first and must be seen: it may stand farther away, too
 *
 * @typedef {{away: Pair, hasRoom: boolean, isFar: boolean}} Place pixels from the middle of the mark to the middle of the number,
 *   and whether that is so far that others may stand between
 */

/** How far a number may lie in the empty corner of a mark's box, and how far away, in marks, the first one may go. */
const INSIDE = 2;
const FARTHER = [0.45, 1.1];
/** In how many directions from its mark a number may stand. */
const DIRECTIONS = 8;
/** A number at a corner of a mark comes nearer, for the shape is round. */
const CORNER = 0.75;

/** What is wider than so many marks is a word; where it stands is told by shares of its width from its middle. */
const WORD = 2;
const QUARTERS = [-0.25, 0, 0.25];

/** @param {Box} one @param {Box} other */
const covers = (one, other) =>
  Math.abs(one.x - other.x) < one.across + other.across && Math.abs(one.y - other.y) < one.down + other.down;

/**
 * In which directions a number may stand: beside its mark towards the middle of the picture first, where there is room.
 * @param {Pair} mark @param {Pair} picture
 * @returns {Pair[]}
 */
function directionsFrom([x, y], [width, height]) {
  const right = x > width / 2 ? -1 : 1;
  const down = y > height / 2 ? -1 : 1;
  return [[right, 0], [-right, 0], [0, down], [0, -down], [right, down], [right, -down], [-right, down], [-right, -down]];
}

/** @param {Pair} direction @param {Pair} size @param {number} radius @returns {Pair} */
function awayFrom([right, down], [width, height], radius) {
  const near = right && down ? CORNER * radius : radius;
  return [right * (near + width / 2), down * (near + height / 2)];
}

/**
 * A long name above or below its mark may go on to one side, where the edge of the picture is near.
 * @param {Pair} away @param {Pair} direction @param {Pair} mark @param {Pair} size @param {Pair} picture @returns {Pair}
 */
function slid([across, down], [right], [x], [width], [most]) {
  if (right) return [across, down];
  return [Math.min(most - width / 2, Math.max(width / 2, x)) - x, down];
}

/**
 * Where each number stands, and whether there is room for it at all.
 * @param {Numbered} numbered
 * @returns {Place[]} one for each number
 */
export function numberPlaces({ marks, mark, sizes, picture, wanted = Array.from(sizes.keys()), lines = [], first = -1 }) {
  const radius = mark / 2;
  const solid = radius - INSIDE;
  const marked = marks.map(([x, y]) => ({ x, y, across: solid, down: solid }));
  /** @type {Box[]} */
  const taken = [];
  const order = wanted.filter((k) => k < sizes.length).sort((one, other) => Number(other === first) - Number(one === first));
  /** @type {Place[]} */
  const places = sizes.map((size, k) => ({ away: awayFrom(directionsFrom(marks[k], picture)[0], size, radius), hasRoom: false, isFar: false }));
  for (const k of order) {
    const [[x, y], [width, height]] = [marks[k], sizes[k]];
    const radii = k === first ? [radius, ...FARTHER.map((far) => radius + far * mark)] : [radius];
    const aways = radii.flatMap((far) =>
      directionsFrom(marks[k], picture).map((direction) => slid(awayFrom(direction, sizes[k], far), direction, marks[k], sizes[k], picture)),
    );
    const boxOf = (/** @type {Pair} */ [right, down]) => ({ x: x + right, y: y + down, across: width / 2, down: height / 2 });
    const free = aways.filter((candidate) => {
      const box = boxOf(candidate);
      if (!isWithin(box, picture) || taken.some((other) => covers(box, other))) return false;
      return !marked.some((other, at) => at !== k && covers(box, other));
    });
    const away = free.find((candidate) => !runsThrough(lines, boxOf(candidate))) ?? free[0];
    if (away) taken.push(boxOf(away));
    if (away) places[k] = { away, hasRoom: true, isFar: aways.indexOf(away) >= DIRECTIONS };
  }
  return places;
}

/**
 * What words cover beside their marks, told as further marks would be; a number is hardly wider than its mark.
 * @param {Place[]} places @param {Numbered} numbered @returns {Pair[]} from 0 to 1 from the left and from the top
 */
export function wordPlaces(places, { marks, mark, sizes, picture: [width, height] }) {
  return places.flatMap(({ away: [right, down], hasRoom }, k) => {
    const [[x, y], [across]] = [marks[k], sizes[k]];
    if (!hasRoom || across <= WORD * mark) return [];
    return QUARTERS.map((part) => /** @type {Pair} */ ([(x + right + part * across) / width, (y + down) / height]));
  });
}

/** @param {Box} box @param {Pair} picture */
const isWithin = ({ x, y, across, down }, [width, height]) =>
  x - across >= 0 && x + across <= width && y - down >= 0 && y + down <= height;
