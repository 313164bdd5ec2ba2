// How large the decision picture is in its box, and where its scale stands: beside it, or under it in a box higher than wide.

import { textWidth } from "../shared/text_width.mjs";

export const FONT_SIZE = 13;
/** Pixels between a number at the edge and the picture. */
const TICK_GAP = 6;
const TOP = 4;
const RIGHT = 8;
const LINE = 17;
/** From the picture to the bar, its breadth, and from the bar to the texts. */
const SCALE = { gap: 8, bar: 12, text: 6 };
/** How high a line of classes is, and what is between two in a line. */
const [ENTRY, ENTRY_GAP] = [20, 12];
/** A curve over one input may be wider than high. */
const WIDEST_CURVE = 1.35;
const MARK_SIDE = 340;
const [LEAST_GROWTH, MOST_GROWTH] = [0.85, 1.8];
/** Up to so many rows, marks of that many pixels in a picture of 340; the shape fills a little more than half of a mark. */
const MARKS = [[40, 30], [150, 24], [400, 17], [Infinity, 14]];

/**
 * @typedef {object} Layout in pixels
 * @property {number} width @property {number} height of the picture
 * @property {number} gutter room for the numbers on its left
 * @property {boolean} isUnder whether the scale lies under the picture, from left to right
 * @property {number} length of the scale @property {number} breadth of it with its texts, beside the picture
 * @property {number} type the factor by which type is larger, for a projector
 */

/**
 * The largest picture that fits: a square, or for a curve over one input as wide as there is room.
 * @param {{width: number, height: number, type: number}} box
 * @param {{yTicks: string[], scaleTexts: string[], legend: string, isFlat: boolean,
 *   ofClasses?: boolean}} content `legend` stands below the scale; of classes the texts are their names, which wrap
 * @returns {Layout}
 */
export function decisionLayout({ width, height, type }, { yTicks, scaleTexts, legend, isFlat, ofClasses = false }) {
  const font = FONT_SIZE * type;
  const widest = (/** @type {string[]} */ texts) => Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, font))));
  const gutter = widest(yTicks) + TICK_GAP;
  const under = TOP + TICK_GAP + LINE * type;
  const scale = SCALE.gap + Math.min(Math.max(SCALE.bar + SCALE.text + widest(scaleTexts), widest([legend]) + TICK_GAP), 0.4 * width);
  const beside = { across: width - gutter - scale, down: height - under };
  const below = { across: width - gutter - RIGHT, down: height - under - scaleHeight(type) };
  const besideLegend = widest([legend]) + 40 * type;
  if (ofClasses) below.down -= (linesOf(scaleTexts.map((text) => widest([text])), below.across - besideLegend) - 1) * ENTRY * type;
  const [sideBeside, sideBelow] = [beside, below].map(({ across, down }) => Math.max(1, Math.min(across, down)));
  const isUnder = sideBelow > sideBeside;
  const side = Math.floor(isUnder ? sideBelow : sideBeside);
  const across = Math.floor((isUnder ? below : beside).across);
  const wide = isFlat ? Math.min(across, Math.floor(WIDEST_CURVE * side)) : side;
  const length = isUnder ? Math.max(1, wide - besideLegend) : side;
  return { width: wide, height: side, gutter, isUnder, length, breadth: scale - SCALE.gap, type };
}

/** In how many lines entries stand that wrap. @param {number[]} widths @param {number} across */
function linesOf(widths, across) {
  let [lines, used] = [1, 0];
  for (const width of widths) {
    if (used > 0 && used + width > across) [lines, used] = [lines + 1, 0];
    used += width + ENTRY_GAP;
  }
  return lines;
}

/** How much room a scale takes under the picture. @param {number} type */
const scaleHeight = (type) => SCALE.gap + SCALE.bar + SCALE.text + LINE * type;

/** How wide the mark of a row is. @param {number} count of rows @param {number} side of the picture */
export function markWidth(count, side) {
  const [, width] = /** @type {number[]} */ (MARKS.find(([most]) => count <= most));
  return Math.max(14, Math.round(width * Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, side / MARK_SIDE))));
}
