/** How a weight and an activation are shown: the width of an edge, the colour of a neuron. */

const NARROWEST = 1;
const WIDEST = 9;
/** Weights are measured against the largest one, and against this while all are small: young weights are thin. */
const LEAST_LARGEST = 5;
/** A little below 1, so that small weights can still be told apart beside a large one. */
const WIDTH_EXPONENT = 0.75;
const FAINTEST = 0.15;
const CLEAREST = 0.95;
const OPACITIES = 8;

/**
 * The largest absolute weight, at least 5. It follows from the parameters alone, so an epoch looks the same however
 * one came to it.
 * @param {ArrayLike<number>} parameters
 */
export function largestWeight(parameters) {
  let largest = LEAST_LARGEST;
  for (let i = 0; i < parameters.length; i++) {
    const size = Math.abs(parameters[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}

/**
 * The width of an edge in pixels, to a tenth, from 1 at weight 0 to `widest` at the largest weight.
 * @param {number} weight @param {number} largest @param {number} widest less than 9 where edges are crowded
 */
export function edgeWidth(weight, largest, widest = WIDEST) {
  const share = Math.min(1, Math.abs(weight) / largest);
  if (!(share >= 0)) return NARROWEST;
  return Math.round((NARROWEST + (widest - NARROWEST) * share ** WIDTH_EXPONENT) * 10) / 10;
}

/** Below it a weight is written "0.00" on its edge. */
const SHOWN_AS_ZERO = 0.005;

/**
 * What the colour of an edge says: the sign that its number has, and none where that is written as 0.
 * @param {number} weight @returns {"positive" | "negative" | "zero"}
 */
export function shownSign(weight) {
  if (Math.abs(weight) < SHOWN_AS_ZERO) return "zero";
  return weight < 0 ? "negative" : "positive";
}

/**
 * An edge among very many, in steps that are seldom another one from frame to frame: a small weight is a hint of a line.
 * @param {number} weight @param {number} largest @param {number} widest
 * @returns {{width: number, opacity: number}} `opacity` from 0.15 to 0.95
 */
export function denseMarks(weight, largest, widest) {
  const share = Math.min(1, Math.abs(weight) / largest) ** WIDTH_EXPONENT || 0;
  return {
    width: Math.round(2 * edgeWidth(weight, largest, widest)) / 2,
    opacity: Math.round(100 * (FAINTEST + (CLEAREST - FAINTEST) * (Math.round(share * OPACITIES) / OPACITIES))) / 100,
  };
}

/**
 * What an activation is coloured by: −1 is fully orange, 0 the surface, 1 fully blue.
 *
 * The middle is 0.5 for a sigmoid and softmax and 0 for all others; those without bounds are measured against the
 * largest absolute value shown beside it.
 * @param {number} activation @param {string} activationName @param {number} largest
 */
export function nodeFill(activation, activationName, largest = 1) {
  const { middle, reach } = fillScale(activationName, largest);
  const share = (activation - middle) / reach;
  return share > 1 ? 1 : share < -1 ? -1 : share || 0;
}

/** @param {string} activationName @param {number} largest */
export function fillScale(activationName, largest) {
  if (activationName === "sigmoid" || activationName === "softmax") return { middle: 0.5, reach: 0.5 };
  if (activationName === "tanh" || activationName === "sin") return { middle: 0, reach: 1 };
  return { middle: 0, reach: largest > 0 ? largest : 1 };
}
