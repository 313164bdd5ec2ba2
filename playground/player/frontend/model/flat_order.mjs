// The order of the flat vector: W1 row by row, b1, W2, b2, … The twin of nncore/network/flat_order.py.
/** @import { Shape } from "../shared/types" */

/** @typedef {Pick<Shape, "layer_sizes" | "bias">} Sizes */

/**
 * @typedef {object} LayerView where one layer lies in the flat vector of parameters
 * @property {number} weights index of its first weight
 * @property {number | null} biases index of its first bias
 * @property {number} fanIn @property {number} fanOut
 */

/** @type {WeakMap<Sizes, LayerView[]>} */
const viewsOfRuns = new WeakMap();

/**
 * Where each layer of a run's network lies in the flat vector: W1 row by row, b1, W2, b2, …
 * @param {Sizes} run
 * @returns {LayerView[]} the same object for the same run
 */
export function layerViews(run) {
  const known = viewsOfRuns.get(run);
  if (known) return known;
  let start = 0;
  const views = run.layer_sizes.slice(1).map((fanOut, layer) => {
    const fanIn = run.layer_sizes[layer];
    const weights = start;
    const biases = run.bias ? weights + fanIn * fanOut : null;
    start = weights + fanIn * fanOut + (run.bias ? fanOut : 0);
    return { weights, biases, fanIn, fanOut };
  });
  viewsOfRuns.set(run, views);
  return views;
}

/**
 * Where the weight from neuron `from` of the layer below to neuron `to` of the layer lies.
 * @param {LayerView} view @param {number} from @param {number} to
 */
export const weightAt = ({ weights, fanOut }, from, to) => weights + from * fanOut + to;

/**
 * What every parameter lies between, in their order.
 * @param {Sizes} run
 * @returns {{layer: number, from: number | null, to: number}[]} `layer` of its end, from 1; `from` is null for a bias
 */
export function endsOf(run) {
  return layerViews(run).flatMap(({ biases, fanIn, fanOut }, below) => {
    const layer = below + 1;
    const weights = Array.from({ length: fanIn * fanOut }, (_, at) => ({ layer, from: Math.floor(at / fanOut), to: at % fanOut }));
    return biases === null ? weights : [...weights, ...Array.from({ length: fanOut }, (_, to) => ({ layer, from: null, to }))];
  });
}
