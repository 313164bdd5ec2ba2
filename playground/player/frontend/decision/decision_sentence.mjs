// What is said in the picture where no line can be drawn: all of it lies on one side, or nothing differs.
// It is said of what the picture shows, which is a slice where there are more than two inputs.

import { className } from "../model/classes.mjs";
import { numberText } from "../shared/wording.mjs";
/**
 * @import { Pair } from "../shared/types"
 * @import { Classes } from "../model/classes.mjs"
 * @import { sidesOf } from "../shared/contour.mjs"
 */

const DIGITS = 4;

/**
 * @param {ReturnType<typeof sidesOf>} sides of the outputs in the picture @param {number} threshold
 * @param {boolean} isAtEnd whether nothing more comes: there is no "yet" then
 * @returns {string} empty where there is a line, or outputs are not numbers
 */
export function sentenceOfTwo({ above, below, on, isFinite }, threshold, isAtEnd) {
  if ((above && below) || !isFinite) return "";
  const level = numberText(threshold, DIGITS);
  if (!above && !below) return `every output is ${level}: undecided everywhere`;
  const line = isAtEnd ? "no line" : "no line yet";
  if (on) return `no output here ${above ? "below" : "above"} ${level}: ${line}`;
  return `every output here ${above ? "above" : "below"} ${level}: ${line}`;
}

/**
 * @param {{classes: Classes | null, target_names: string[]}} run
 * @param {ReturnType<typeof sidesOf>[]} leads of each class over the others, as far as they are shown @param {number[]} shown
 * @param {boolean} isAtEnd
 * @returns {string} empty where there is a line, or outputs are not numbers
 */
export function sentenceOfSeveral(run, leads, shown, isAtEnd) {
  if (leads.some(({ above, below, isFinite }) => (above && below) || !isFinite)) return "";
  const line = isAtEnd ? "no line" : "no line yet";
  const leader = leads.findIndex(({ above }) => above);
  if (leader >= 0) return `${className(run, shown[leader])} is the largest everywhere: ${line}`;
  if (shown.length === 1) return `${className(run, shown[0])} is nowhere the largest: ${line}`;
  return "no output is the largest";
}

/** Shares of the height at which a sentence may stand, the best one first. */
const HEIGHTS = [0.5, 0.36, 0.64, 0.24, 0.76, 0.12, 0.88, 0.06, 0.94, 0.43, 0.57, 0.3, 0.7, 0.18, 0.82];

/**
 * Where a sentence covers the fewest marks: in the middle, or else at the left or the right edge.
 * @param {Pair[]} places of the marks, from 0 to 1 from the left and from the top
 * @param {Pair} reach how far from its middle it meets a mark, across and down, as shares of the picture
 * @returns {{place: Pair, covered: number}} the place of its middle, and how many marks it covers there
 */
export function sentencePlace(places, [across, down]) {
  const candidates = [0.5, Math.min(0.5, across), Math.max(0.5, 1 - across)].flatMap((x) => HEIGHTS.map((y) => /** @type {Pair} */ ([x, y])));
  const covered = candidates.map(([left, top]) => {
    return places.filter(([x, y]) => Math.abs(x - left) < across && Math.abs(y - top) < down).length;
  });
  const fewest = Math.min(...covered);
  return { place: candidates[covered.indexOf(fewest)], covered: fewest };
}

/** From this distance on a row is seen to be paler than one on the slice. */
const PALE = 0.25;
/** So many pale rows, and such a part of all, are worth a word. */
const [MANY, PART] = [3, 1 / 4];

/**
 * Why many rows are pale: the picture is a slice, and they lie before or behind it.
 * @param {string[]} held the names of the inputs that the slice holds @param {number[]} distances of the training rows from it
 * @returns {string} such as "pale rows lie at another weight"; empty where few are pale
 */
export function paleSentence(held, distances) {
  const pale = distances.filter((distance) => distance >= PALE).length;
  if (pale < MANY || pale < PART * distances.length) return "";
  return held.length === 1 ? `pale rows lie at another ${held[0]}` : "pale rows lie before or behind this slice";
}
