/**
 * The curves of edges: out of a circle level, up or down between the columns only, and level again into what they lead
 * to. So an edge never runs through a name: names stand in the columns.
 */

/** @typedef {{x: number, y: number}} Place */

/**
 * @typedef {object} Curve a level line, a bend, a level line
 * @property {Place} from @property {number} exit where the bend begins @property {number} entry where it ends
 * @property {Place} to
 */

/** @param {Curve} curve @returns {string} as SVG's path has it */
export function pathOf({ from, exit, entry, to }) {
  const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(rounded);
  const [start, end] = [rounded(exit), rounded(entry)];
  const middle = rounded((exit + entry) / 2);
  return `M${x1} ${y1}H${start}C${middle} ${y1} ${middle} ${y2} ${end} ${y2}H${x2}`;
}

/**
 * A point of the bend.
 * @param {Curve} curve @param {number} share 0 where it begins, 1 where it ends
 * @returns {Place}
 */
export function pointOn({ from, exit, entry, to }, share) {
  const rest = 1 - share;
  const [inner, outer] = [3 * rest * share, rest ** 3];
  const middle = (exit + entry) / 2;
  return {
    x: outer * exit + inner * middle + share ** 3 * entry,
    y: (outer + inner * rest) * from.y + (inner * share + share ** 3) * to.y,
  };
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 10) / 10;
}
