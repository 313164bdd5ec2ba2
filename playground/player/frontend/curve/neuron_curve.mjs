/** The curve of one neuron's activation function: what part of it is shown, its tangent, and where it is saturated. */

import { ACTIVATIONS } from "../model/forward_pass.mjs";

/** Half the width of what is shown. It changes in steps, so that the axis does not tremble while weights move. */
const HALF_RANGES = [6, 8, 10, 12, 16, 20, 30, 40, 60, 80, 100];
const POINTS = 121;
/** A derivative nearer to 0 than this hardly lets an error pass: the neuron is saturated there. */
const SATURATED_DERIVATIVE = 0.05;
const TANGENT_SHARE = 0.3;
const TANGENT_HEIGHT = 0.36;
/** A tangent may reach a little over the bounds of the function: that it leaves the curve is its point. */
const TANGENT_SLACK = 0.06;

/**
 * Half of the symmetric range of pre-activations that is shown: at least 6, and wide enough for every row.
 * @param {Iterable<number>} preActivations
 */
export function halfRange(preActivations) {
  let largest = 0;
  for (const z of preActivations) if (Number.isFinite(z)) largest = Math.max(largest, Math.abs(z));
  const needed = 1.04 * largest;
  const step = HALF_RANGES.find((half) => half >= needed);
  if (step !== undefined) return step;
  const power = 10 ** Math.floor(Math.log10(needed));
  return Math.ceil(needed / power) * power;
}

/**
 * The curve as points from −half to half.
 * @param {string} activation @param {number} half
 * @returns {{z: number, a: number}[]}
 */
export function curvePoints(activation, half) {
  const { value } = ACTIVATIONS[activation];
  // An odd number of points, so that 0, where some functions have a kink, is one of them. A sine needs more of them.
  const count = activation === "sin" ? 20 * Math.ceil(half) + 1 : POINTS;
  return Array.from({ length: count }, (_, i) => {
    const z = (half * (2 * i - (count - 1))) / (count - 1);
    return { z, a: value(z) };
  });
}

/**
 * The lowest and highest activation that is shown: the bounds of the function where it has some.
 * @param {string} activation @param {number} half
 * @returns {{low: number, high: number}}
 */
export function activationRange(activation, half) {
  const { value, lowest, highest } = ACTIVATIONS[activation];
  const low = Number.isFinite(lowest) ? lowest : value(-half);
  const high = Number.isFinite(highest) ? highest : value(half);
  return { low, high };
}

/**
 * The tangent at a pre-activation, as long as fits into what is shown.
 * @param {string} activation @param {number} z @param {number} half
 * @returns {{z: number, a: number, derivative: number, from: {z: number, a: number}, to: {z: number, a: number}}}
 */
export function tangentAt(activation, z, half) {
  const known = ACTIVATIONS[activation];
  const a = known.value(z);
  const derivative = known.derivative(z, a);
  const { low, high } = activationRange(activation, half);
  const slack = TANGENT_SLACK * (high - low);
  // A steep tangent ends at a third of the height, so that all tangents look about as long.
  const reach = Math.min(TANGENT_SHARE * half, (TANGENT_HEIGHT * (high - low)) / Math.abs(derivative));
  const end = (/** @type {-1 | 1} */ side) => {
    const room = derivative * side > 0 ? high + slack - a : a - low + slack;
    const width = Math.min(reach, half - side * z, derivative === 0 ? Infinity : Math.max(0, room) / Math.abs(derivative));
    return { z: z + side * width, a: a + side * derivative * width };
  };
  return { z, a, derivative, from: end(-1), to: end(1) };
}

/** @param {number} derivative */
export function isSaturated(derivative) {
  return Math.abs(derivative) < SATURATED_DERIVATIVE;
}

/**
 * The ranges of pre-activations where the curve is nearly flat.
 * @param {string} activation @param {number} half
 * @returns {{from: number, to: number}[]}
 */
export function saturatedSpans(activation, half) {
  const { derivative } = ACTIVATIONS[activation];
  const points = curvePoints(activation, half);
  const flat = (/** @type {{z: number, a: number}} */ { z, a }) => isSaturated(derivative(z, a));
  /** @type {{from: number, to: number}[]} */
  const spans = [];
  for (let i = 1; i < points.length; i++) {
    // The point at a kink belongs to neither side: the middle of a piece decides.
    const middle = (points[i - 1].z + points[i].z) / 2;
    if (!flat({ z: middle, a: ACTIVATIONS[activation].value(middle) })) continue;
    const last = spans.at(-1);
    if (last?.to === points[i - 1].z) last.to = points[i].z;
    else spans.push({ from: points[i - 1].z, to: points[i].z });
  }
  return spans;
}

/**
 * What is said about the derivative for the chosen row.
 * @param {string} activation @param {number} derivative
 * @returns {string} empty unless the neuron is nearly flat there
 */
export function derivativeRemark(activation, derivative) {
  if (!isSaturated(derivative)) return "";
  if (activation === "relu") return "switched off: its derivative is 0";
  if (activation === "leaky_relu") return "in its leak: its derivative is only 0.01";
  if (activation === "sin") return "at a turn: its derivative is nearly 0";
  return derivative === 0 ? "saturated: its derivative is 0" : "saturated: its derivative is nearly 0";
}

/**
 * Maps pre-activations and activations to places in a box.
 * @param {{left: number, right: number, top: number, bottom: number}} frame @param {number} half
 * @param {{low: number, high: number}} range
 */
export function curveScale(frame, half, { low, high }) {
  const room = high > low ? high - low : 1;
  return {
    x: (/** @type {number} */ z) => frame.left + ((z + half) / (2 * half)) * (frame.right - frame.left),
    y: (/** @type {number} */ a) => frame.bottom - ((a - low) / room) * (frame.bottom - frame.top),
  };
}

/**
 * A path through the points, as SVG writes it.
 * @param {{z: number, a: number}[]} points @param {ReturnType<typeof curveScale>} scale
 */
export function pathThrough(points, scale) {
  return points.map(({ z, a }, i) => `${i ? "L" : "M"}${scale.x(z).toFixed(1)} ${scale.y(a).toFixed(1)}`).join("");
}
