// The value axis while what comes is hidden: it holds what has been played, and grows with it in round steps.
import { roundStep, tickText, tickValues } from "../shared/ticks.mjs";
/** @import { Pair } from "../shared/types" */

/** @typedef {{from: number, range: Pair, ticks: number[], labels: string[]}} Stage an axis, and the position it begins at */

const MARGIN = 0.02;
const WANTED_TICKS = 4;
const MOST_DECADES = 5;

/**
 * The axes of a chart one after the other, from the first position on. No axis knows what lies after its own beginning.
 * @param {Array<{x: ArrayLike<number>, y: ArrayLike<number | null>}>} lines of the run itself
 * @param {boolean} isLog whether the values stand on a log axis, whose range is told in powers of ten
 * @returns {Stage[]} at least one
 */
export function stagesOf(lines, isLog) {
  const points = lines.flatMap(({ x, y }) => Array.from(x, (at, k) => ({ at, value: height(y[k], isLog) })));
  const known = points.filter(({ value }) => Number.isFinite(value)).sort((one, other) => one.at - other.at);
  /** @type {Stage[]} */
  const stages = [];
  let [low, high] = [Infinity, -Infinity];
  for (const { at, value } of known) {
    if (value >= low && value <= high) continue;
    [low, high] = [Math.min(low, value), Math.max(high, value)];
    const range = isLog ? decades(low, high) : roundRange(low, high);
    const before = stages[stages.length - 1];
    if (before && before.range[0] === range[0] && before.range[1] === range[1]) continue;
    if (before?.from === at) stages.pop();
    stages.push(stageOf(at, range, isLog));
  }
  return stages.length ? stages.map((stage) => ({ ...stage, range: widened(stage.range) })) : [stageOf(0, [0, 1], isLog)];
}

/** The stage at a position: the last that has begun. @param {Stage[]} stages @param {number} position */
export function stageAt(stages, position) {
  let k = stages.length - 1;
  while (k > 0 && stages[k].from > position) k--;
  return stages[k];
}

/** @param {number} from @param {Pair} range @param {boolean} isLog @returns {Stage} */
function stageOf(from, range, isLog) {
  const ticks = isLog ? powers(range) : tickValues(range, WANTED_TICKS);
  return { from, range, ticks, labels: ticks.map(tickText) };
}

/** @param {number | null} value @param {boolean} isLog */
const height = (value, isLog) => (value === null ? NaN : isLog ? Math.log10(value) : value);

/** Zero, and on each side of it a round number that holds all. @param {number} low @param {number} high @returns {Pair} */
function roundRange(low, high) {
  const [below, above] = [low < 0 ? -roundStep(-low) : 0, high > 0 ? roundStep(high) : 0];
  return below === above ? [0, 1] : [below, above];
}

/** @param {number} low @param {number} high powers of ten @returns {Pair} */
const decades = (low, high) => [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1) + 0];

/** @param {Pair} range in powers of ten */
function powers([first, last]) {
  const step = Math.ceil((last - first) / MOST_DECADES);
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, k) => Number(`1e${last - k * step}`)).reverse();
}

/** A label at the very edge of a chart has no room and is left out. @param {Pair} range @returns {Pair} */
function widened([low, high]) {
  const spare = (high - low) * MARGIN;
  return [low - spare, high + spare];
}
