/** What a neuron computes, as one line of arithmetic: the products, their sum, and what its activation makes of it. */

import { all, counted } from "../story/counted_words.mjs";
import { inputNumber, numberText, shortNumber, shownNumber } from "../shared/wording.mjs";
import { isOpen, NOTHING_OPEN, OPEN } from "../worked/open_numbers.mjs";
import { ACTIVATIONS } from "../model/forward_pass.mjs";
import { layerViews, weightAt } from "../model/flat_order.mjs";
/** @import { Neuron, Shape } from "../shared/types" */
/** @import { Trace } from "../model/moment.mjs" */
/** @import { OpenNumbers } from "../worked/open_numbers.mjs" */

/** A written sum of more products is no longer read. */
const MOST_WRITTEN = 4;

/** The activation that answers for a neuron by the sums of all in its layer. */
const SOFTMAX = "softmax";

/**
 * @param {Shape} run @param {ArrayLike<number>} parameters @param {Trace} trace of a row
 * @param {{layer: number, index: number}} neuron
 * @param {number} room characters that fit
 * @param {OpenNumbers} [open] what is kept back
 * @returns {{sum: string, result: string}} such as "0 × −0.17 + 1 × −1.00 = −1.00 → sigmoid →" and "0.2690"
 */
export function arithmeticOf(run, parameters, trace, { layer, index }, room, open = NOTHING_OPEN) {
  const result = isOpen(open.answers, { layer, index }) ? OPEN : shownNumber(trace.activations[layer - 1][index]);
  const sum = `= ${isOpen(open.sums, { layer, index }) ? OPEN : sumText(trace, { layer, index }, run.activations[layer - 1])}`;
  const activation = activationText(run, layer);
  const count = run.layer_sizes[layer - 1];
  const short = `${counted(count, "product")}${run.bias ? " + bias" : ""}`;
  const written = count > MOST_WRITTEN ? [short] : [productsOf(run, parameters, trace, { layer, index }, open), short];
  const whole = (/** @type {string} */ products) => `${products} ${sum} → ${activation} →`;
  // What softmax makes of a sum depends on the others: without its name the result would seem to come of this sum alone.
  const choices = run.activations[layer - 1] === SOFTMAX
    ? [...written.map(whole), `z ${sum} → ${activation} →`, `z ${sum} → ${SOFTMAX} →`]
    : written.flatMap((products) => [whole(products), `${products} ${sum} →`]);
  const fits = (/** @type {string} */ text) => text.length + 1 + result.length <= room;
  return { sum: choices.find(fits) ?? `z ${sum} →`, result };
}

/** @param {Shape} run @param {number} layer @returns {string} such as "leaky relu" or "softmax over all three" */
function activationText(run, layer) {
  const name = run.activations[layer - 1];
  return name === SOFTMAX ? `${name} over ${all(run.layer_sizes[layer])}` : name.replaceAll("_", " ");
}

/**
 * Of a sum near 0 one digit, if what follows is not what follows from a 0: the sigmoid of a 0 would be 0.5.
 * @param {Trace} trace @param {Neuron} neuron @param {string} activation
 */
function sumText(trace, { layer, index }, activation) {
  const sum = trace.preActivations[layer - 1][index];
  const short = shortNumber(sum);
  if (Number(short) !== 0 || sum === 0) return short;
  const ofZero = ACTIVATIONS[activation]?.value(0);
  const isAsOfZero = ofZero !== undefined && shownNumber(ofZero) === shownNumber(trace.activations[layer - 1][index]);
  return isAsOfZero ? short : numberText(sum, 1);
}

/** @param {Shape} run @param {ArrayLike<number>} parameters @param {Trace} trace @param {Neuron} neuron @param {OpenNumbers} open */
function productsOf(run, parameters, trace, { layer, index }, open) {
  const view = layerViews(run)[layer - 1];
  const inputs = layer === 1 ? trace.inputs : trace.activations[layer - 2];
  const valueText = (/** @type {number} */ value, /** @type {number} */ i) => {
    if (isOpen(open.answers, { layer: layer - 1, index: i })) return OPEN;
    return layer === 1 ? inputNumber(value) : shortNumber(value);
  };
  const terms = Array.from(inputs, (value, i) => `${valueText(value, i)} × ${shortNumber(parameters[weightAt(view, i, index)])}`);
  if (view.biases !== null) terms.push(`bias ${shortNumber(parameters[view.biases + index])}`);
  return terms.join(" + ");
}
