// Which lines have their names beside them, and where: moved apart so that none covers another.

/** Pixels from one name to the next. */
export const LINE = 15;
/** Pixels between a line and its name. */
export const BESIDE = 8;

/** How wide a character of a name is. */
export const CHARACTER = 6.4;
/** More names than these are no help, and no more than this share of the width is given to them. */
const MOST_NAMES = 8;
const LARGEST_SHARE = 0.36;

/**
 * The pixels that the names of lines need to their right; 0 if they have no room and are not shown.
 * @param {string[]} names @param {number} width of the whole chart @param {number} height
 */
export function roomForNames(names, width, height) {
  if (names.length === 0 || names.length > MOST_NAMES || names.length * LINE > height) return 0;
  const room = Math.ceil(Math.max(...names.map(({ length }) => length)) * CHARACTER) + BESIDE + 2;
  return room <= width * LARGEST_SHARE ? room : 0;
}

/**
 * Heights at least a gap apart between two ends, moved from the wanted ones as little as possible: the sum of the squared
 * moves is the smallest. Too many for the gap share the room evenly. What stood above another stays above it.
 *
 * With i · gap taken off the i-th, "at least a gap apart" becomes "not falling", which is isotonic regression, solved by
 * pooling neighbours that violate it (R. E. Barlow et al., Statistical Inference under Order Restrictions, 1972, section 1.2).
 * @param {number[]} wanted @param {number} gap @param {number} low @param {number} high
 * @returns {number[]} in the order of `wanted`
 */
export function spread(wanted, gap, low, high) {
  const count = wanted.length;
  const step = Math.min(gap, (high - low) / Math.max(1, count - 1));
  const order = wanted.map((_, index) => index).sort((one, other) => wanted[one] - wanted[other]);
  /** @type {Array<{total: number, members: number}>} those that share one place */
  const pools = [];
  order.forEach((index, rank) => {
    pools.push({ total: wanted[index] - rank * step, members: 1 });
    while (pools.length > 1 && mean(pools[pools.length - 2]) > mean(pools[pools.length - 1])) {
      const { total, members } = /** @type {{total: number, members: number}} */ (pools.pop());
      pools[pools.length - 1].total += total;
      pools[pools.length - 1].members += members;
    }
  });
  const shared = pools.flatMap((pool) => Array.from({ length: pool.members }, () => mean(pool)));
  const heights = new Array(count).fill(0);
  order.forEach((index, rank) => {
    heights[index] = Math.min(Math.max(shared[rank], low), high - (count - 1) * step) + rank * step;
  });
  return heights;
}

/** @param {{total: number, members: number}} pool */
const mean = ({ total, members }) => total / members;
