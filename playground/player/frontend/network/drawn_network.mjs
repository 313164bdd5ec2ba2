/** Which neurons of a network are drawn, what they are called, and which parameters lie between them. */

import { layerViews, weightAt } from "../model/flat_order.mjs";
import { inputNumber } from "../shared/wording.mjs";
import { listed } from "../story/counted_words.mjs";
/** @import { Description } from "../shared/types" */

/** Of a larger layer one less is drawn, and a circle that stands for the others. */
const MOST_DRAWN = 8;

/**
 * @typedef {Pick<Description, "layer_sizes" | "bias" | "neuron_names" | "layer_names">
 *   & {train?: Pick<Description["train"], "inputs">}} Network
 * @typedef {{index: number, name: string, isRest: boolean, stands: number}} DrawnNeuron `isRest`: stands for those that
 *   are not drawn; its index is that of the first of them; `stands`: for how many it stands
 * @typedef {{layer: number, name: string, neurons: DrawnNeuron[], ports: number, widest: string}} DrawnLayer
 *   `ports`: how many drawn weights, and a bias, come into each of its neurons; `widest`: the longest number of its rows in
 *   one of its circles, known of inputs only
 * @typedef {{parameter: number, layer: number, from: number | null, to: number, isBias: boolean}} DrawnEdge
 *   `layer`: of its end, from 1; `from` is null for a bias
 */

/** @param {Network} run @returns {DrawnLayer[]} */
export function drawnLayers(run) {
  const counts = run.layer_sizes.map((size) => (size > MOST_DRAWN ? MOST_DRAWN - 1 : size));
  return run.layer_sizes.map((size, layer) => {
    const neurons = Array.from({ length: counts[layer] }, (_, index) => ({
      index, name: run.neuron_names[layer][index], isRest: false, stands: 1,
    }));
    const left = size - counts[layer];
    if (left > 0) neurons.push({ index: counts[layer], name: `and ${left} more`, isRest: true, stands: left });
    const ports = layer === 0 ? 0 : counts[layer - 1] + (run.bias ? 1 : 0);
    const widest = layer === 0 ? widestInput(run.train?.inputs ?? [], counts[0]) : "";
    return { layer, name: run.layer_names[layer], neurons, ports, widest };
  });
}

/** Of the least and the greatest value of each drawn input, the longest as it is written. @param {number[][]} rows @param {number} count */
function widestInput(rows, count) {
  let widest = "";
  for (let input = 0; input < count; input++) {
    let [least, greatest] = [Infinity, -Infinity];
    for (const row of rows) [least, greatest] = [Math.min(least, row[input]), Math.max(greatest, row[input])];
    for (const value of rows.length > 0 ? [least, greatest] : []) {
      const text = inputNumber(value);
      if (text.length > widest.length) widest = text;
    }
  }
  return widest;
}

/**
 * All parameters between neurons that are drawn, in the order of the flat vector.
 * @param {Network} run @param {DrawnLayer[]} layers
 * @returns {DrawnEdge[]}
 */
export function drawnEdges(run, layers) {
  const shown = layers.map(({ neurons }) => neurons.filter(({ isRest }) => !isRest));
  return layerViews(run).flatMap((view, below) => {
    const layer = below + 1;
    const ends = shown[layer];
    const weights = shown[below].flatMap(({ index: from }) =>
      ends.map(({ index: to }) => ({ parameter: weightAt(view, from, to), layer, from, to, isBias: false })),
    );
    const { biases } = view;
    if (biases === null) return weights;
    return [...weights, ...ends.map(({ index: to }) => ({ parameter: biases + to, layer, from: null, to, isBias: true }))];
  });
}

/** What is left out, in a sentence; null if nothing is. @param {Network} run @returns {string | null} */
export function omittedSentence({ layer_sizes: sizes, layer_names: names }) {
  const wide = sizes.flatMap((size, layer) => (size > MOST_DRAWN ? [`of the ${size} in “${names[layer]}”`] : []));
  return wide.length === 0 ? null : `Drawn are the first ${MOST_DRAWN - 1} ${listed(wide)}; all take part.`;
}
