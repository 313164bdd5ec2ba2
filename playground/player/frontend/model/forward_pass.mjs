// What the network computes, again in the browser: the same definitions as nncore's, held equal by one table of cases.
import { layerViews, weightAt } from "./flat_order.mjs";
/**
 * @import { Description, Numbers, Scaling, Shape } from "../shared/types"
 * @import { LayerView } from "./flat_order.mjs"
 */

/**
 * @typedef {object} Activation
 * @property {(z: number) => number} value the activation at a pre-activation
 * @property {(z: number, a: number) => number} derivative its derivative there, told from both
 * @property {number} lowest @property {number} highest the open range of its values
 * @property {(a: number) => number} [inverse] the pre-activation of an activation, where it is nearly flat far from the middle
 */

const LEAKY_RELU_SLOPE = 0.01;
const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

/** @type {Record<string, Activation>} every activation but softmax, which needs its whole layer */
export const ACTIVATIONS = {
  sigmoid: { value: sigmoid, derivative: (z, a) => (1 - a) * a, lowest: 0, highest: 1, inverse: (a) => Math.log(a / (1 - a)) },
  tanh: { value: Math.tanh, derivative: (z, a) => 1 - a * a, lowest: -1, highest: 1, inverse: Math.atanh },
  relu: { value: (z) => Math.max(z, 0), derivative: (z, a) => Math.sign(a), lowest: 0, highest: Infinity },
  leaky_relu: {
    value: (z) => Math.max(z, LEAKY_RELU_SLOPE * z),
    derivative: (z) => Math.max(Math.sign(z), -LEAKY_RELU_SLOPE * Math.sign(z)),
    lowest: -Infinity,
    highest: Infinity,
  },
  elu: {
    value: (z) => (z > 0 ? z : Math.expm1(z)),
    derivative: (z) => Math.exp(Math.min(z, 0)),
    lowest: -1,
    highest: Infinity,
  },
  // log(1 + eᶻ) with the larger of 0 and z taken out, so that e cannot overflow.
  softplus: {
    value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
    derivative: sigmoid,
    lowest: 0,
    highest: Infinity,
  },
  linear: { value: (z) => z, derivative: () => 1, lowest: -Infinity, highest: Infinity },
  sin: { value: Math.sin, derivative: (z) => Math.cos(z), lowest: -1, highest: 1 },
};

/**
 * Replace the pre-activations of `count` samples by their softmax, in place.
 *
 * The largest is subtracted first: this changes nothing in the result and keeps e from overflowing.
 * @param {Float64Array} values unit by unit: unit k of sample s lies at k · count + s
 * @param {number} units @param {number} count
 */
export function softmax(values, units, count) {
  for (let sample = 0; sample < count; sample++) {
    let largest = -Infinity;
    for (let k = sample; k < units * count; k += count) largest = Math.max(largest, values[k]);
    let sum = 0;
    for (let k = sample; k < units * count; k += count) sum += values[k] = Math.exp(values[k] - largest);
    for (let k = sample; k < units * count; k += count) values[k] /= sum;
  }
}

/**
 * Replace pre-activations by activations, in place.
 * @param {string} name @param {Float64Array} values unit by unit @param {number} units @param {number} count
 */
export function activate(name, values, units, count) {
  const length = units * count;
  if (name === "softmax") softmax(values, units, count);
  else if (name === "sigmoid") {
    // The commonest by far; written out, it is not slowed down by a call for each number.
    for (let k = 0; k < length; k++) values[k] = 1 / (1 + Math.exp(-values[k]));
  } else if (name !== "linear") {
    const { value } = ACTIVATIONS[name];
    for (let k = 0; k < length; k++) values[k] = value(values[k]);
  }
}

/**
 * Write the pre-activations of one layer for `count` samples at once.
 * @param {LayerView} view @param {Numbers} parameters
 * @param {Numbers} inputs unit by unit @param {Float64Array} out unit by unit
 * @param {number} count
 */
export function weighInputs(view, parameters, inputs, out, count) {
  const { biases, fanIn, fanOut } = view;
  for (let j = 0; j < fanOut; j++) {
    const first = j * count;
    out.fill(biases === null ? 0 : parameters[biases + j], first, first + count);
    for (let i = 0; i < fanIn; i++) {
      const weight = parameters[weightAt(view, i, j)];
      const from = i * count;
      for (let sample = 0; sample < count; sample++) out[first + sample] += weight * inputs[from + sample];
    }
  }
}

