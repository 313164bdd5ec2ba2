// Round numbers on axes: one, two or five times a power of ten. The twin of playground/figures/round_numbers.py.
import { numberText } from "./wording.mjs";
/** @import { Pair } from "./types" */

const FACTORS = [1, 2, 5];

/**
 * The round numbers from 1 on, ascending.
 * @param {number} powers of ten, how many
 */
export function roundNumbers(powers) {
  return Array.from({ length: powers }, (_, power) => FACTORS.map((factor) => factor * 10 ** power)).flat();
}

/** The smallest round step that is not smaller than a rough one: one, two or five times a power of ten. @param {number} rough */
export function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (FACTORS.find((factor) => factor * power >= rough * 0.999) ?? 10);
}

/**
 * A few round numbers within a range, a round step apart.
 * @param {Pair} range @param {number} wanted about how many
 * @returns {number[]}
 */
export function tickValues([low, high], wanted = 4) {
  const rough = (high - low) / wanted;
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const step = roundStep(rough);
  const ticks = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(Number((k * step).toPrecision(12)) || 0);
  return ticks;
}

/** A number as short as an axis needs it. @param {number} value */
export const tickText = (value) => numberText(value, 4);
