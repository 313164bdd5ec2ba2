// How numbers are written: the twin of playground/text/, nncore/number_text.py and nncore/data/number_parsing.py.
// What both write is held equal by tests/playground/player/number_cases.json.

/** No line breaks within a number. */
const GAP = "\u00a0";
const NEAREST = 0.000001;
const LARGEST = 10_000_000;

/**
 * A number as the page shows an answer: four decimals or digits, more where it is nearly 0, 1 or −1.
 * A bare 0, 1 or −1 is exact. A number that only comes near it never looks like it.
 * @param {number} value
 * @returns {string} such as "0.4100", "0.99996", "−2.500", "12,346" or "1 − 10⁻¹²"
 */
export function shownNumber(value) {
  if (!Number.isFinite(value)) return "not finite";
  const size = Math.abs(value);
  let text;
  if (size === 0 || size === 1) text = String(size);
  else if (size < NEAREST || size >= LARGEST) text = numberText(size, size < 1 ? 2 : 4);
  else if (size >= 1) text = grouped(fixed(size, Math.max(0, 4 - String(Math.trunc(size)).length)));
  else if (1 - size < NEAREST) {
    const distance = numberText(1 - size, 2);
    return value > 0 ? `1${GAP}−${GAP}${distance}` : `−1${GAP}+${GAP}${distance}`;
  } else text = fixed(size, decimalsFor(size));
  return value < 0 ? `−${text}` : text;
}

/**
 * A part of a formula that would be misread if a line broke in it.
 * @param {string} text
 */
export function inOneLine(text) {
  return text.replaceAll(" ", GAP);
}

/**
 * An epoch with commas between the thousands.
 * @param {number} epoch
 * @returns {string} such as "15,000"
 */
export function epochText(epoch) {
  return grouped(String(epoch));
}

/**
 * A number as one reads it: plain from a millionth to ten millions, as a power of ten beyond, without zeros at the end.
 * @param {number} value finite
 * @param {number} significant how many digits count
 * @returns {string} such as "0.00123", "−12,346" or "4.56 · 10⁻⁹"
 */
export function numberText(value, significant = 3) {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const [mantissa, exponent] = scientific(size, significant);
  const sign = value < 0 ? "−" : "";
  if (exponent >= -6 && exponent < 7) {
    return sign + withoutEndZeros(grouped(fixed(size, Math.max(0, significant - 1 - exponent))));
  }
  const power = `10${superscript(exponent)}`;
  const leading = withoutEndZeros(mantissa);
  return sign + (leading === "1" ? power : `${leading}${GAP}·${GAP}${power}`);
}

/**
 * A share from 0 to 1 with four digits that count and no zeros at the end, as an accuracy is written.
 * @param {number} share
 * @returns {string} such as "0.6667" or "1"
 */
export function shareText(share) {
  if (share === 0) return "0";
  return withoutEndZeros(fixed(share, 3 - scientific(share, 4)[1]));
}

/**
 * The text that stands for a number in a cell of the table: as short as reads back to exactly the same number.
 * @param {number} value finite
 * @returns {string} such as "0", "0.1", "-2.5" or "1e-07", as Python writes it
 */
export function cellText(value) {
  const [mantissa, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 16) return Object.is(value, -0) ? "-0" : String(value);
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** A number as short as it can be typed, with a real minus sign. @param {number} value */
export const plainText = (value) => String(value).replace("-", "−");

/**
 * A number short enough to stand on an edge, in a circle or beside a slider: fewer decimals when it is large.
 * @param {number} value @param {number} decimals of numbers below ten
 */
export function shortNumber(value, decimals = 2) {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size === Infinity) return `${sign}∞`;
  // What would be rounded up to one figure more is written with one decimal less.
  const isSmall = size < 10 - 0.5 / 10 ** decimals;
  const text = isSmall ? size.toFixed(decimals) : size < 99.95 ? size.toFixed(1) : rounded(size);
  return Number(text) === 0 ? text : sign + text;
}

/** A number where even that has no room: a power of ten with one digit. @param {number} value */
export function roundNumber(value) {
  return Number.isFinite(value) && Math.abs(value) >= LARGEST ? numberText(value, 1) : shortNumber(value);
}

/** @param {number} size */
function rounded(size) {
  return size < 9999.5 ? size.toFixed(0) : numberText(size);
}

/**
 * A raw input in its circle: as it was typed if it is short, else to three figures.
 * @param {number} value
 */
export function inputNumber(value) {
  const typed = plainText(value);
  if (typed.length <= 4) return typed;
  return Math.abs(value) >= 100 ? shortNumber(value) : plainText(Number(value.toPrecision(3)));
}

/**
 * Exactly so many decimals. JavaScript rounds a half up and Python to the even digit, so that 12344.5 would be 12345
 * here and 12344 there. A number lies halfway between two of so many decimals if it is an odd multiple of
 * 1 / 2^(decimals + 1), and only then.
 * @param {number} size @param {number} decimals
 */
function fixed(size, decimals) {
  const text = size.toFixed(decimals);
  const isHalf = Math.abs((size * 2 ** (decimals + 1)) % 2) === 1;
  if (!isHalf || Number(text.at(-1)) % 2 === 0) return text;
  return size.toFixed(decimals + 1).slice(0, decimals === 0 ? -2 : -1);
}

/**
 * The digits and the power of ten of a positive number, rounded as Python's "e" format does.
 * @param {number} size @param {number} significant
 * @returns {[digits: string, power: number]}
 */
function scientific(size, significant) {
  const [mantissa, exponent] = size.toExponential(significant - 1).split("e");
  if (Number(mantissa.at(-1)) % 2 === 0 || !isHalfOf(size, significant)) return [mantissa, Number(exponent)];
  const down = size.toExponential(significant).split("e");
  return [down[0].slice(0, significant === 1 ? -2 : -1), Number(down[1])];
}

/**
 * Whether a whole number lies exactly between two numbers of so many digits. No fraction is written here that does.
 * @param {number} size @param {number} significant
 */
function isHalfOf(size, significant) {
  const text = size.toExponential(significant);
  if (!/5e/.test(text) || !Number.isInteger(size)) return false;
  const [mantissa, exponent] = text.split("e");
  const zeros = Number(exponent) - significant;
  return zeros >= 0 && BigInt(mantissa.replace(".", "")) * 10n ** BigInt(zeros) === BigInt(size);
}

/**
 * How many decimals keep two digits of what is nearly 0, one of the distance to 1; four at least.
 * @param {number} size from 0 to 1
 */
function decimalsFor(size) {
  const zeros = Math.ceil(-Math.log10(Math.min(size, 1 - size)));
  return Math.max(4, size < 0.5 ? zeros + 1 : zeros);
}

/** @param {string} digits */
function grouped(digits) {
  const point = digits.indexOf(".");
  const whole = point < 0 ? digits : digits.slice(0, point);
  if (whole.length < 4) return digits;
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (point < 0 ? "" : digits.slice(point));
}

/** @param {string} digits */
function withoutEndZeros(digits) {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/** @param {number} exponent */
function superscript(exponent) {
  return Array.from(String(exponent), (sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("");
}
