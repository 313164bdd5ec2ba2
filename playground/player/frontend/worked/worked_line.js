// One line of a worked update: what it computes, the formula with its numbers in place, and the result.
import { mathElements } from "./math_elements.js";
import { writtenMath } from "./written_math.mjs";
import { useOf } from "./worked_lines.mjs";
import { element } from "../shared/element.js";
/**
 * @import { WorkedUpdate } from "../shared/types"
 * @import { ShownLine } from "./worked_lines.mjs"
 */

/**
 * @typedef {object} Writing
 * @property {(term: number, line: number) => string} term a number of the formula of a line, or its name
 * @property {(line: number) => string} result
 * @property {(line: number) => boolean} isBlank whether somebody is to work it: its number stands nowhere
 * @property {(line: number) => HTMLElement} number what stands where its number does
 * @property {(line: number) => HTMLElement | null} beside what stands behind it: the exact number, where it is worked on paper
 * @property {ReadonlySet<number>} unfolded lines that were asked for
 * @property {ReadonlySet<number>} whole lines whose formula is read to its end, in as many lines as it takes
 */

export class WorkedLine {
  element;
  #terms = element("span", "worked-terms");
  #rest = element("button", "worked-rest", "…");

  /** @param {WorkedUpdate} worked @param {ShownLine} shown @param {Writing} writing */
  constructor(worked, { line, depth }, writing) {
    const { label, name: fullName, expression, note } = worked.lines[line];
    const isWhole = writing.whole.has(line);
    const name = element("span", "worked-name", label);
    name.title = note ? `${fullName}. ${note}` : fullName;
    this.#terms.append(...(expression === null ? [note] : mathElements(writtenMath(expression, termOf(writing, line)), marked(worked, writing))));
    this.#rest.type = "button";
    this.#rest.dataset.rest = String(line);
    this.#rest.hidden = !isWhole;
    this.#rest.setAttribute("aria-expanded", String(isWhole));
    this.#rest.setAttribute("aria-label", `The whole formula of ${fullName}`);
    const formula = element("span", "worked-formula", this.#terms, this.#rest);
    this.element = element("li", "worked-line", name, formula, element("span", "worked-equals", "="), writing.number(line));
    const beside = writing.beside(line);
    if (beside) this.element.append(beside);
    this.element.style.setProperty("--depth", String(depth));
    this.element.classList.toggle("is-whole", isWhole);
    this.element.classList.toggle("is-last", line === worked.first_shown.at(-1));
  }

  /** Whether its formula has no room. */
  get isCut() {
    return this.#terms.scrollWidth > this.#terms.clientWidth + 1;
  }

  /** Show or hide the sign that the formula goes on. @param {boolean} isCut */
  sign(isCut) {
    this.#rest.hidden = !isCut && !this.element.classList.contains("is-whole");
  }
}

/** @param {Writing} writing @param {number} line */
function termOf(writing, line) {
  return (/** @type {number} */ term) => {
    const text = writing.term(term, line);
    return { text, isNegative: text.startsWith("−") };
  };
}

/** @param {WorkedUpdate} worked @param {Writing} writing */
function marked(worked, { result, isBlank, unfolded }) {
  return (/** @type {Element} */ number, /** @type {number} */ term) => {
    number.setAttribute("data-line", String(term));
    const use = useOf(worked, term);
    if (use === null) return;
    number.setAttribute("role", "button");
    number.setAttribute("tabindex", "0");
    number.setAttribute("class", "unfolds");
    const is = isBlank(term) ? ", still blank" : ` = ${result(term)}`;
    number.setAttribute("aria-label", `${worked.lines[term].name}${is}${use === "row" ? ", work that row" : ""}`);
    if (use === "unfold") number.setAttribute("aria-expanded", String(unfolded.has(term)));
  };
}
