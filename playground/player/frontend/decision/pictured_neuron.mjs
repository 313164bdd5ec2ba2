// A neuron in place of the output: what the picture is called then, and which numbers its colours stand for.

import { neuronValues } from "./decision_grid.mjs";
import { shownLarge } from "../network/network_focus.mjs";
import { fillScale } from "../network/network_marks.mjs";
import { roundStep } from "../shared/ticks.mjs";
/**
 * @import { Chosen, Description, Neuron, Numbers } from "../shared/types"
 * @import { Scale } from "./decision_colours.mjs"
 * @import { Plane } from "./decision_grid.mjs"
 */

/** Cells a side of a neuron's small picture in the network. */
export const PICTURE_SIZE = 14;
/** Points along a single input: so many that the curve between them is no higher than they are, to the eye. */
export const CURVE_POINTS = 301;

/**
 * The neuron that is shown large, if it has another picture than the output's own: it is no input, and not the only output.
 * @param {Pick<Description, "layer_sizes">} run @param {Pick<Chosen, "pointed" | "panel">} chosen
 * @returns {Neuron | null}
 */
export function neuronToPicture({ layer_sizes: sizes }, chosen) {
  const neuron = shownLarge(chosen);
  if (neuron === null || neuron.layer >= sizes.length) return null;
  return neuron.layer === sizes.length - 1 && sizes[neuron.layer] === 1 ? null : neuron;
}

/**
 * @param {Pick<Description, "layer_sizes" | "layer_names" | "neuron_names">} run @param {Neuron} neuron
 * @returns {string} such as "Hidden 2, neuron 7"
 */
export function headingOfNeuron({ layer_sizes: sizes, layer_names: layers, neuron_names: names }, { layer, index }) {
  const isLast = layer === sizes.length - 1;
  return `${layers[layer]}, ${isLast ? names[layer][index] : `neuron ${index + 1}`}`;
}

/**
 * The numbers its colours stand for: those of its small picture in the network.
 *
 * What has no bounds runs to the next round number, so that the scale does not tremble while it plays.
 * @param {string} activation @param {ArrayLike<number>} values
 * @returns {Scale}
 */
export function scaleOfNeuron(activation, values) {
  let [largest, isBelow] = [0, false];
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at]);
    if (size > largest && size < Infinity) largest = size;
    isBelow ||= values[at] < 0;
  }
  const { middle, reach } = fillScale(activation, largest > 0 ? roundStep(largest) : 1);
  const isOneSided = middle === 0 && !isBelow && activation !== "tanh" && activation !== "sin";
  return { lowest: isOneSided ? middle : middle - reach, middle, highest: middle + reach };
}

/**
 * The same from its parameters: over two inputs from the very cells of its small picture, however fine the large one is.
 * @param {Description} run @param {Numbers} parameters the flat vector @param {Plane} plane @param {Neuron} neuron no input
 * @returns {Scale}
 */
export function scaleOver(run, parameters, plane, neuron) {
  const size = plane.y === null ? CURVE_POINTS : PICTURE_SIZE;
  return scaleOfNeuron(run.activations[neuron.layer - 1], neuronValues(run, parameters, plane, size, neuron).values);
}
