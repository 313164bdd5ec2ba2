// Where the texts beside a colour scale stand, so that none covers another.

/**
 * @typedef {object} Label
 * @property {string} name
 * @property {number} at where its middle is wanted, in pixels from the low end
 * @property {number} size how long it is along the scale, in pixels
 */

const APART = 3;

/**
 * The labels that have room, with the places of their middles: earlier ones go first, and none reaches beyond the ends.
 * @param {Label[]} labels the most important one first @param {number} length of the scale
 * @returns {Map<string, number>} by name; what has no room is missing
 */
export function labelPlaces(labels, length) {
  /** @type {Map<string, number>} */
  const places = new Map();
  /** @type {[number, number][]} */
  const taken = [];
  for (const { name, at, size } of labels) {
    const middle = Math.max(size / 2, Math.min(length - size / 2, at));
    const [low, high] = [middle - size / 2 - APART, middle + size / 2 + APART];
    if (taken.some(([from, to]) => low < to && from < high)) continue;
    taken.push([middle - size / 2, middle + size / 2]);
    places.set(name, middle);
  }
  return places;
}

/**
 * The labels of a scale from one class to the other: the threshold, both ends, and each class amid its own part.
 * @param {number} length @param {number} share of the threshold, from 0 at the low end
 * @param {{threshold: number, end: number, className: number}} sizes
 * @returns {Label[]}
 */
export function classLabels(length, share, { threshold, end, className }) {
  const at = share * length;
  const stands = Math.max(threshold / 2, Math.min(length - threshold / 2, at));
  return [
    { name: "threshold", at, size: threshold },
    { name: "low", at: 0, size: end },
    { name: "high", at: length, size: end },
    { name: "class 1", at: (stands + threshold / 2 + length - end) / 2, size: className },
    { name: "class 0", at: (stands - threshold / 2 + end) / 2, size: className },
  ];
}

/**
 * The labels of a scale of numbers: both ends, and what has no colour between them.
 * @param {number} length @param {number} share of the middle, from 0 at the low end @param {number} size of each
 * @returns {Label[]}
 */
export function numberLabels(length, share, size) {
  return [
    { name: "low", at: 0, size },
    { name: "high", at: length, size },
    { name: "middle", at: share * length, size },
  ];
}
