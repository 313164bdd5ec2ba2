// What is chosen on the screen: a training row, a neuron whose curve is shown or a parameter
// whose update is worked, and what is pointed at: a parameter, a neuron, a row.
/** @import { Chosen, Description, Neuron } from "../shared/types" */

/** @type {Chosen} the first row, and nothing else */
export const FIRST_ROW = Object.freeze({ row: 0, neuron: null, parameter: null, pointed: null, pointedRow: null, worked: null });

/**
 * Choose something else besides what is chosen.
 * @param {Chosen} chosen @param {Partial<Chosen>} changed
 * @returns {Chosen} the same object if that is chosen already
 */
export function withChosen(chosen, changed) {
  const { row, neuron, parameter, pointed, pointedRow, worked } = { ...chosen, ...changed };
  const isSame = row === chosen.row && parameter === chosen.parameter && pointedRow === chosen.pointedRow && worked === chosen.worked;
  if (isSame && isSameNeuron(neuron, chosen.neuron) && isSameNeuron(pointed, chosen.pointed)) return chosen;
  return Object.freeze({ row, neuron, parameter, pointed, pointedRow, worked });
}

/**
 * What of it a run has: the first row in place of one that it lacks, no neuron and no parameter in place of another's.
 * @param {Chosen} chosen @param {Pick<Description, "train" | "layer_sizes" | "parameters">} run
 * @returns {Chosen} the same object if the run has all of it
 */
export function chosenWithin(chosen, { train, layer_sizes: sizes, parameters }) {
  const { row, neuron, parameter, pointed, pointedRow, worked } = chosen;
  const ifThere = (/** @type {number | null} */ one) => (one !== null && one < parameters.length ? one : null);
  /** @param {Neuron | null} one */
  const ifDrawn = (one) => (one !== null && one.index < (sizes[one.layer] ?? 0) ? one : null);
  return withChosen(chosen, {
    row: row < train.inputs.length ? row : 0,
    neuron: ifDrawn(neuron),
    pointed: ifDrawn(pointed),
    pointedRow: pointedRow !== null && pointedRow < train.inputs.length ? pointedRow : null,
    parameter: ifThere(parameter),
    worked: ifThere(worked),
  });
}

/** @param {Neuron | null} one @param {Neuron | null} other */
export function isSameNeuron(one, other) {
  return one?.layer === other?.layer && one?.index === other?.index;
}
