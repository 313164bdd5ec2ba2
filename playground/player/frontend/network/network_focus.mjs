/** The neuron whose numbers are shown where not all have room, and which edges belong to it. */
import { parametersOf, subjectOf } from "../model/over_charts.mjs";
/** @import { Chosen, Neuron } from "../shared/types" */

/**
 * The neuron whose sum and picture are shown large: the one that is pointed at, else the one whose curve is shown.
 * @param {Pick<Chosen, "pointed" | "panel">} chosen
 * @returns {Neuron | null} never an input
 */
export function shownLarge({ pointed, panel }) {
  return notInput(pointed) ?? notInput(subjectOf(panel, "curve"));
}

/**
 * The end of the parameter that is pointed at or held; else the neuron that is pointed at; else the one whose curve is
 * shown; else the end of the parameter that what lies over the charts is about.
 * @param {Chosen} chosen
 * @param {{parameter: number, layer: number, to: number}[]} edges
 * @returns {Neuron | null} never an input
 */
export function focusOf({ parameter, pointed, panel }, edges) {
  const [end, subject] = [endOf(parameter, edges), endOf(parametersOf(panel)[0] ?? null, edges)];
  return end ?? shownLarge({ pointed, panel }) ?? subject;
}

/** @param {Neuron | null} neuron */
export function notInput(neuron) {
  return neuron !== null && neuron.layer > 0 ? neuron : null;
}

/** @param {number | null} parameter @param {{parameter: number, layer: number, to: number}[]} edges @returns {Neuron | null} */
function endOf(parameter, edges) {
  const edge = parameter === null ? undefined : edges.find((each) => each.parameter === parameter);
  return edge ? { layer: edge.layer, index: edge.to } : null;
}

/**
 * @param {{layer: number, from: number | null, to: number}} edge @param {Neuron | null} neuron
 * @returns {"incoming" | "outgoing" | null} what the edge is to the neuron
 */
export function sideOf({ layer, from, to }, neuron) {
  if (neuron === null) return null;
  if (layer === neuron.layer && to === neuron.index) return "incoming";
  return layer === neuron.layer + 1 && from === neuron.index ? "outgoing" : null;
}
