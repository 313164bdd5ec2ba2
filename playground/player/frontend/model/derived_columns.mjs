// Inputs that are computed from the table's own: their formulas, as Python has read them, for one row at a time.

/**
 * @import { Description, Expression, Numbers } from "../shared/types"
 *
 * @typedef {(inputs: Numbers) => number} Computed NaN where it has no value
 */

/** Whether an operation is defined for its numbers; all others are for any. @type {Record<string, (...numbers: number[]) => boolean>} */
const TAKES = {
  "/": (_, divisor) => divisor !== 0,
  "^": (base, exponent) => (base >= 0 || Number.isInteger(exponent)) && !(base === 0 && exponent < 0),
  asin: (x) => Math.abs(x) <= 1,
  acos: (x) => Math.abs(x) <= 1,
  ln: (x) => x > 0,
  log: (x) => x > 0,
  log2: (x) => x > 0,
  log10: (x) => x > 0,
  sqrt: (x) => x >= 0,
};

/** As `nncore/formulas/operations.py` has them. @type {Record<string, (...numbers: number[]) => number>} */
const OPERATIONS = {
  "+": (x, y) => x + y,
  "−": (x, y) => x - y,
  "·": (x, y) => x * y,
  "/": (x, y) => x / y,
  "^": (x, y) => x ** y,
  negative: (x) => -x,
  "<": (x, y) => Number(x < y),
  ">": (x, y) => Number(x > y),
  "≤": (x, y) => Number(x <= y),
  "≥": (x, y) => Number(x >= y),
  pi: () => Math.PI,
  e: () => Math.E,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  min: Math.min,
  max: Math.max,
};

/** @type {WeakMap<readonly Expression[], Computed[]>} */
const known = new WeakMap();

/** @param {Expression} expression @returns {Computed} */
function computed(expression) {
  if (typeof expression === "number") return () => expression;
  const [kind, ...parts] = expression;
  if (kind === "input") {
    const place = Number(parts[0]);
    return (inputs) => inputs[place];
  }
  const compute = OPERATIONS[kind];
  const takes = TAKES[kind] ?? (() => true);
  const each = /** @type {Expression[]} */ (parts).map(computed);
  return (inputs) => {
    const numbers = each.map((one) => one(inputs));
    // What has no value gives none to all that is computed from it, a comparison too.
    if (numbers.some(Number.isNaN) || !takes(...numbers)) return NaN;
    const value = compute(...numbers);
    return Number.isFinite(value) ? value : NaN;
  };
}

/** @typedef {Pick<Description, "derived" | "layer_sizes">} Run */

/** How many of the network's inputs stand in the table; the derived ones come behind them. @param {Run} run */
export const ownInputCount = ({ derived, layer_sizes: sizes }) => sizes[0] - (derived?.length ?? 0);

/** What the inputs of the table are called. @param {Pick<Description, "derived" | "input_names">} run @returns {string[]} */
export const ownInputNames = ({ derived, input_names: names }) => names.slice(0, names.length - (derived?.length ?? 0));

/** What each derived input of a run is, from the table's own of a row. @param {Run} run @returns {Computed[]} */
export function derivedInputs({ derived }) {
  if (!derived) return [];
  const there = known.get(derived) ?? derived.map(computed);
  known.set(derived, there);
  return there;
}

/**
 * All inputs of the network, in the table's units.
 * @param {Run} run
 * @param {Numbers} own the table's own inputs of a row, or all: the derived ones are derived anew
 * @returns {number[]} NaN where a derived one has no value
 */
export function withDerived(run, own) {
  const inputs = Array.from(own).slice(0, ownInputCount(run));
  return [...inputs, ...derivedInputs(run).map((one) => one(inputs))];
}
