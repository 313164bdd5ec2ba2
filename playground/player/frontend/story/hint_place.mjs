// Where a note stands beside what it points at, so that it covers nothing that is to be read or pressed.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{left: number, top: number, arrow: string, head: string}} Place `arrow` and `head` are paths in the same pixels */
/** @typedef {[x: number, y: number]} Point */

/** Pixels that stay free around a note and its arrow. */
const AIR = 3;
/** Pixels from the tip of the arrow to what it points at. */
const TIP = 4;
const HEAD = 6;

/** Where a note is tried: to which side of its target, 0 over or under it, and how far above or below. @type {[side: number, down: number][]} */
const TRIED = [
  [1, -34], [-1, -34], [0, -34], [1, 34], [-1, 34], [1, -16], [-1, -16], [1, 16], [-1, 16], [1, -58], [-1, -58], [1, 58], [-1, 58], [0, -15], [-0.2, -15], [0.2, -15], [0, 15],
];

/**
 * @param {Box} target what is pointed at
 * @param {{width: number, height: number}} size of the note
 * @param {Box[]} obstacles what must stay free, without the target
 * @param {Box} bounds within which it stays
 * @returns {Place | null} null where there is no room
 */
export function placeOfHint(target, size, obstacles, bounds) {
  for (const [side, down] of TRIED) {
    const place = placed(target, size, side, down);
    if (isInside(place.box, bounds) && obstacles.every((obstacle) => !covers(place, obstacle))) {
      return { left: place.box.left, top: place.box.top, arrow: place.arrow, head: place.head };
    }
  }
  return null;
}

/**
 * Return how far a note and its arrow reach, wherever they are tried: what lies beyond is in nobody's way.
 * @param {Box} target @param {{width: number, height: number}} size of the note
 * @returns {Box}
 */
export function reachOfHint(target, size) {
  const boxes = TRIED.map(([side, down]) => placed(target, size, side, down).box);
  const all = [target, ...boxes];
  return {
    left: Math.min(...all.map(({ left }) => left)) - AIR,
    top: Math.min(...all.map(({ top }) => top)) - AIR,
    right: Math.max(...all.map(({ right }) => right)) + AIR,
    bottom: Math.max(...all.map(({ bottom }) => bottom)) + AIR,
  };
}

/** Whether two boxes have a place in common. @param {Box} one @param {Box} other */
export function meets(one, other) {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** @param {Box} target @param {{width: number, height: number}} size @param {number} side @param {number} down */
function placed(target, { width, height }, side, down) {
  const middle = (target.left + target.right) / 2;
  const edge = down < 0 ? target.top - TIP : target.bottom + TIP;
  const line = (down < 0 ? target.top : target.bottom) + down;
  const near = middle + side * 22;
  const left = near - (width * (1 - side)) / 2;
  const box = { left, top: line - height / 2, right: left + width, bottom: line + height / 2 };
  const start = side === 0 ? [middle, down < 0 ? box.bottom : box.top] : [near - side * 4, line];
  /** @type {Point[]} */
  const curve = [/** @type {Point} */ (start), [middle, side === 0 ? edge : line], [middle, edge]];
  // Right at its target there is no room for an arrow, and no need of one.
  if (Math.abs(side) < 1 && Math.abs(down) < height) return { box, head: "", points: [], arrow: "" };
  const back = down < 0 ? -HEAD : HEAD;
  const head = `M${middle - HEAD + 1} ${edge + back}L${middle} ${edge}L${middle + HEAD - 1} ${edge + back}`;
  return { box, head, points: along(curve), arrow: `M${curve[0].join(" ")}Q${curve[1].join(" ")} ${curve[2].join(" ")}` };
}

/** Some points of a quadratic curve. @param {Point[]} curve @returns {Point[]} */
function along([[x0, y0], [x1, y1], [x2, y2]]) {
  return Array.from({ length: 9 }, (_, step) => {
    const t = step / 8;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2];
  });
}

/** @param {Box} box @param {Box} bounds */
function isInside(box, bounds) {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}

/** @param {{box: Box, points: Point[]}} place @param {Box} obstacle */
function covers({ box, points }, { left, top, right, bottom }) {
  const grown = { left: left - AIR, top: top - AIR, right: right + AIR, bottom: bottom + AIR };
  return meets(box, grown) || points.some(([x, y]) => x > left - AIR && x < right + AIR && y > top - AIR && y < bottom + AIR);
}
