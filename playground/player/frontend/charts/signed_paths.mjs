// A line that is one colour above zero and another below: its two parts, as paths of SVG.

/** @typedef {{positive: string, negative: string}} SignedPaths */

/** Pixels: a browser refuses the whole path for one number that it cannot hold, as weights that grow beyond all bounds have. */
const FARTHEST = 1e7;

/**
 * Cut a line where it crosses zero. What is zero belongs to what is above; a value that is none leaves a gap.
 * @param {ArrayLike<number>} x ascending @param {ArrayLike<number | null>} y
 * @param {(x: number) => number} across pixels @param {(y: number) => number} down pixels
 * @returns {SignedPaths} empty where the line has no such part
 */
export function signedPaths(x, y, across, down) {
  const paths = { positive: "", negative: "" };
  const place = (/** @type {number} */ at, /** @type {number} */ value) => `${across(at).toFixed(1)},${near(down(value)).toFixed(1)}`;
  for (let k = 1; k < x.length; k++) {
    const [before, value] = [Number(y[k - 1] ?? NaN), Number(y[k] ?? NaN)];
    if (Number.isNaN(before) || Number.isNaN(value)) continue;
    const [from, to] = [partOf(before), partOf(value)];
    // A stroke goes on where the one before it has ended.
    const begun = k > 1 && paths[from] !== "" && !Number.isNaN(Number(y[k - 2] ?? NaN));
    if (!begun) paths[from] += `M${place(x[k - 1], before)}`;
    if (from !== to) {
      const zero = place(x[k - 1] + ((x[k] - x[k - 1]) * before) / (before - value), 0);
      paths[from] += `L${zero}`;
      paths[to] += `M${zero}`;
    }
    paths[to] += `L${place(x[k], value)}`;
  }
  return paths;
}

/** @param {number} value @returns {"positive" | "negative"} */
const partOf = (value) => (value < 0 ? "negative" : "positive");

/** @param {number} pixels */
const near = (pixels) => Math.min(FARTHEST, Math.max(-FARTHEST, pixels));
