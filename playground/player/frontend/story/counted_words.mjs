// Rows and numbers as a sentence names them.
import { epochText } from "../shared/wording.mjs";

/** So many rows are named one by one; more are counted. */
export const MOST_NAMED = 4;

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** @param {number} count @returns {string} such as "four", or "30" where there is no short word */
export function inWords(count) {
  return WORDS[count] ?? epochText(count);
}

/** @param {number} count @param {string} noun in the singular @returns {string} such as "one weight" or "four rows" */
export function counted(count, noun) {
  return `${inWords(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param {string} text @returns {string} as a sentence begins */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string} text @returns {string} as it stands within a sentence */
export function lowered(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** @param {string[]} parts @returns {string} such as "1, 2 and 3" */
export function listed(parts) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/**
 * @param {number[]} numbers what the rows are called @param {string} noun "row" or "test row"
 * @returns {string} such as "row 4", "rows 2 and 3", or "seven rows"
 */
export function rowsNamed(numbers, noun = "row") {
  if (numbers.length > MOST_NAMED) return counted(numbers.length, noun);
  return `${noun}${numbers.length === 1 ? "" : "s"} ${listed(numbers.map(String))}`;
}

/** @param {number} count @param {string} noun @returns {string} such as "all four rows", "both rows" or "the only row" */
export function allOf(count, noun) {
  return count === 1 ? `the only ${noun}` : `${all(count)} ${noun}s`;
}

/** @param {number} count two or more @returns {string} such as "all four" or "both" */
export const all = (count) => (count === 2 ? "both" : `all ${inWords(count)}`);

/** @param {number} count */
export const are = (count) => (count === 1 ? "is" : "are");

/**
 * @param {number} right @param {number} total @param {string} noun
 * @returns {string} such as "All four rows are right", "No row is right" or "3 of 4 rows are right"
 */
export function howManyRight(right, total, noun = "row") {
  if (right === total) return `${capital(allOf(total, noun))} ${are(total)} right`;
  if (right === 0) return `No ${noun} is right`;
  return `${epochText(right)} of ${epochText(total)} ${noun}s ${are(right)} right`;
}
