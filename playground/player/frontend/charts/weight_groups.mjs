// Which weights belong together: those between two layers, and those of one neuron.
import { layerViews, weightAt } from "../model/flat_order.mjs";
/**
 * @import { FigureLine, Neuron } from "../shared/types"
 * @import { Sizes } from "../model/flat_order.mjs"
 */

/**
 * The lines of a chart by the layers they stand between, in the order of the layers.
 * @param {Pick<FigureLine, "meta">[]} lines
 * @returns {Map<string, Set<number>>} parameters by group; lines of no parameter belong to none
 */
export function groupsOf(lines) {
  /** @type {Map<string, Set<number>>} */
  const groups = new Map();
  for (const { meta: { parameter, group } } of lines) {
    if (parameter === undefined || group === undefined) continue;
    groups.set(group, (groups.get(group) ?? new Set()).add(parameter));
  }
  return groups;
}

/**
 * The parameters of one neuron: the weights that lead to it and its bias; of an input, the weights that lead from it.
 * @param {Sizes} run @param {Neuron} neuron
 * @returns {Set<number>}
 */
export function parametersOf(run, { layer, index }) {
  const views = layerViews(run);
  if (layer === 0) return new Set(Array.from({ length: views[0].fanOut }, (_, to) => weightAt(views[0], index, to)));
  const view = views[layer - 1];
  const incoming = Array.from({ length: view.fanIn }, (_, from) => weightAt(view, from, index));
  return new Set(view.biases === null ? incoming : [...incoming, view.biases + index]);
}
