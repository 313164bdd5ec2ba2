// The exact number beside one that was worked on paper, where every number is rounded before it is used.
import { digitsOf } from "./worked_digits.mjs";
import { element } from "../shared/element.js";
/** @import { WorkedUpdate } from "../shared/types" */

/**
 * @param {number | null} exact null where it must not be seen
 * @param {NonNullable<WorkedUpdate["paper"]>} paper
 * @param {number} line
 */
export function exactNumber(exact, paper, line) {
  if (exact === null) return element("span", "worked-exact");
  const isAstray = paper.astray.includes(line);
  const sign = isAstray ? "≠" : exact === paper.values[line] ? "=" : "≈";
  const shown = element("span", "worked-exact", `${sign} ${digitsOf(exact, "6")}`);
  shown.classList.toggle("is-astray", isAstray);
  shown.title = isAstray ? "Rounding on the way has made another number of it" : "The exact number";
  return shown;
}
