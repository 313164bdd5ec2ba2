// A curve that somebody draws by hand: one height for each place across, so that drawing back over it mends it.

import { positionOf } from "../timeline/epoch_scale.mjs";
/**
 * @import { Pair } from "../shared/types"
 * @import { EpochScale } from "../timeline/epoch_scale.mjs"
 */

/** A height for each place from left to right, from 0 at the top to 1 at the bottom; null where nothing was drawn. @typedef {ReadonlyArray<number | null>} Sketch */

/**
 * @typedef {object} SketchAxes what a sketch was drawn on
 * @property {string} measure of the chart
 * @property {Pair} across positions of epochs at the left and the right end @property {EpochScale} epochs
 * @property {Pair} up values at the lower and the upper end, on a log axis exponents of ten @property {boolean} isLog
 *
 * @typedef {{heights: Sketch, axes: SketchAxes}} Drawn
 */

/** Places across. */
export const PLACES = 120;
/** Who draws to the edge of the chart may end so many places before it. */
const NEAR = 6;
/** So little of the axis's height between guess and truth is seen as none. */
const NEARLY = 0.04;

/** @returns {Sketch} */
export const emptySketch = () => Array.from({ length: PLACES + 1 }, () => null);

/** @param {number} share */
const inside = (share) => Math.min(1, Math.max(0, share));

/**
 * The sketch with a stroke from one point to another; where it was drawn before, the stroke takes its place.
 * @param {Sketch} sketch
 * @param {[across: number, down: number]} from shares of the box @param {[across: number, down: number]} to
 * @returns {Sketch}
 */
export function withStroke(sketch, from, to) {
  const [start, end] = [from, to].map(([across]) => Math.round(inside(across) * PLACES));
  const heights = [...sketch];
  const steps = Math.abs(end - start);
  for (let step = 0; step <= steps; step += 1) {
    const share = steps === 0 ? 1 : step / steps;
    heights[start + Math.sign(end - start) * step] = inside(from[1] + share * (to[1] - from[1]));
  }
  return heights;
}

/**
 * Where heights of one value axis stand on another: times `scale`, and further down by `shift`, both in shares of the box.
 * @param {readonly number[]} from lowest and highest value @param {readonly number[]} to
 */
export function onAxis([low, high], [lowest, highest]) {
  const reach = highest - lowest;
  return { scale: (high - low) / reach, shift: (highest - high) / reach };
}

/**
 * Where what was drawn on some axes stands on others, across and down, as `onAxis` says it.
 * @param {SketchAxes} axes @param {SketchAxes} now
 * @returns {{across: ReturnType<typeof onAxis>, down: ReturnType<typeof onAxis>} | null} null where it would say something else
 */
export function onAxes(axes, now) {
  if (axes.measure !== now.measure || axes.epochs !== now.epochs || axes.isLog !== now.isLog) return null;
  const leftwards = (/** @type {Pair} */ [left, right]) => /** @type {const} */ ([right, left]);
  return { across: onAxis(leftwards(axes.across), leftwards(now.across)), down: onAxis(axes.up, now.up) };
}

/**
 * What a stroke on the axes of now goes on with: what was drawn, if it can have its place there; else nothing, on those axes.
 * @param {Drawn | null} drawn @param {SketchAxes} now
 * @returns {Drawn}
 */
export function goneOnWith(drawn, now) {
  const [first, last] = now.across;
  const isWithin = drawn && first >= drawn.axes.across[0] && last <= drawn.axes.across[1];
  return isWithin && onAxes(drawn.axes, now) ? drawn : { heights: emptySketch(), axes: now };
}

/** How many places are drawn. @param {Sketch} sketch */
export function drawnPlaces(sketch) {
  return sketch.filter((height) => height !== null).length;
}

/**
 * The sketch as a path in a box of 100 by 100.
 * @param {Sketch} sketch
 * @returns {string} such as "M0 10L1 12"; empty without anything drawn
 */
export function pathOf(sketch) {
  let path = "";
  let isOn = false;
  sketch.forEach((height, place) => {
    if (height !== null) path += `${isOn ? "L" : "M"}${short((100 * place) / PLACES)} ${short(100 * height)}`;
    isOn = height !== null;
  });
  return path;
}

/** @param {number} value */
const short = (value) => String(Math.round(100 * value) / 100);

/**
 * What was drawn for an epoch, beside what it came to be there.
 * @param {Drawn} drawn @param {number} epoch @param {number} truth
 * @returns {{value: number, truth: "higher" | "lower" | "nearly"} | null} null where nothing was drawn
 */
export function guessedAt({ heights, axes }, epoch, truth) {
  const [first, last] = axes.across;
  const wanted = (PLACES * (positionOf(epoch, axes.epochs) - first)) / (last - first);
  const drawn = heights.flatMap((height, place) => (height !== null && Math.abs(place - wanted) <= NEAR ? [{ height, place }] : []));
  if (!drawn.length) return null;
  const { height } = drawn.reduce((one, other) => (Math.abs(other.place - wanted) < Math.abs(one.place - wanted) ? other : one));
  const { up: [low, high], isLog } = axes;
  const at = high - height * (high - low);
  // The axis reaches a little below zero, and no loss does.
  const value = isLog ? 10 ** at : Math.max(0, at);
  const away = ((isLog ? Math.log10(truth) : truth) - (isLog ? at : value)) / (high - low);
  return { value, truth: Math.abs(away) <= NEARLY ? "nearly" : away > 0 ? "higher" : "lower" };
}
