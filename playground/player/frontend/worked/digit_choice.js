// The choice of how many digits the numbers of a worked update have, and what is said of those that are shown rounded.
import { DIGITS, paperDigits, ROUNDED_ON_THE_WAY, SHOWN_ROUNDED } from "./worked_digits.mjs";
import { element } from "../shared/element.js";
/** @import { Digits } from "./worked_digits.mjs" */

/** @param {(digits: Digits) => void} chosen @returns {HTMLSelectElement} */
export function digitChoice(chosen) {
  const choice = element("select", "worked-digits", ...DIGITS.map(digitsGroup));
  choice.setAttribute("aria-label", "Digits of the worked example");
  choice.title = `${SHOWN_ROUNDED} On paper each line is rounded before it is used.`;
  choice.addEventListener("change", () => chosen(/** @type {Digits} */ (choice.value)));
  return choice;
}

/** @param {typeof DIGITS[number]} group */
function digitsGroup([label, choices]) {
  const group = element("optgroup", "", ...choices.map(([value, text]) => new Option(text, value)));
  group.label = label;
  return group;
}

/** What is said besides of the numbers that are shown; nothing of those with all their digits. @param {Digits} digits */
export function saidOfDigits(digits) {
  if (paperDigits(digits) !== null) return ROUNDED_ON_THE_WAY;
  return digits === "3" || digits === "6" ? SHOWN_ROUNDED : "";
}
