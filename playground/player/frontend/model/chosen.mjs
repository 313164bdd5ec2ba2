// What is chosen on the screen: a training row, what lies over the charts, and what is pointed at: a parameter, a neuron, a row,
// what a line of code computes.
import { isDrawn, isSamePanel, panelWithin } from "./over_charts.mjs";
/** @import { Chosen, Neuron } from "../shared/types" */

/** @type {Chosen} the first row, and nothing else */
export const FIRST_ROW = Object.freeze({ row: 0, panel: null, parameter: null, pointed: null, pointedRow: null, pointedCode: "" });

/**
 * Choose something else besides what is chosen.
 * @param {Chosen} chosen @param {Partial<Chosen>} changed
 * @returns {Chosen} the same object if that is chosen already
 */
export function withChosen(chosen, changed) {
  const { row, panel, parameter, pointed, pointedRow, pointedCode } = { ...chosen, ...changed };
  const isSame = row === chosen.row && parameter === chosen.parameter && pointedRow === chosen.pointedRow;
  const isSameCode = pointedCode === chosen.pointedCode;
  if (isSame && isSameCode && isSamePanel(panel, chosen.panel) && isSameNeuron(pointed, chosen.pointed)) return chosen;
  return Object.freeze({ row, panel, parameter, pointed, pointedRow, pointedCode });
}

/**
 * What of it a run has: the first row in place of one that it lacks, no neuron and no parameter in place of another's.
 * @param {Chosen} chosen @param {import("./over_charts.mjs").Having} run
 * @returns {Chosen} the same object if the run has all of it
 */
export function chosenWithin(chosen, run) {
  const { row, panel, parameter, pointed, pointedRow } = chosen;
  const { train, layer_sizes: sizes, parameters } = run;
  return withChosen(chosen, {
    row: row < train.inputs.length ? row : 0,
    panel: panelWithin(panel, run),
    pointed: pointed !== null && isDrawn(sizes, pointed) ? pointed : null,
    pointedRow: pointedRow !== null && pointedRow < train.inputs.length ? pointedRow : null,
    parameter: parameter !== null && parameter < parameters.length ? parameter : null,
  });
}

/** @param {Neuron | null} one @param {Neuron | null} other */
export function isSameNeuron(one, other) {
  return one?.layer === other?.layer && one?.index === other?.index;
}
