// The way back that a derivative takes through the network: from the outputs to the neuron that a line is of.
import { subjectOf } from "../model/over_charts.mjs";
/** @import { Chosen, Neuron } from "../shared/types" */

/** @typedef {{parameter: number, layer: number, from: number | null, to: number}} Edge */

/**
 * The neuron to which the loss is followed back where a line of the way backward is pointed at: its own, or of a weight's
 * derivative the one that the weight leads to.
 * @param {Pick<Chosen, "panel" | "pointed" | "pointedCode">} chosen @param {readonly Edge[]} edges
 * @returns {Neuron | null}
 */
export function followedBackTo({ panel, pointed, pointedCode }, edges) {
  if (/^d\d+$/.test(pointedCode)) return pointed;
  if (!pointedCode.startsWith("gradient ")) return null;
  const worked = subjectOf(panel, "worked");
  const edge = worked === null ? undefined : edges.find(({ parameter }) => parameter === worked);
  return edge ? { layer: edge.layer, index: edge.to } : null;
}

/** Whether the way back from the outputs to a neuron goes over an edge. @param {Edge} edge @param {Neuron | null} neuron */
export function isOnWayBack({ layer, from }, neuron) {
  if (neuron === null || from === null) return false;
  return layer === neuron.layer + 1 ? from === neuron.index : layer > neuron.layer + 1;
}
