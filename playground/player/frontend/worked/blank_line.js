// What stands in the place of a line's number: the number, which a click blanks, or a field in which it is worked.
import { element } from "../shared/element.js";
/** @import { Exercise } from "./exercise.mjs" */

/**
 * @param {number} line @param {string} name of the line @param {string} text its number
 * @param {import("./exercise.mjs").Done | undefined} done how somebody has worked it
 */
export function givenNumber(line, name, text, done) {
  const place = element("strong", "worked-value", text);
  place.dataset.line = place.dataset.blanks = String(line);
  place.setAttribute("role", "button");
  place.setAttribute("aria-label", `${name} = ${text}, blank it`);
  // As places to tab to, so many numbers would be in everybody's way: one of them is, and arrows lead to the others.
  place.tabIndex = -1;
  place.title = "Blank it, and work it yourself";
  place.classList.toggle("is-shown", done === "shown");
  return place;
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
