// Round numbers on axes: one, two or five times a power of ten. The twin of nncore/ticks.py, held by the same cases.
import { numberText } from "./wording.mjs";
/** @import { Pair } from "./types" */

const FACTORS = [1, 2, 5];
/** So much smaller than the rough one a step may be: 0.5 / 5 may come out a hair above 0.1. */
const TOLERANCE = 1e-9;
const DIGITS = 12;

/**
 * One, two and five times the powers of ten, ascending.
 * @param {number} first exponent @param {number} last exponent
 */
export function roundNumbers(first, last) {
  const exponents = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  // Read from text they are the numbers nearest to them; 3 · 0.1 would not be.
  return exponents.flatMap((exponent) => FACTORS.map((factor) => Number(`${factor}e${exponent}`)));
}

/** The smallest round number that is not smaller than a rough step. @param {number} rough above 0 */
export function roundStep(rough) {
  const power = Math.floor(Math.log10(rough));
  const enough = rough * (1 - TOLERANCE);
  return roundNumbers(power - 1, power + 1).find((step) => step >= enough) ?? Infinity;
}

/** So many times a step, without the rounding error that a label would show. @param {number} step @param {number} number */
export const multiple = (step, number) => Number((number * step).toPrecision(DIGITS)) || 0;

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
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(multiple(step, k));
  return ticks;
}

/** A number as short as an axis needs it. @param {number} value */
export const tickText = (value) => numberText(value, 4);
