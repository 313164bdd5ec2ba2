// What the decision picture spans: which numbers stand at its edges, and what its colours stand for.

import { scaleOf } from "./decision_colours.mjs";
import { valuesOf } from "./decision_field.mjs";
import { curve, planeOf } from "./decision_grid.mjs";
import { CURVE_POINTS, scaleOver } from "./pictured_neuron.mjs";
/** @import { Description, Numbers, Pair, Pictured } from "../shared/types" */

/** How far the picture of a curve reaches beyond the lowest and the highest number, as a share of what lies between. */
export const ROOM = 0.12;
/** Where the output's curve leaves that, the picture follows it in steps, so that it does not tremble, and not too far: the rows would lie flat. */
const [STEP, FURTHEST] = [0.5, 1];

/** @param {import("./decision_colours.mjs").Scale} scale @returns {Pair} the numbers at the bottom and the top */
function heightsAround({ lowest, highest }) {
  const room = ROOM * (highest - lowest);
  return [lowest - room, highest + room];
}

/**
 * The same with the curve in it, where that goes far beyond the rows.
 * @param {Span} span over one input @param {Description} run @param {Numbers} parameters the flat vector
 * @returns {Pair}
 */
function heightsWithCurve({ plane, scale, output }, run, parameters) {
  const [low, high] = heightsAround(scale);
  const { outputs } = curve(run, parameters, plane, CURVE_POINTS);
  let [down, up] = [0, 0];
  for (const value of Array.from(valuesOf(outputs, run.target_names.length, output)).filter(Number.isFinite)) {
    [down, up] = [Math.max(down, low - value), Math.max(up, value - high)];
  }
  const reach = scale.highest - scale.lowest;
  const beyond = (/** @type {number} */ most) => reach * Math.min(FURTHEST, STEP * Math.ceil(most / reach / STEP));
  return [low - beyond(down), high + beyond(up)];
}

/**
 * @typedef {object} Span
 * @property {import("./decision_grid.mjs").Plane} plane
 * @property {Pair} heights the numbers at the bottom and the top
 * @property {import("./decision_colours.mjs").Scale} scale
 * @property {number} output the one that is shown, or whose targets the rows stand at
 * @property {import("../shared/types").Neuron | null} neuron that is shown in place of the output
 * @property {boolean} isHeld whether its edges stay whatever the network answers
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
    return { ...fixed, plane: { ...plane, xRange, yRange }, isHeld: true };
  }
  const scale = scaleOf(run, output, threshold);
  const heights = plane.y === null ? heightsAround(scale) : plane.yRange;
  return { plane, heights, scale, output, neuron: null, isHeld: false };
}

/**
 * A curve stays in the picture as weights grow: a neuron's has the heights of its own numbers, the output's those of the rows at least.
 * @param {Span} span @param {Description} run @param {Numbers} parameters the flat vector
 * @returns {Span} the same one as long as its heights are right
 */
export function spanWithin(span, run, parameters) {
  if (span.plane.y !== null || (span.isHeld && span.neuron === null)) return span;
  const { neuron, plane } = span;
  const [low, high] = neuron ? heightsAround(scaleOver(run, parameters, plane, neuron)) : heightsWithCurve(span, run, parameters);
  return low === span.heights[0] && high === span.heights[1] ? span : { ...span, heights: [low, high] };
}
