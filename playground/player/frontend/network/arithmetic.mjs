/** What a neuron computes, as one line of arithmetic: the products, their sum, and what its activation makes of it. */

import { counted } from "../story/counted_words.mjs";
import { inputNumber, shortNumber, shownNumber } from "../shared/wording.mjs";
import { layerViews, weightAt } from "../model/flat_order.mjs";
/** @import { Shape } from "../shared/types" */
/** @import { Trace } from "../model/moment.mjs" */

/** A written sum of more products is no longer read. */
const MOST_WRITTEN = 4;

/**
 * @param {Shape} run @param {ArrayLike<number>} parameters @param {Trace} trace of a row
 * @param {{layer: number, index: number}} neuron
 * @param {number} room characters that fit
 * @returns {{sum: string, result: string}} such as "0 × −0.17 + 1 × −1.00 = −1.00 → sigmoid →" and "0.2690"
 */
export function arithmeticOf(run, parameters, trace, { layer, index }, room) {
  const result = shownNumber(trace.activations[layer - 1][index]);
  const sum = `= ${shortNumber(trace.preActivations[layer - 1][index])}`;
  const activation = run.activations[layer - 1].replaceAll("_", " ");
  const count = run.layer_sizes[layer - 1];
  const short = `${counted(count, "product")}${run.bias ? " + bias" : ""}`;
  const written = count > MOST_WRITTEN ? [short] : [productsOf(run, parameters, trace, layer, index), short];
  const choices = written.flatMap((products) => [`${products} ${sum} → ${activation} →`, `${products} ${sum} →`]);
  const fits = (/** @type {string} */ text) => text.length + 1 + result.length <= room;
  return { sum: choices.find(fits) ?? `${sum} →`, result };
}

/** @param {Shape} run @param {ArrayLike<number>} parameters @param {Trace} trace @param {number} layer @param {number} index */
function productsOf(run, parameters, trace, layer, index) {
  const view = layerViews(run)[layer - 1];
  const inputs = layer === 1 ? trace.inputs : trace.activations[layer - 2];
  const valueText = layer === 1 ? inputNumber : shortNumber;
  const terms = Array.from(inputs, (value, i) => `${valueText(value)} × ${shortNumber(parameters[weightAt(view, i, index)])}`);
  if (view.biases !== null) terms.push(`bias ${shortNumber(parameters[view.biases + index])}`);
  return terms.join(" + ");
}
