// One line of a worked update: what it computes, the formula with its numbers in place, and the result.
import { mathElement } from "./math_elements.js";
import { writtenMath } from "./written_math.mjs";
import { element } from "../shared/element.js";
/**
 * @import { WorkedUpdate } from "../shared/types"
 * @import { ShownLine } from "./worked_lines.mjs"
 */

export class WorkedLine {
  element;

  /**
   * @param {WorkedUpdate} worked
   * @param {ShownLine} shown
   * @param {(line: number) => string} write a number of the formula, or its name
   * @param {string} result
   * @param {(line: number) => boolean} canUnfold whether a number has a line of its own that is not yet to be seen
   */
  constructor(worked, { line, depth }, write, result, canUnfold) {
    const { label, expression, value, note } = worked.lines[line];
    const name = element("span", "worked-name", label);
    name.title = note ? `${worked.lines[line].name}. ${note}` : worked.lines[line].name;
    const written = element("strong", "worked-value", result);
    written.dataset.line = String(line);
    const formula = element("span", "worked-formula");
    if (expression === null) formula.append(worked.lines[line].note);
    else {
      const termOf = (/** @type {number} */ term) => {
        const text = write(term);
        return { text, isNegative: text.startsWith("−") };
      };
      formula.append(mathElement(writtenMath(expression, termOf), (number, term) => markNumber(number, term, canUnfold(term))));
    }
    this.element = element("li", "worked-line", name, formula, element("span", "worked-equals", "="), written);
    this.element.style.setProperty("--depth", String(depth));
    this.element.classList.toggle("is-last", line === worked.first_shown.at(-1));
    this.element.classList.toggle("is-zero", value === 0);
  }
}

/** @param {Element} number @param {number} line @param {boolean} unfolds */
function markNumber(number, line, unfolds) {
  number.setAttribute("data-line", String(line));
  if (!unfolds) return;
  number.setAttribute("role", "button");
  number.setAttribute("tabindex", "0");
  number.setAttribute("class", "unfolds");
}
