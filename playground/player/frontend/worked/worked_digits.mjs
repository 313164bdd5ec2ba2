// With how many digits the numbers of a worked update are written.
import { numberText } from "../shared/wording.mjs";

/** @typedef {"3" | "6" | "all" | "names"} Digits */

/** What can be chosen, and how the list calls it. @type {readonly (readonly [Digits, string])[]} */
export const DIGITS = [
  ["3", "3 digits"],
  ["6", "6 digits"],
  ["all", "all digits"],
  ["names", "names"],
];

/**
 * @param {number} value @param {Digits} digits
 * @returns {string} such as "−0.643" or "1.04900400802583"; with all digits it reads back to the same number
 */
export function digitsOf(value, digits) {
  if (!Number.isFinite(value)) return "not finite";
  if (digits === "all") return String(value).replaceAll("-", "−");
  return numberText(value, digits === "6" ? 6 : 3);
}
