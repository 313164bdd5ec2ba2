// What is typed as a weight or a bias: read as any number of the page is, or as a fraction, refused with a sentence, or nudged by a key.
import { readNumberOrFraction } from "../shared/fraction_parsing.mjs";
import { isBlank, refusalText } from "../shared/number_parsing.mjs";
import { cellText } from "../shared/wording.mjs";

/** Digits that a weight has in its field: as many as one can take in at a glance. */
const SHOWN = 6;
/** Digits that are kept in a nudge, so that 0.1 + 0.2 is 0.3. */
const SIGNIFICANT = 15;

/**
 * The number that a text writes, also as a fraction; null if it writes none, or could mean two.
 * @param {string} text
 * @returns {number | null}
 */
export function readWeight(text) {
  const value = readNumberOrFraction(text);
  // 0 is added so that −0 becomes 0.
  return typeof value === "number" ? value + 0 : null;
}

/**
 * What stands in the field of a weight, and whether it had to be rounded. Left as it is, the weight stays as it is.
 * @param {number} value
 */
export function fieldText(value) {
  const rounded = Number(value.toPrecision(SHOWN));
  return { text: cellText(rounded), isRounded: rounded !== value };
}

/**
 * Why a text is not taken.
 * @param {"weight" | "bias"} kind
 * @param {string} text that `readWeight` does not read
 */
export function refusal(kind, text) {
  const wanted = `A ${kind} must be a number such as 0.5`;
  if (isBlank(text)) return `${wanted}. Got nothing.`;
  const why = readNumberOrFraction(text);
  return typeof why === "number" ? "" : refusalText(text, why, wanted);
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
