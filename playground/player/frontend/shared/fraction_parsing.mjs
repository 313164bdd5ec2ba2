// Numbers that may be written as a fraction: the twin of nncore/data/fraction_parsing.py, for a number that stands alone.
// Both are held to tests/nncore/data/typed_fraction_cases.json.
import { readNumber, withPlainCharacters } from "./number_parsing.mjs";
/** @import { Unreadable } from "./number_parsing.mjs" */

/**
 * The finite number that a text writes, also as a fraction, or why it is not read as one.
 * @param {string} text
 * @returns {number | Unreadable}
 */
export function readNumberOrFraction(text) {
  const plain = withPlainCharacters(text);
  const stroke = plain.indexOf("/");
  if (stroke < 0) return readNumber(text);
  const [above, below] = [plain.slice(0, stroke), plain.slice(stroke + 1)].map(readNumber);
  if (typeof above !== "number" || typeof below !== "number") return { reason: "is not a fraction", mend: "Write one such as 1/4" };
  if (below === 0) return { reason: "has no value", mend: "Divide by another number than 0" };
  const value = above / below;
  return Number.isFinite(value) ? value : { reason: "is too large", mend: "Write a finite number, below 1.7e308" };
}
