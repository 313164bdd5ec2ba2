// The network's answers over two of its inputs, or one, with the others held still.

import { ownInputCount } from "../model/derived_columns.mjs";
import { layerViews, weightAt } from "../model/flat_order.mjs";
import { activate, inTableUnits, layerBuffers, weighInputs } from "../model/forward_pass.mjs";
import { derivedFields } from "./derived_fields.mjs";

/** @import { Description, Neuron, Numbers, Pair, Pictured } from "../shared/types" */

/**
 * @typedef {object} Plane what the decision picture spans, in the table's own units
 * @property {number} x index of the input to the right
 * @property {number | null} y index of the input upwards; null where there is only one input
 * @property {Pair} xRange @property {Pair} yRange
 * @property {Float64Array} held a value for each input of the table; those of x and y are not used
 *
 * @typedef {{values: Float32Array, size: number}} Picture one neuron's activation, cell by cell, size × size of them
 */

const MARGIN = 0.25;

/**
 * The range of an input over all rows, with room around it; a column of one value only gets 1 to either side.
 * @param {Pick<Pictured, "train" | "test" | "situation">} run @param {number} input
 * @returns {Pair}
 */
export function inputRange(run, input) {
  const rows = [...run.train.inputs, ...(run.test?.inputs ?? []), ...(run.situation ? [run.situation.inputs] : [])];
  const column = rows.map((row) => row[input]).filter(Number.isFinite);
  if (!column.length) return [-1, 1];
  const lowest = column.reduce((one, other) => Math.min(one, other));
  const highest = column.reduce((one, other) => Math.max(one, other));
  const room = MARGIN * (highest - lowest) || 1;
  return [lowest - room, highest + room];
}

/**
 * The plane through a row of the training table.
 * @param {Pick<Pictured, "train" | "test" | "situation" | "layer_sizes" | "derived">} run
 * @param {number} selectionRow index of the row whose values are held
 * @param {{x: number, y: number | null}} [axes] two different inputs; the first two if left out
 * @returns {Plane}
 */
export function planeOf(run, selectionRow, axes = { x: 0, y: ownInputCount(run) > 1 ? 1 : null }) {
  const row = run.train.inputs[selectionRow] ?? run.train.inputs[0];
  return {
    x: axes.x,
    y: axes.y,
    xRange: inputRange(run, axes.x),
    yRange: axes.y === null ? [0, 0] : inputRange(run, axes.y),
    held: Float64Array.from(row.slice(0, ownInputCount(run))),
  };
}

/**
 * The middles of `size` cells of a range, from the low end to the high end.
 * @param {Pair} range @param {number} size
 */
function middles([low, high], size) {
  return Float64Array.from({ length: size }, (_, k) => low + ((k + 0.5) * (high - low)) / size);
}

/** Numbers of one input as the network sees them. @param {Description} run @param {number} input @param {Float64Array} values */
function scaledOf({ input_scaling: { offset, scale } }, input, values) {
  return values.map((value) => (value - offset[input]) / scale[input]);
}

/**
 * Let every point of the plane flow through the network.
 *
 * In the first layer only two summands change from point to point, and those of derived inputs, so it costs the same for two
 * inputs as for fifty.
 * @param {Description} run @param {Numbers} parameters @param {Plane} plane
 * @param {Float64Array} columns in the table's units @param {Float64Array} rows likewise; one, of any number, where y is null
 * @param {number} [kept] the layer whose pre-activations are wanted, too
 * @returns {{layers: Float64Array[], preActivations: Float64Array}} the activations of each layer, unit by unit, which hold
 *   until the next call; and what the neurons of that layer have added up
 */
function flow(run, parameters, plane, columns, rows, kept = -1) {
  let preActivations = new Float64Array();
  const count = columns.length * rows.length;
  const buffers = layerBuffers(run, count);
  layerViews(run).forEach((view, layer) => {
    if (layer === 0) {
      weighPlane(run, view, parameters, plane, columns, rows, buffers[0]);
      weighDerived(view, parameters, derivedFields(run, plane, columns, rows), buffers[0]);
    } else weighInputs(view, parameters, buffers[layer - 1], buffers[layer], count);
    if (layer === kept) preActivations = buffers[layer].slice();
    activate(run.activations[layer], buffers[layer], view.fanOut, count);
  });
  return { layers: buffers, preActivations };
}

/**
 * @param {Description} run @param {import("../model/flat_order.mjs").LayerView} view @param {Numbers} parameters
 * @param {Plane} plane @param {Float64Array} columns @param {Float64Array} rows @param {Float64Array} out
 */
function weighPlane(run, view, parameters, plane, columns, rows, out) {
  const { offset, scale } = run.input_scaling;
  const own = ownInputCount(run);
  const across = scaledOf(run, plane.x, columns);
  const upwards = plane.y === null ? [0] : scaledOf(run, plane.y, rows);
  let at = 0;
  for (let j = 0; j < view.fanOut; j++) {
    const weightOf = (/** @type {number} */ input) => parameters[weightAt(view, input, j)];
    let still = view.biases === null ? 0 : parameters[view.biases + j];
    for (let i = 0; i < own; i++) {
      if (i !== plane.x && i !== plane.y) still += (weightOf(i) * (plane.held[i] - offset[i])) / scale[i];
    }
    const alongX = weightOf(plane.x);
    const alongY = plane.y === null ? 0 : weightOf(plane.y);
    // From the highest y down, because pictures are written from the top.
    for (let row = upwards.length - 1; row >= 0; row--) {
      const start = still + alongY * upwards[row];
      for (let column = 0; column < across.length; column++) out[at++] = start + alongX * across[column];
    }
  }
}

