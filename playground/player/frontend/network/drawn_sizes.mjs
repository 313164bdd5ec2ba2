/**
 * How large everything in the drawing of a network is.
 *
 * `unit` is 1 on a page that is read from nearby; `ease` goes from 0, where things just fit, to 1, where they have room.
 */

/** Up to this box everything has the size of type it has on the page; in a larger one it grows. */
const ROOMY = { width: 500, height: 440 };
const LARGEST_UNIT = 1.6;
/** So that no number is smaller than 16 pixels where type is to be read from afar. */
const LEAST_BEFORE_A_CLASS = 1.07;
/** Steps in which a drawing is tried smaller until it fits. */
const STEP = 0.1;

export const EASES = Object.freeze(Array.from({ length: 21 }, (_, i) => 1 - i / 20));

/** @typedef {ReturnType<typeof sizesAt>} Sizes */

/** @param {number} unit @param {number} ease */
export function sizesAt(unit, ease) {
  const between = (/** @type {number} */ tight, /** @type {number} */ roomy) => unit * (tight + ease * (roomy - tight));
  const number = between(15, 17);
  return {
    unit,
    /** of the type of a number, and of a name */
    number,
    name: between(13, 14),
    /** the box of a number, "−9.87" or "−12.3", and how much wider the word "bias" makes it */
    box: { width: between(45, 58), height: 24 * unit },
    bias: between(29, 36),
    /** from one number to the next below it, at least */
    pitch: (1.32 + 0.13 * ease) * number,
    /** from a number to its neuron, and from the layer before to a number, at least */
    stub: between(12, 34),
    curve: between(34, 110),
    radius: between(16, 26),
    outputRadius: between(21, 40),
    singleRadius: between(28, 54),
    longestName: between(58, 130),
  };
}

/**
 * The units to try, the wanted one first.
 * @param {{width: number, height: number, type: number}} box `type`: how much larger than usual all type is
 */
export function unitsFor({ width, height, type }) {
  const grown = Math.min(LARGEST_UNIT, width / ROOMY.width, height / ROOMY.height);
  const least = Math.min(LEAST_BEFORE_A_CLASS, Math.max(1, type));
  const units = [];
  for (let unit = Math.max(least, type, grown); unit > least; unit -= STEP) units.push(unit);
  return [...units, least];
}

/** The least type of a number in a circle, given how much larger than usual all type is. @param {number} type */
export function leastValueSize(type) {
  return type > 1 ? 16 : 13;
}

/** The type of a number in a circle: of this part of the radius, at most this many times that on the edges. */
const VALUE = { ofRadius: 0.62, most: 1.15 };

/**
 * The type of a number in a circle.
 * @param {number} radius @param {{numberSize: number, leastValueSize: number}} layout
 */
export function valueSize(radius, layout) {
  return Math.max(layout.leastValueSize, Math.min(VALUE.ofRadius * radius, VALUE.most * layout.numberSize));
}
