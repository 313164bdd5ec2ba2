// The loss over two weights as a relief: where everything stands between the ends of both axes, and between the lowest and the
// highest loss.
/** @import { LossPicture, Pair } from "../shared/types" */

/** Lines of equal height, evenly spaced. */
const LINES = 12;

/**
 * @typedef {object} Relief
 * @property {Float64Array} across where the columns stand, from 0 to 1 @property {Float64Array} along where the rows stand
 * @property {Float64Array} heights of all places, row by row, from 0 to 1; NaN leaves a gap
 * @property {number[]} levels the heights of the lines
 * @property {(loss: number) => number} heightOf
 * @property {(place: Readonly<Pair>) => Pair} shareOf where two values of the weights stand
 * @property {Pair} losses the lowest and the highest
 */

/** @param {LossPicture} picture @param {string} scale how the loss is drawn: "linear" or "log" @returns {Relief} */
export function reliefOf({ first, second, losses }, scale) {
  const drawn = losses.flat().map((loss) => drawnLoss(loss, scale));
  const known = drawn.filter((loss) => !Number.isNaN(loss));
  const [lowest, highest] = known.reduce(([low, high], loss) => [Math.min(low, loss), Math.max(high, loss)], [Infinity, -Infinity]);
  const shareOfHeight = highest > lowest ? (/** @type {number} */ loss) => half(loss, lowest) / half(highest, lowest) : () => 0;
  const heightOf = (/** @type {number | null} */ loss) => {
    const height = drawnLoss(loss, scale);
    return Number.isNaN(height) ? NaN : shareOfHeight(height);
  };
  const raw = scale === "log" ? (/** @type {number} */ exponent) => 10 ** exponent : (/** @type {number} */ loss) => loss;
  return {
    across: Float64Array.from(first, (value) => shareOn(first, value)),
    along: Float64Array.from(second, (value) => shareOn(second, value)),
    heights: Float64Array.from(drawn, (loss) => (Number.isNaN(loss) ? NaN : shareOfHeight(loss))),
    levels: Array.from({ length: LINES }, (_, line) => (line + 1) / (LINES + 1)),
    heightOf,
    shareOf: ([one, other]) => [shareOn(first, one), shareOn(second, other)],
    losses: [raw(lowest), raw(highest)],
  };
}

/** The same with every second place of both axes, and their ends: a quarter of the work. @param {Relief} relief @returns {Relief} */
export function coarser(relief) {
  const [columns, rows] = [everySecond(relief.across.length), everySecond(relief.along.length)];
  const wide = relief.across.length;
  return {
    ...relief,
    across: Float64Array.from(columns, (column) => relief.across[column]),
    along: Float64Array.from(rows, (row) => relief.along[row]),
    heights: Float64Array.from(rows.flatMap((row) => columns.map((column) => relief.heights[row * wide + column]))),
  };
}

/** @param {number} count */
function everySecond(count) {
  const places = Array.from({ length: Math.ceil(count / 2) }, (_, place) => 2 * place);
  return places.includes(count - 1) ? places : [...places, count - 1];
}

/** @param {number | null} loss @param {string} scale */
function drawnLoss(loss, scale) {
  if (loss === null) return NaN;
  return scale === "log" ? (loss > 0 ? Math.log10(loss) : NaN) : loss;
}

/** Half the way from one to another: the whole one may be beyond the largest float. @param {number} to @param {number} from */
const half = (to, from) => to / 2 - from / 2;

/** @param {readonly number[]} axis @param {number} value */
const shareOn = (axis, value) => half(value, axis[0]) / half(axis[axis.length - 1], axis[0]);

/**
 * The values of both weights at a share of each axis, with no more decimals than a picture can tell apart.
 * @param {Pick<LossPicture, "first" | "second">} picture @param {Readonly<Pair>} share
 * @returns {Pair}
 */
export function valuesAt({ first, second }, [across, along]) {
  return [valueOn(first, across), valueOn(second, along)];
}

/** @param {readonly number[]} axis @param {number} share */
function valueOn(axis, share) {
  const [low, high] = [axis[0], axis[axis.length - 1]];
  const value = low * (1 - share) + high * share;
  const step = (2 * half(high, low)) / (axis.length - 1);
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  return decimals <= 100 ? Number(value.toFixed(decimals)) : value;
}

/**
 * The place of the grid that is nearest to two values.
 * @param {Pick<LossPicture, "first" | "second">} picture @param {Readonly<Pair>} values
 * @returns {{column: number, row: number}}
 */
export function nearestPlace({ first, second }, [one, other]) {
  return { column: nearestOn(first, one), row: nearestOn(second, other) };
}

/** @param {readonly number[]} axis @param {number} value */
function nearestOn(axis, value) {
  return axis.reduce((best, place, at) => (Math.abs(place - value) < Math.abs(axis[best] - value) ? at : best), 0);
}
