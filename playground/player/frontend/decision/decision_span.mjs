// What the decision picture spans: which numbers stand at its edges, and what its colours stand for.

import { scaleOf } from "./decision_colours.mjs";
import { planeOf } from "./decision_grid.mjs";
import { scaleOver } from "./pictured_neuron.mjs";
/** @import { Description, Numbers, Pair, Pictured } from "../shared/types" */

/** How far the picture of a curve reaches beyond the lowest and the highest number, as a share of what lies between. */
export const ROOM = 0.12;

/** @param {import("./decision_colours.mjs").Scale} scale @returns {Pair} the numbers at the bottom and the top */
function heightsAround({ lowest, highest }) {
  const room = ROOM * (highest - lowest);
  return [lowest - room, highest + room];
}

/**
 * @typedef {object} Span
 * @property {import("./decision_grid.mjs").Plane} plane
 * @property {Pair} heights the numbers at the bottom and the top
 * @property {import("./decision_colours.mjs").Scale} scale
 * @property {number} output the one that is shown, or whose targets the rows stand at
 * @property {import("../shared/types").Neuron | null} neuron that is shown in place of the output
 */

/**
 * @param {Pick<Pictured, "train" | "test" | "situation" | "layer_sizes" | "derived" | "classes" | "activations" | "target_scaling">} run
 * @param {{axes: {x: number, y: number | null}, held: Float64Array}} choices
 * @param {number} output @param {number} threshold
 * @param {Span | null} fixed what the picture spans as long as a point is dragged: the edges do not follow it
 * @returns {Span}
 */
export function spanOf(run, { axes, held }, output, threshold, fixed = null) {
  const plane = { ...planeOf(run, 0, axes), held: held.slice() };
  if (fixed) {
    const { xRange, yRange } = fixed.plane;
    return { ...fixed, plane: { ...plane, xRange, yRange } };
  }
  const scale = scaleOf(run, output, threshold);
  const heights = plane.y === null ? heightsAround(scale) : plane.yRange;
  return { plane, heights, scale, output, neuron: null };
}

/**
 * A neuron's curve has the heights of its own numbers: as weights grow, what has no bounds would leave the picture.
 * @param {Span} span @param {Description} run @param {Numbers} parameters the flat vector
 * @returns {Span} the same one as long as its heights are right
 */
export function spanWithin(span, run, parameters) {
  if (span.plane.y !== null || span.neuron === null) return span;
  const [low, high] = heightsAround(scaleOver(run, parameters, span.plane, span.neuron));
  return low === span.heights[0] && high === span.heights[1] ? span : { ...span, heights: [low, high] };
}
