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
 * @property {Numbers | null} preActivations what all outputs are the activations of; null along one input
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
    const { values, preActivations } = neuronValues(run, parameters, plane, size, neuron);
    return { outputs: values, values, preActivations, count: 1, size };
  }
  const count = run.target_names.length;
  const { outputs, preActivations } = plane.y === null
    ? { outputs: curve(run, parameters, plane, size).outputs, preActivations: null }
    : gridOutputs(run, parameters, plane, size);
  return { outputs, values: valuesOf(outputs, count, output), preActivations, count, size };
}

/** Those of one output. @param {Numbers} numbers cell by cell @param {number} count outputs @param {number} output @returns {Numbers} */
export function valuesOf(numbers, count, output) {
  return count === 1 ? numbers : Float64Array.from({ length: numbers.length / count }, (_, cell) => numbers[cell * count + output]);
}

/** @param {Field} one @param {Field} other */
export const areAlike = (one, other) => one.size === other.size && one.count === other.count;

/** @param {Numbers} from @param {Numbers} to @param {number} share */
const between = (from, to, share) => Float64Array.from(to, (value, k) => from[k] + share * (value - from[k]));

/** A field on the way from one to another. @param {Field} from @param {Field} to @param {number} share @returns {Field} */
export function mixedFields(from, to, share) {
  const outputs = between(from.outputs, to.outputs, share);
  const preActivations = from.preActivations && to.preActivations && between(from.preActivations, to.preActivations, share);
  return { ...to, outputs, values: to.count === 1 ? outputs : between(from.values, to.values, share), preActivations };
}
