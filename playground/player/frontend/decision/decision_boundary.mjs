// Where one class ends and another begins in the decision picture.
//
// Far from the middle sigmoid, tanh and softmax are flat, and a line drawn between two cells of 0 and 1 would stand halfway
// whatever the network says: a straight border became stairs. So it is drawn from the pre-activations, which are not flat.

import { leadOf } from "./decision_colours.mjs";
import { valuesOf } from "./decision_field.mjs";
import { sentenceOfSeveral, sentenceOfTwo } from "./decision_sentence.mjs";
import { ACTIVATIONS } from "../model/forward_pass.mjs";
import { contour, sidesOf } from "../shared/contour.mjs";
/**
 * @import { Description, Neuron, Numbers } from "../shared/types"
 * @import { Classes } from "../model/classes.mjs"
 * @import { Field } from "./decision_field.mjs"
 * @import { Scene } from "./decision_painting.js"
 *
 * @typedef {{segments: number[], sentence: string}} Boundary the line, and what is said where none is
 */

/**
 * @param {Description} run @param {Scene} scene @param {Field} field over two inputs
 * @param {number[]} shown the outputs whose borders are drawn
 * @returns {Boundary}
 */
export function boundaryOf(run, scene, field, shown) {
  const { classes } = run;
  if (classes === null) return { segments: [], sentence: "" };
  return classes.kind === "two" ? betweenTwo(run, classes, scene, field) : amongSeveral(run, classes, scene, field, shown);
}

/**
 * Where one neuron's activation passes the middle of its scale.
 * @param {Description} run @param {Field} field @param {Neuron} neuron @param {number} middle
 */
export function middleLine(run, field, { layer }, middle) {
  return crossing(run.activations[layer - 1], field.values, field.preActivations, field.size, middle, 0);
}

/** @param {Description} run @param {Classes} classes @param {Scene} scene @param {Field} field @returns {Boundary} */
function betweenTwo(run, { tolerance }, { span, threshold, isAtEnd }, { values, preActivations, count, size }) {
  const sides = sidesOf(values, threshold, tolerance);
  const sentence = sentenceOfTwo(sides, threshold, isAtEnd);
  if (!sides.above || !sides.below) return { segments: [], sentence };
  const { offset, scale } = run.target_scaling;
  // Only outputs that are no further scaled are the activations themselves.
  const isOwn = offset[span.output] === 0 && scale[span.output] === 1;
  const own = isOwn && preActivations ? valuesOf(preActivations, count, span.output) : null;
  return { segments: crossing(run.activations[run.activations.length - 1], values, own, size, threshold, tolerance), sentence };
}

/** @param {Description} run @param {Classes} classes @param {Scene} scene @param {Field} field @param {number[]} shown @returns {Boundary} */
function amongSeveral(run, { tolerance }, { isAtEnd }, { outputs, preActivations, count, size }, shown) {
  const leads = shown.map((output) => leadOf(outputs, count, output));
  const sides = leads.map((lead) => sidesOf(lead, 0, tolerance));
  const sentence = sentenceOfSeveral(run, sides, shown, isAtEnd);
  const isSoftmax = run.activations[run.activations.length - 1] === "softmax";
  // Two that lead together are at least 1 / count, and such a part of the lead of pre-activations is that of the outputs.
  const lines = leads.map((lead, k) => {
    if (!sides[k].above || !sides[k].below) return [];
    return isSoftmax && preActivations
      ? contour(leadOf(preActivations, count, shown[k]), size, 0, count * tolerance)
      : contour(lead, size, 0, tolerance);
  });
  return { segments: lines.flat(), sentence };
}

/**
 * The line on which activations have a value.
 * @param {string} activation @param {Numbers} values @param {Numbers | null} preActivations
 * @param {number} size @param {number} level @param {number} tolerance
 */
function crossing(activation, values, preActivations, size, level, tolerance) {
  const { inverse, derivative } = ACTIVATIONS[activation] ?? {};
  const below = inverse && preActivations ? inverse(level) : NaN;
  if (!derivative || !preActivations || !Number.isFinite(below)) return contour(values, size, level, tolerance);
  return contour(preActivations, size, below, tolerance / derivative(below, level));
}
