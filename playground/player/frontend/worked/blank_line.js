// What stands in the place of a line's number: the number, which a click blanks, or a field in which it is worked.
import { element } from "../shared/element.js";
/** @import { Exercise } from "./exercise.mjs" */

/** @type {Record<import("./exercise.mjs").Done, string>} */
const SIGNS = { right: "right", rounding: "right but for rounding", shown: "shown" };

/**
 * @param {number} line @param {string} name of the line @param {string} text its number
 * @param {import("./exercise.mjs").Done | undefined} done how somebody has worked it
 */
export function givenNumber(line, name, text, done) {
  const button = element("button", "worked-value", text);
  button.type = "button";
  button.dataset.line = button.dataset.blanks = String(line);
  button.title = "Blank it, and work it yourself";
  button.setAttribute("aria-label", `${name} = ${text}${done ? `, ${SIGNS[done]}` : ""}. Blank it`);
  button.classList.toggle("is-shown", done === "shown");
  return button;
}

/** @param {number} line @param {string} name of the line @param {Exercise} exercise */
export function blankField(line, name, exercise) {
  const field = element("input", "worked-blank");
  Object.assign(field, { type: "text", inputMode: "text", autocomplete: "off", spellcheck: false, enterKeyHint: "done", value: exercise.typed(line) });
  field.dataset.line = field.dataset.field = String(line);
  field.setAttribute("aria-label", name);
  const { verdict } = exercise;
  field.setAttribute("aria-invalid", String(verdict?.line === line && !verdict.is_done));
  return field;
}
