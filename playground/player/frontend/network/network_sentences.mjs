/** What the line under the network says of the thing that is pointed at. */

import { plainText, shownNumber } from "../shared/wording.mjs";

/** @param {{name: string, is_bias: boolean}} parameter @returns {string} such as "weight input 1 → hidden 2" */
export function parameterTitle({ name, is_bias: isBias }) {
  return isBias ? name : `weight ${name}`;
}

/**
 * @param {{name: string, is_bias: boolean}} parameter @param {number} value @param {string} held why no update moves it, if none does
 * @returns {string} such as "weight input 1 → hidden 2: 0.8734, frozen"
 */
export function parameterSentence(parameter, value, held = "") {
  return `${parameterTitle(parameter)}: ${shownNumber(value)}${held && `, ${held}`}`;
}

/**
 * What can be done with a weight that is pointed at.
 * @param {boolean} hasNumber whether its number stands on its edge
 * @param {boolean} chooses whether a click chooses it for the loss over two weights
 */
export function edgeSentence(hasNumber, chooses) {
  const click = `${hasNumber ? "Drag its number, or click" : "Click"} it to see`;
  return chooses ? `${click} the loss over it.` : `${click} how it learns.`;
}

/** What a network says in which not every weight has its number. */
export const POINT_FOR_NUMBERS = "Point at a neuron, or tap it: its weights show their numbers.";

/**
 * Whose numbers the line of arithmetic is made of.
 * @param {number} number of the row @param {ArrayLike<number>} raw @param {ArrayLike<number>} scaled what the network sees of it
 * @param {number} layer of the neuron that computes: only the first one sees the inputs
 * @returns {string} such as "Row 2", or "Row 2, scaled" where the numbers are not those that stand in the table
 */
export function rowSentence(number, raw, scaled, layer) {
  const isScaled = layer === 1 && Array.from(raw).some((value, input) => value !== scaled[input]);
  return `Row ${number}${isScaled ? ", scaled" : ""}`;
}

/**
 * @param {string} name @param {boolean} isOutput @returns {string} such as "hidden 2" or "output apple": a row need be no apple to have it
 */
export function neuronTitle(name, isOutput) {
  return isOutput && !/^output\b/i.test(name) ? `output ${name}` : name;
}

/**
 * @param {string} name @param {number} raw @param {number} scaled what the network sees of it
 * @returns {string} such as "width: 12.5, scaled 0.2500"
 */
export function inputSentence(name, raw, scaled) {
  return `${name}: ${plainText(raw)}${scaled === raw ? "" : `, scaled ${shownNumber(scaled)}`}`;
}
