// One line of a worked update: what it computes, the formula with its numbers in place, and the result.
import { mathElements } from "./math_elements.js";
import { writtenMath } from "./written_math.mjs";
import { useOf } from "./worked_lines.mjs";
import { titleOf } from "../keys/shortcuts.mjs";
import { element } from "../shared/element.js";
/**
 * @import { WorkedUpdate } from "../shared/types"
 * @import { AskedLines } from "./asked_lines.mjs"
 * @import { ShownLine } from "./worked_lines.mjs"
 */

/**
 * @typedef {object} Writing
 * @property {(term: number, line: number) => string} term a number of the formula of a line, or its name
 * @property {(line: number) => string} result
 * @property {(line: number) => boolean} isBlank whether somebody is to work it: its number stands nowhere
 * @property {(line: number) => boolean} isPractised whether somebody works it, or has worked it
 * @property {(line: number) => HTMLElement} number what stands where its number does
 * @property {(line: number) => HTMLElement | null} beside what stands behind it: the exact number, where it is worked on paper
 * @property {(term: number, line: number) => boolean} isSeen whether a term's line is shown, and not beneath that line
 * @property {AskedLines} asked
 */

/** Characters of a note that has room where it is told. */
const SHORT_NOTE = 90;

/** Pixels that the sign takes from a formula that goes on: so all lines are measured before any is changed. */
const SIGN_WIDTH = 38;

export class WorkedLine {
  element;
  #terms = element("span", "worked-terms");
  #rest = element("button", "worked-rest");
  #isUnfolded;

  /** @param {WorkedUpdate} worked @param {ShownLine} shown @param {Writing} writing */
  constructor(worked, { line, depth }, writing) {
    const { name: fullName, kind, expression, note } = worked.lines[line];
    // Who is to work a line has to read all that it is made of.
    const isWhole = writing.asked.whole.has(line) || writing.isPractised(line);
    this.#isUnfolded = writing.asked.whole.has(line);
    const isLast = line === worked.first_shown.at(-1);
    const name = element("span", "worked-name", nameElement(worked.lines[line], line, writing.asked));
    name.title = note ? `${fullName}. ${note}` : fullName;
    if (kind === "gradient") name.append(gradientCheck());
    if (isLast) name.append(allLines(writing.asked));
    this.#terms.append(...(expression === null ? [note] : mathElements(writtenMath(expression, termOf(writing, line)), marked(worked, writing, line), isWhole)));
    this.#rest.type = "button";
    this.#rest.dataset.rest = String(line);
    this.#rest.textContent = this.#isUnfolded ? "less" : "… all";
    this.#rest.hidden = !this.#isUnfolded;
    this.#rest.setAttribute("aria-expanded", String(this.#isUnfolded));
    this.#rest.setAttribute("aria-label", `The whole formula of ${fullName}`);
    const formula = element("span", "worked-formula", this.#terms, this.#rest);
    this.element = element("li", "worked-line", name, formula, element("span", "worked-equals", "="), writing.number(line));
    this.element.dataset.of = String(line);
    const beside = writing.beside(line);
    if (beside) this.element.append(beside);
    if (writing.asked.noted.has(line)) this.element.append(element("p", "worked-note", note));
    this.element.style.setProperty("--depth", String(depth));
    this.element.classList.toggle("is-whole", isWhole);
    this.element.classList.toggle("is-last", isLast);
  }

  /** Whether its formula has no room, and whether not even its first term has. */
  get cut() {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight, firstElementChild } = this.#terms;
    const isCut = scrollWidth > clientWidth + 1 || (this.element.classList.contains("is-cut") && scrollHeight > 1.5 * clientHeight);
    const room = this.#rest.hidden ? clientWidth - SIGN_WIDTH : clientWidth;
    return { isCut, isTorn: isCut && (firstElementChild?.getBoundingClientRect().width ?? 0) > room + 1 };
  }

  /**
   * Show or hide the sign that the formula goes on: it is cut between two terms, for half a number is another one; a term that
   * has no room fades out.
   * @param {WorkedLine["cut"]} cut
   */
  sign({ isCut, isTorn }) {
    this.element.classList.toggle("is-cut", isCut);
    this.element.classList.toggle("is-torn", isTorn);
    this.#rest.hidden = !this.#isUnfolded && (!isCut || this.element.classList.contains("is-whole"));
  }
}

/** What a line is called; one that has more to say than has room where it is told says it beneath, at a click.
 * @param {import("../shared/types").WorkedLine} worked @param {number} line @param {AskedLines} asked */
function nameElement({ label, note, name }, line, { noted }) {
  if (note.length <= SHORT_NOTE) return label;
  const button = element("button", "worked-noted unfolds", label);
  button.type = "button";
  button.dataset.note = String(line);
  button.setAttribute("aria-expanded", String(noted.has(line)));
  button.setAttribute("aria-label", `${name}, what is to be said of it`);
  return button;
}

/** @param {AskedLines} asked */
function allLines({ all }) {
  const button = element("button", "worked-aside", all ? "few lines" : "all lines");
  Object.assign(button, { type: "button", title: all ? "Those that lead to the new value" : "From the table to the new value" });
  button.dataset.all = "";
  button.setAttribute("aria-pressed", String(all));
  return button;
}

/** The way from a derivative to a measured one beside it. */
function gradientCheck() {
  const button = element("button", "worked-aside", "check");
  Object.assign(button, { type: "button", title: titleOf("toggleGradientCheck") });
  button.setAttribute("aria-label", "Check the gradient");
  button.dataset.check = "";
  return button;
}

/** @param {Writing} writing @param {number} line */
function termOf(writing, line) {
  return (/** @type {number} */ term) => {
    const text = writing.term(term, line);
    return { text, isNegative: text.startsWith("−") };
  };
}

/** @param {WorkedUpdate} worked @param {Writing} writing @param {number} line */
function marked(worked, { result, isBlank, isSeen, asked }, line) {
  return (/** @type {Element} */ number, /** @type {number} */ term) => {
    number.setAttribute("data-line", String(term));
    const use = useOf(worked, term, isSeen(term, line));
    if (use === null) return;
    number.setAttribute("role", "button");
    number.setAttribute("tabindex", "0");
    number.setAttribute("class", "unfolds");
    const is = isBlank(term) ? ", still blank" : ` = ${result(term)}`;
    number.setAttribute("aria-label", `${worked.lines[term].name}${is}${use === "row" ? ", work that row" : ""}`);
    if (use === "unfold") number.setAttribute("aria-expanded", String(asked.unfolded.get(term) === line));
  };
}