/**
 * Adds what the derived inputs contribute.
 * @param {import("../model/flat_order.mjs").LayerView} view @param {Numbers} parameters
 * @param {Float64Array[]} fields the last inputs, cell by cell @param {Float64Array} out
 */
function weighDerived(view, parameters, fields, out) {
  const first = view.fanIn - fields.length;
  fields.forEach((field, k) => {
    for (let j = 0; j < view.fanOut; j++) {
      const weight = parameters[weightAt(view, first + k, j)];
      const start = j * field.length;
      for (let cell = 0; cell < field.length; cell++) out[start + cell] += weight * field[cell];
    }
  });
}

/** @param {Description} run @param {Numbers} parameters @param {Plane} plane of two inputs @param {number} size @param {number} [kept] */
function flowOverGrid(run, parameters, plane, size, kept) {
  return flow(run, parameters, plane, middles(plane.xRange, size), middles(plane.yRange, size), kept);
}

/** @param {Float64Array[]} layers @returns {Float64Array} the last of them */
const outputsAmong = (layers) => layers[layers.length - 1];

/** @param {Float64Array[]} layers @param {number} size @returns {Picture[][]} */
function picturesOf(layers, size) {
  const cells = size * size;
  return layers.map((values) =>
    Array.from({ length: values.length / cells }, (_, unit) => ({
      values: Float32Array.from(values.subarray(unit * cells, (unit + 1) * cells)),
      size,
    })),
  );
}

/**
 * The outputs at the middles of size × size cells of a plane of two inputs.
 * @param {Description} run @param {Numbers} parameters the flat vector @param {Plane} plane @param {number} size
 * @returns {{outputs: Float64Array, preActivations: Float64Array}} cell by cell, the first row at the highest y: the outputs in
 *   the table's units, and what they are the activations of
 */
export function gridOutputs(run, parameters, plane, size) {
  const { layers, preActivations } = flowOverGrid(run, parameters, plane, size, run.activations.length - 1);
  const cells = size * size;
  const units = preActivations.length / cells;
  return {
    outputs: inTableUnits(outputsAmong(layers), cells, run.target_scaling),
    // Of one output they lie cell by cell already: every frame of a run that plays passes here.
    preActivations:
      units === 1
        ? preActivations
        : Float64Array.from(preActivations, (_, at) => preActivations[(at % units) * cells + Math.floor(at / units)]),
  };
}

/**
 * The activation of every neuron over the plane; null where the plane has one input only.
 * @param {Description} run @param {Numbers} parameters @param {Plane} plane @param {number} size
 * @returns {Picture[][] | null} one picture a neuron, one list a layer of neurons
 */
export function neuronPictures(run, parameters, plane, size) {
  return plane.y === null ? null : picturesOf(flowOverGrid(run, parameters, plane, size).layers, size);
}

/** @param {Plane} plane @param {number} count points, from end to end of the range */
function pointsAlong({ xRange: [low, high] }, count) {
  return Float64Array.from({ length: count }, (_, k) => low + (k * (high - low)) / (count - 1));
}

/**
 * The network along the x input of a plane.
 * @param {Description} run @param {Numbers} parameters @param {Plane} plane @param {Float64Array} inputs @param {number} [kept]
 */
const flowAlong = (run, parameters, plane, inputs, kept) => flow(run, parameters, { ...plane, y: null }, inputs, Float64Array.of(0), kept);

/**
 * The outputs along the x input of a plane, the others held.
 * @param {Description} run @param {Numbers} parameters the flat vector @param {Plane} plane
 * @param {number} count points, from end to end of the range
 * @returns {{inputs: Float64Array, outputs: Float64Array}} in the table's units; outputs point by point
 */
export function curve(run, parameters, plane, count) {
  const inputs = pointsAlong(plane, count);
  const { layers } = flowAlong(run, parameters, plane, inputs);
  return { inputs, outputs: inTableUnits(outputsAmong(layers), count, run.target_scaling) };
}

/**
 * One neuron's activation over a plane of two inputs, cell by cell as `gridOutputs`, or along its only one, as `curve`.
 * @param {Description} run @param {Numbers} parameters the flat vector @param {Plane} plane
 * @param {number} size cells a side, or points @param {Neuron} neuron no input
 * @returns {{values: Float64Array, preActivations: Float64Array}} and what they are the activations of
 */
export function neuronValues(run, parameters, plane, size, { layer, index }) {
  const isFlat = plane.y === null;
  const { layers, preActivations } = isFlat
    ? flowAlong(run, parameters, plane, pointsAlong(plane, size), layer - 1)
    : flowOverGrid(run, parameters, plane, size, layer - 1);
  const cells = isFlat ? size : size * size;
  const ofNeuron = (/** @type {Float64Array} */ numbers) => numbers.slice(index * cells, (index + 1) * cells);
  return { values: ofNeuron(layers[layer - 1]), preActivations: ofNeuron(preActivations) };
}
