// What the decision picture spans: which numbers stand at its edges, and what its colours stand for.

import { scaleOf } from "./decision_colours.mjs";
import { planeOf } from "./decision_grid.mjs";
/** @import { Pair, Pictured } from "../shared/types" */

const ROOM = 0.12;

/**
 * @typedef {object} Span
 * @property {import("./decision_grid.mjs").Plane} plane
 * @property {Pair} heights the numbers at the bottom and the top
 * @property {import("./decision_colours.mjs").Scale} scale
 * @property {number} output the one that is shown, or whose targets the rows stand at
 */

/**
 * @param {Pick<Pictured, "train" | "test" | "situation" | "layer_sizes" | "classes">} run
 * @param {{axes: {x: number, y: number | null}, held: Float64Array}} choices
 * @param {number} output @param {number} threshold
 * @param {Span | null} still what the picture spans as long as a point is dragged: the edges do not follow it
 * @returns {Span}
 */
export function spanOf(run, { axes, held }, output, threshold, still = null) {
  const plane = { ...planeOf(run, 0, axes), held: held.slice() };
  if (still) {
    const { xRange, yRange } = still.plane;
    return { ...still, plane: { ...plane, xRange, yRange } };
  }
  const scale = scaleOf(run, output, threshold);
  const room = ROOM * (scale.highest - scale.lowest);
  /** @type {Pair} */
  const heights = plane.y === null ? [scale.lowest - room, scale.highest + room] : plane.yRange;
  return { plane, heights, scale, output };
}
