// With how many digits the numbers of a worked update are written.
import { numberText } from "../shared/wording.mjs";

/** @import { WorkedUpdate } from "../shared/types" */

/** @typedef {"3" | "6" | "all" | "names" | "paper 2" | "paper 3" | "paper 4"} Digits the last: worked as on paper */

/** What is to be known of numbers that are not written with all their digits. */
export const SHOWN_ROUNDED = "Shown rounded, carried on exactly.";

/** The same of numbers on paper, each with the exact one beside it. */
export const ROUNDED_ON_THE_WAY = "Each is rounded before it is used; beside it stands the exact number.";

/** What can be chosen, and how the list calls it, in groups. @type {readonly (readonly [string, readonly (readonly [Digits, string])[]])[]} */
export const DIGITS = [
  ["Shown rounded, carried on exactly", [["3", "3 digits"], ["6", "6 digits"]]],
  ["Exactly", [["all", "all digits"], ["names", "names"]]],
  ["Rounded in each line", [["paper 2", "on paper: 2"], ["paper 3", "on paper: 3"], ["paper 4", "on paper: 4"]]],
];

/** With how many digits every number is rounded before it is used; null if none is. @param {Digits} digits */
export function paperDigits(digits) {
  return digits.startsWith("paper ") ? Number(digits.slice(-1)) : null;
}

/**
 * Of the old and the new weight in the line of the update: a tiny step is seen there, too.
 * @param {Pick<WorkedUpdate, "lines" | "parameter" | "step_digits">} worked @param {number} at the number @param {number} line where it stands
 * @param {Digits} digits of all other numbers
 * @returns {number | undefined} undefined for another number, and on paper
 */
export function stepDigits({ lines, parameter, step_digits: enough }, at, line, digits) {
  if (lines[line].kind !== "new_weight" || paperDigits(digits) !== null) return undefined;
  const isOld = lines[at].kind === "weight" && lines[at].place.parameter === parameter;
  return at === line || isOld ? enough[digits === "6" ? "6" : "3"] : undefined;
}

/**
 * @param {number} value @param {Digits} digits @param {number} [enough] in place of those, unless all are written
 * @returns {string} such as "−0.643" or "1.04900400802583"; with all digits it reads back to the same number
 */
export function digitsOf(value, digits, enough) {
  if (!Number.isFinite(value)) return "not finite";
  if (digits === "all") return String(value).replaceAll("-", "−");
  // On paper a number has no more digits than it was rounded to, and a cell of the table those that were typed.
  return numberText(value, enough ?? (digits === "6" || paperDigits(digits) !== null ? 6 : 3));
}