/**
 * Let one row flow through the network and keep what every neuron computed.
 * @param {Shape} run @param {Numbers} parameters the flat vector
 * @param {Numbers} scaled the inputs as the network sees them
 * @returns {{inputs: Float64Array, preActivations: Float64Array[], activations: Float64Array[]}}
 */
export function forward(run, parameters, scaled) {
  const inputs = Float64Array.from(scaled);
  const preActivations = [];
  const activations = [];
  let previous = inputs;
  for (const [layer, view] of layerViews(run).entries()) {
    const z = new Float64Array(view.fanOut);
    weighInputs(view, parameters, previous, z, 1);
    previous = z.slice();
    activate(run.activations[layer], previous, view.fanOut, 1);
    preActivations.push(z);
    activations.push(previous);
  }
  return { inputs, preActivations, activations };
}

/** @type {WeakMap<number[][], Float64Array>} */
const unitsOfRows = new WeakMap();
/** @type {WeakMap<Shape, Map<number, Float64Array[]>>} */
const buffersOfRuns = new WeakMap();

/**
 * The rows turned to unit by unit, once for each table: a table of a run never changes.
 * @param {number[][]} rows
 */
function unitByUnit(rows) {
  const known = unitsOfRows.get(rows);
  if (known) return known;
  const columns = rows.length ? rows[0].length : 0;
  const values = new Float64Array(columns * rows.length);
  for (let i = 0; i < columns; i++) for (let s = 0; s < rows.length; s++) values[i * rows.length + s] = rows[s][i];
  unitsOfRows.set(rows, values);
  return values;
}

/**
 * Room for the activations of `count` samples, one array a layer, unit by unit.
 *
 * It is used again for every epoch, so that sixty frames a second leave nothing to clear away: what is found in it holds
 * until the next call for the same run and count.
 * @param {Shape} run @param {number} count
 * @returns {Float64Array[]}
 */
export function layerBuffers(run, count) {
  const ofCounts = buffersOfRuns.get(run) ?? new Map();
  buffersOfRuns.set(run, ofCounts);
  if (!ofCounts.has(count)) ofCounts.set(count, layerViews(run).map((view) => new Float64Array(view.fanOut * count)));
  return ofCounts.get(count);
}

/**
 * What the network answers to every row, in the table's own units: output · scale + offset.
 * @param {Shape} run @param {Numbers} parameters the flat vector
 * @param {number[][]} scaledRows as the network sees them; the array must not change afterwards
 * @param {Scaling} scaling of the targets
 * @returns {Float64Array} rows × outputs, row by row
 */
export function outputsOf(run, parameters, scaledRows, scaling) {
  const count = scaledRows.length;
  const buffers = layerBuffers(run, count);
  let previous = unitByUnit(scaledRows);
  layerViews(run).forEach((view, layer) => {
    weighInputs(view, parameters, previous, buffers[layer], count);
    activate(run.activations[layer], buffers[layer], view.fanOut, count);
    previous = buffers[layer];
  });
  return inTableUnits(previous, count, scaling);
}

/**
 * A row as the network sees it.
 * @param {Pick<Description, "input_scaling">} run @param {number[]} inputs raw, derived ones included
 * @returns {number[]}
 */
export function scaledRow({ input_scaling: { offset, scale } }, inputs) {
  return inputs.map((value, input) => (value - offset[input]) / scale[input]);
}

/**
 * The outputs of `count` samples in the table's units.
 * @param {Float64Array} outputs unit by unit @param {number} count @param {Scaling} scaling
 * @returns {Float64Array} sample by sample
 */
export function inTableUnits(outputs, count, scaling) {
  const units = count ? outputs.length / count : 0;
  const values = new Float64Array(outputs.length);
  for (let k = 0; k < units; k++) {
    const scale = scaling.scale[k];
    const offset = scaling.offset[k];
    for (let s = 0; s < count; s++) values[s * units + k] = outputs[k * count + s] * scale + offset;
  }
  return values;
}
