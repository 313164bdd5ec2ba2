// The row track: the line from the smallest to the largest target, and where a number stands on it.

import { numberText } from "../shared/wording.mjs";
/** @import { Numbers, Pair } from "../shared/types" */
/** @import { Classes } from "../model/classes.mjs" */

/** What lies beyond an end stands this much outside, as a share of the track. */
export const BEYOND = 0.02;
/** From here on an end is written with a K or an M. */
const LONG = 10_000;
const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
/** Pixels between two numbers of the scale, and how far one may reach over an end of the track. */
const [APART, OVERHANG] = [4, 9];

/**
 * The two ends of the track: both classes, or the smallest and the largest target of a column.
 * @param {Classes | null} classes
 * @param {number[][]} targets of all rows
 * @param {number} column
 * @returns {Pair} never the same number twice
 */
export function trackEnds(classes, targets, column) {
  if (classes) return classes.values;
  let [low, high] = [Infinity, -Infinity];
  for (const row of targets) {
    low = Math.min(low, row[column]);
    high = Math.max(high, row[column]);
  }
  if (low < high) return [low, high];
  const middle = Number.isFinite(low) ? low : 0;
  const room = Math.abs(middle) || 1;
  return [middle - room, middle + room];
}

/**
 * Where a number stands: 0 at the lower end, 1 at the upper one, a little outside for all that lies beyond.
 * @param {Pair} ends
 * @param {number} value what is not a number stands nowhere: NaN
 */
export function shareOn([low, high], value) {
  // Halved, for two ends may lie farther apart than the largest number there is.
  const share = (value / 2 - low / 2) / (high / 2 - low / 2);
  return Math.min(1 + BEYOND, Math.max(-BEYOND, share));
}

/** @param {number} share */
export const isBeyond = (share) => share <= -BEYOND || share >= 1 + BEYOND;

/**
 * The bar between what should be and what is.
 * @param {number} target as a share
 * @param {number} output as a share
 * @returns {{from: number, size: number}} both as shares, from the left
 */
export function errorBar(target, output) {
  return { from: Math.min(target, output), size: Math.abs(output - target) };
}

/**
 * The numbers over the track. One that would touch another is left out: an end before the threshold, both ends together.
 * @param {Pair} ends
 * @param {number | null} threshold
 * @param {number} width of the track, in pixels
 * @param {number} digit width of a digit, in pixels
 * @returns {{text: string, middle: number, width: number}[]} from left to right, in pixels from the track's beginning
 */
export function scaleNumbers(ends, threshold, width, digit) {
  const [low, high] = ends.map((end, side) => placed(endText(end), side, width, digit));
  const showsEnds = areApart(low, high);
  if (threshold === null) return showsEnds ? [low, high] : [];
  const middle = placed(endText(threshold), Math.min(1, Math.max(0, shareOn(ends, threshold))), width, digit);
  const free = [low, high].filter((end) => areApart(end, middle));
  return [middle, ...(showsEnds ? free : [])].sort((one, other) => one.middle - other.middle);
}

/** @typedef {{middle: number, width: number}} Extent */
/** @param {Extent} one @param {Extent} other */
const areApart = (one, other) => Math.abs(one.middle - other.middle) >= (one.width + other.width) / 2 + APART;

/** @param {string} text @param {number} share @param {number} track @param {number} digit */
function placed(text, share, track, digit) {
  const width = text.length * digit;
  const least = width / 2 - OVERHANG;
  return { text, width, middle: Math.max(least, Math.min(track - least, share * track)) };
}

/** @param {number} value */
function endText(value) {
  return Math.abs(value) < LONG ? numberText(value) : SHORT.format(value).replace("-", "−");
}
