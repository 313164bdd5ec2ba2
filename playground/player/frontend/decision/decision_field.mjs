// The numbers that the decision picture is painted from: cell by cell over two inputs, point by point along one.

import { curve, gridOutputs, neuronValues } from "./decision_grid.mjs";
/**
 * @import { Description, Numbers } from "../shared/types"
 * @import { Span } from "./decision_span.mjs"
 */

/**
 * @typedef {object} Field
 * @property {Numbers} outputs all that the network answers, or what one neuron does, cell by cell
 * @property {Numbers} values of the output that is shown
 * @property {number} count outputs a cell
 * @property {number} size cells a side, or points along the one input
 */

/**
 * @param {Description} run @param {Numbers} parameters @param {Span} span
 * @param {number} size cells a side, or points along the one input
 * @returns {Field}
 */
export function fieldOf(run, parameters, { plane, output, neuron }, size) {
  if (neuron) {
    const values = neuronValues(run, parameters, plane, size, neuron);
    return { outputs: values, values, count: 1, size };
  }
  const count = run.target_names.length;
  const isFlat = plane.y === null;
  const outputs = isFlat ? curve(run, parameters, plane, size).outputs : gridOutputs(run, parameters, plane, size);
  return { outputs, values: count === 1 ? outputs : outputs.filter((_, k) => k % count === output), count, size };
}

/** @param {Field} one @param {Field} other */
export const areAlike = (one, other) => one.size === other.size && one.count === other.count;

/** @param {Numbers} from @param {Numbers} to @param {number} share */
const between = (from, to, share) => Float64Array.from(to, (value, k) => from[k] + share * (value - from[k]));

/** A field on the way from one to another. @param {Field} from @param {Field} to @param {number} share @returns {Field} */
export function mixedFields(from, to, share) {
  const outputs = between(from.outputs, to.outputs, share);
  return { ...to, outputs, values: to.count === 1 ? outputs : between(from.values, to.values, share) };
}
