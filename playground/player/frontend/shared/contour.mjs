// Where a field of numbers passes a level, as line segments: marching squares.
//
// Source: W. E. Lorensen, H. E. Cline, "Marching Cubes", SIGGRAPH 1987, in two dimensions.

/**
 * The field with one more number beyond each edge, so that lines reach the border of the picture.
 *
 * The numbers stand for the middles of cells; the border is half a cell further, on the line through the last two.
 * @param {ArrayLike<number>} values @param {number} size
 */
function extended(values, size) {
  const wide = size + 2;
  const field = new Float64Array(wide * wide);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) field[(row + 1) * wide + column + 1] = values[row * size + column];
  }
  const beyond = (/** @type {number} */ to, /** @type {number} */ last, /** @type {number} */ before) => {
    field[to] = size > 1 ? 1.5 * field[last] - 0.5 * field[before] : field[last];
  };
  for (let row = 1; row <= size; row++) {
    const first = row * wide;
    beyond(first, first + 1, first + 2);
    beyond(first + size + 1, first + size, first + size - 1);
  }
  for (let column = 0; column < wide; column++) {
    beyond(column, column + wide, column + 2 * wide);
    beyond(column + (size + 1) * wide, column + size * wide, column + (size - 1) * wide);
  }
  return field;
}

// The four edges of a cell, clockwise from the top, each between two of its corners, clockwise from the top left; for
// each of the sixteen ways in which corners can lie above the level, the pairs of edges that are joined.
/** @type {number[][]} */
const JOINED = [
  [], [3, 0], [0, 1], [3, 1], [1, 2], [3, 0, 1, 2], [0, 2], [3, 2],
  [2, 3], [2, 0], [0, 1, 2, 3], [2, 1], [1, 3], [1, 0], [0, 3], [],
];
// The two ways in which opposite corners agree, when the middle of the cell agrees with them: they are joined to it.
/** @type {Record<number, number[]>} */
const JOINED_THROUGH_THE_MIDDLE = { 5: [0, 1, 2, 3], 10: [3, 0, 1, 2] };

/**
 * The lines on which a field has the value `level`, with linear interpolation between its numbers.
 * @param {ArrayLike<number>} values size × size numbers at the middles of cells, rows from top to bottom
 * @param {number} size @param {number} level
 * @param {number} [tolerance] what is as near to the level is on it: between numbers that differ by rounding alone runs no line
 * @returns {number[]} x1, y1, x2, y2 for each segment, from 0 to 1, measured from the left and from the top
 */
export function contour(values, size, level, tolerance = 0) {
  // Where numbers only come near a level, as sigmoid does to 0, no line is crossed.
  const { above, below } = sidesOf(values, level, tolerance);
  if (!above || !below) return [];
  const wide = size + 2;
  const field = extended(values, size);
  for (let at = 0; at < field.length; at++) {
    field[at] -= level;
    if (Math.abs(field[at]) <= tolerance) field[at] = 0;
  }
  for (const at of plateausOf(field, wide)) field[at] = NaN;
  const places = Float64Array.from({ length: wide }, (_, k) => Math.min(1, Math.max(0, (k - 0.5) / size)));
  /** @type {number[]} */
  const segments = [];
  crossCells(field, 0, places, places, (crossing) => segments.push(...crossing));
  return segments;
}

/**
 * Where whole cells are 0: nothing is passed there, and a line around them would follow the grid.
 * @param {Float64Array} field @param {number} wide
 */
function plateausOf(field, wide) {
  /** @type {number[]} */
  const found = [];
  for (let at = 0; at + wide + 1 < field.length; at++) {
    if (field[at] !== 0 || at % wide === wide - 1) continue; // nearly everywhere: a picture has thousands of places
    const corners = [at, at + 1, at + wide, at + wide + 1];
    if (corners.every((corner) => field[corner] === 0)) found.push(...corners);
  }
  return found;
}

/**
 * Visit the cells between the places of two axes that a level passes through.
 * @param {ArrayLike<number>} field a number for each place, row by row @param {number} level
 * @param {ArrayLike<number>} across where the columns stand @param {ArrayLike<number>} along where the rows stand
 * @param {(segments: number[], row: number, column: number) => void} visit with x1, y1, x2, y2 for each segment in the cell
 */
export function crossCells(field, level, across, along, visit) {
  const wide = across.length;
  for (let row = 0; row + 1 < along.length; row++) {
    for (let column = 0; column + 1 < wide; column++) {
      const corner = row * wide + column;
      const [a, b] = [field[corner] - level, field[corner + 1] - level];
      const [c, d] = [field[corner + wide + 1] - level, field[corner + wide] - level];
      const kind = (a > 0 ? 1 : 0) + (b > 0 ? 2 : 0) + (c > 0 ? 4 : 0) + (d > 0 ? 8 : 0);
      // A sum that is not finite says that a corner is not: there is nothing to interpolate.
      if (kind === 0 || kind === 15 || !Number.isFinite(a + b + c + d)) continue;
      const sides = [across[column], across[column + 1], along[row], along[row + 1]];
      visit(segmentsOf(kind, [a, b, c, d], sides), row, column);
    }
  }
}

/**
 * On which sides of a level numbers lie.
 * @param {ArrayLike<number>} values @param {number} level
 * @param {number} [tolerance] what is as near to the level is on it
 */
export function sidesOf(values, level, tolerance = 0) {
  const sides = { above: false, below: false, on: false, isFinite: true };
  // Where both are known nothing else is asked for: that is nearly always so, and told from a few numbers.
  for (let at = 0; at < values.length && !(sides.above && sides.below); at++) {
    const beyond = values[at] - level;
    if (beyond > tolerance) sides.above = true;
    else if (beyond < -tolerance) sides.below = true;
    else if (Number.isNaN(beyond)) sides.isFinite = false;
    else sides.on = true;
  }
  return sides;
}

/** Where a level passes between two places whose numbers lie this far from it. @param {number[]} ends */
const between = ([from, to, here, there]) => from + ((to - from) * here) / (here - there);

/** @param {number} kind @param {number[]} corners @param {number[]} sides where its left, right, top and bottom are */
function segmentsOf(kind, [a, b, c, d], [left, right, top, bottom]) {
  /** @type {number[]} */
  const segments = [];
  const through = (kind === 5 || kind === 10) && a + b + c + d > 0;
  const edges = through ? JOINED_THROUGH_THE_MIDDLE[kind] : JOINED[kind];
  for (const edge of edges) {
    if (edge === 0) segments.push(between([left, right, a, b]), top);
    else if (edge === 1) segments.push(right, between([top, bottom, b, c]));
    else if (edge === 2) segments.push(between([left, right, d, c]), bottom);
    else segments.push(left, between([top, bottom, a, d]));
  }
  return segments;
}
