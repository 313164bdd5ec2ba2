// The choice of how many digits the numbers of a worked update have, and what is said of those that are shown rounded.
import { DIGITS, SHOWN_ROUNDED } from "./worked_digits.mjs";
import { element } from "../shared/element.js";
/**
 * @import { WorkedUpdate } from "../shared/types"
 * @import { Digits } from "./worked_digits.mjs"
 */

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

/** What is said besides why the weight moves. @param {WorkedUpdate} worked @param {Digits} digits */
export function besides({ convention }, digits) {
  return digits === "3" || digits === "6" ? `${SHOWN_ROUNDED} ${convention}` : convention;
}
