// What is typed as a weight or a bias: read, refused with a sentence, or nudged with the arrow keys.
import { cellText } from "../shared/wording.mjs";

const NUMBER_PATTERN = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
/** Python takes none beyond it: the twin of LARGEST_NUMBER in playground/player/numbers_from_outside.py. */
const LARGEST = 1e308;
/** Digits that are kept in a nudge, so that 0.1 + 0.2 is 0.3. */
const SIGNIFICANT = 15;

/**
 * The number that a text writes, with a dot or a comma before its decimals; null if it writes none.
 * @param {string} text
 * @returns {number | null}
 */
export function readWeight(text) {
  const plain = text.trim().replace(/^[−–]/, "-").replace(/e[−–]/i, "e-");
  if (!NUMBER_PATTERN.test(plain)) return null;
  const value = Number(plain.replace(",", "."));
  // 0 is added so that −0 becomes 0.
  return Math.abs(value) <= LARGEST ? value + 0 : null;
}

/**
 * Why a text is not taken.
 * @param {"weight" | "bias"} kind
 * @param {string} text that `readWeight` does not read
 */
export function refusal(kind, text) {
  const got = text.trim();
  return `A ${kind} must be a number such as 0.5. Got ${got ? `"${got}"` : "nothing"}.`;
}

/**
 * The text of a number a step further, or null if the text is no number.
 * @param {string} text
 * @param {number} step
 * @returns {string | null}
 */
export function nudged(text, step) {
  const value = readWeight(text);
  return value === null ? null : cellText(Number((value + step).toPrecision(SIGNIFICANT)) + 0);
}
