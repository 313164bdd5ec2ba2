// Which epochs are written under the slider: round ones with room between them, as under the charts, whose axis is shorter.
import { positionOf } from "./epoch_scale.mjs";
import { roundNumbers } from "../shared/ticks.mjs";
import { epochText } from "../shared/wording.mjs";
/** @import { EpochScale } from "./epoch_scale.mjs" */

/** Pixels between two labels. */
const GAP = 6;
const MOST_TICKS = 8;
const MOST_ROUND_STEPS = 5;

/**
 * @typedef {object} Axis
 * @property {number} end the last epoch
 * @property {EpochScale} scale
 * @property {number} width pixels
 * @property {number} characterWidth pixels of a digit
 */

/**
 * The epochs with a label: 0 and the end, and what fits between them.
 * @param {Axis} axis
 * @returns {number[]}
 */
export function epochTicks(axis) {
  return axis.scale === "log" ? logTicks(axis) : linearTicks(axis);
}

/**
 * Between 0 and the end the finest of 1-2-5, every, every second … power of ten that fits.
 * @param {Axis} axis
 */
function logTicks(axis) {
  const { end } = axis;
  const decades = String(end).length;
  const choices = [roundNumbers(0, decades - 1)];
  for (let step = 1; step <= decades; step += 1) choices.push(powersOfTen(decades, step));
  for (const choice of choices) {
    const inner = choice.filter((tick) => tick < end);
    // What stands too close to one of the two ends gives way, rather than its whole series.
    if (inner.length && !fits([inner[inner.length - 1], end], axis)) inner.pop();
    if (inner.length && !fits([0, inner[0]], axis)) inner.shift();
    const ticks = [0, ...inner, end];
    if (ticks.length <= MOST_TICKS && fits(ticks, axis)) return ticks;
  }
  return ends(end);
}

/** @param {number} decades @param {number} step */
function powersOfTen(decades, step) {
  return Array.from({ length: Math.ceil(decades / step) }, (_, k) => Number(`1e${k * step}`));
}

/**
 * Round steps, at most five of them, and the end if there is room for it.
 * @param {Axis} axis
 */
function linearTicks(axis) {
  const { end } = axis;
  for (const step of roundNumbers(0, String(end).length)) {
    if (end > step * MOST_ROUND_STEPS) continue;
    const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, k) => k * step);
    if (!fits(ticks, axis)) continue;
    const withEnd = ticks.at(-1) === end ? ticks : [...ticks, end];
    return fits(withEnd, axis) ? withEnd : ticks;
  }
  return ends(end);
}

/** @param {number} end */
const ends = (end) => (end > 0 ? [0, end] : [0]);

/**
 * Whether no two neighbouring labels touch.
 * @param {number[]} ticks @param {Axis} axis
 */
function fits(ticks, { end, scale, width, characterWidth }) {
  const whole = positionOf(Math.max(end, 1), scale);
  return ticks.slice(1).every((tick, k) => {
    const room = ((positionOf(tick, scale) - positionOf(ticks[k], scale)) / whole) * width;
    return room >= ((epochText(tick).length + epochText(ticks[k]).length) / 2) * characterWidth + GAP;
  });
}
