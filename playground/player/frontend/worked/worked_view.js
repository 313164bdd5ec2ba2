/** One update of one weight, worked for the chosen row: a few lines that stay open while the run plays, and unfold. */

import { DIGITS, digitsOf } from "./worked_digits.mjs";
import { WorkedLine } from "./worked_line.js";
import { canUnfold, shownLines } from "./worked_lines.mjs";
import { element, writeText } from "../shared/element.js";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, View, WorkedUpdate } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { Digits } from "./worked_digits.mjs"
 * @import { ShownLine } from "./worked_lines.mjs"
 */

/** @implements {View} */
export class WorkedView {
  #store;
  #actions;
  #root = element("section", "worked");
  #heading = element("h3", "");
  #when = element("span", "worked-when");
  #why = element("p", "worked-why");
  #lines = element("ol", "worked-lines");
  #told = element("p", "worked-told");
  /** @type {Digits} */
  #digits = "3";
  /** @type {Set<number>} */
  #unfolded = new Set();
  /** What is written. @type {WorkedUpdate | null} */
  #written = null;

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "workThrough" | "point" | "pointAtNeuron">} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.#root.hidden = true;
    this.#root.setAttribute("aria-label", "Worked example");
    const head = element("div", "worked-head", this.#heading, this.#when, this.#digitChoice(), closeButton(() => actions.workThrough(null)));
    this.#root.append(head, this.#why, this.#told, this.#lines);
    this.#lines.addEventListener("pointerover", ({ target }) => this.#pointAt(lineOf(target)));
    this.#lines.addEventListener("pointerleave", () => this.#pointAt(null));
    this.#lines.addEventListener("focusin", ({ target }) => this.#pointAt(lineOf(target)));
    this.#lines.addEventListener("focusout", () => this.#pointAt(null));
    this.#lines.addEventListener("click", ({ target }) => this.#unfold(lineOf(target)));
    this.#lines.addEventListener("keydown", (event) => this.#press(event));
    parent.append(this.#root);
  }

  /** @param {Description} run */
  arrange(run) {
    const { chosen: { worked }, workedUpdate } = this.#store;
    this.#root.hidden = worked === null;
    if (worked === null) {
      this.#written = null;
      return;
    }
    writeText(this.#heading, run.parameters[worked]?.name ?? "");
    const isOlder = workedUpdate === null || workedUpdate.run !== this.#store.run?.number || workedUpdate.parameter !== worked;
    this.#root.classList.toggle("is-older", isOlder);
    if (workedUpdate && workedUpdate.parameter === worked && workedUpdate !== this.#written) this.#write(workedUpdate, run);
  }

  draw() {}

  remove() {
    this.#root.remove();
  }

  /** @param {WorkedUpdate} worked @param {Description} run */
  #write(worked, run) {
    // What was asked of one weight's lines says nothing of another's, and nothing of a line that another row lacks.
    const isAnother = this.#written?.parameter !== worked.parameter || this.#written.lines.length !== worked.lines.length;
    if (isAnother) this.#unfolded.clear();
    this.#written = worked;
    const row = run.train.row_numbers[worked.row] ?? worked.row + 1;
    const of = worked.batches > 1 ? `, update ${worked.batch + 1} of ${worked.batches}` : "";
    writeText(this.#when, `row ${row} · epoch ${epochText(worked.epoch)} → ${epochText(worked.epoch + 1)}${of}`);
    writeText(this.#why, worked.why);
    this.#why.title = worked.why;
    writeText(this.#told, worked.convention);
    this.#writeLines();
  }

  #writeLines() {
    const worked = this.#written;
    if (!worked) return;
    const focused = lineOf(document.activeElement);
    const shown = shownLines(worked, this.#unfolded);
    this.#lines.replaceChildren(...shown.map((line) => this.#lineElement(worked, line, shown)));
    if (focused !== null) this.#numbersOf(focused)[0]?.focus({ preventScroll: true });
  }

  /** @param {WorkedUpdate} worked @param {ShownLine} line @param {ShownLine[]} shown */
  #lineElement(worked, line, shown) {
    const write = (/** @type {number} */ at) => (this.#digits === "names" ? worked.lines[at].name : digitsOf(worked.lines[at].value, this.#digits));
    const result = digitsOf(worked.lines[line.line].value, this.#digits);
    return new WorkedLine(worked, line, write, result, (term) => canUnfold(worked, term, shown)).element;
  }

  #digitChoice() {
    const choice = element("select", "worked-digits", ...DIGITS.map(([value, label]) => new Option(label, value)));
    choice.setAttribute("aria-label", "Digits of the worked example");
    choice.addEventListener("change", () => {
      this.#digits = /** @type {Digits} */ (choice.value);
      this.#writeLines();
    });
    return choice;
  }

  /** @param {number | null} line */
  #unfold(line) {
    if (line === null || !this.#written || !canUnfold(this.#written, line, shownLines(this.#written, this.#unfolded))) return;
    this.#unfolded.add(line);
    this.#writeLines();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    this.#unfold(lineOf(event.target));
  }

  /** Light where a number comes from and where it goes: here and in the network. @param {number | null} line */
  #pointAt(line) {
    for (const lit of this.#root.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
    const worked = this.#written;
    if (!worked || line === null) {
      if (worked) writeText(this.#told, worked.convention);
      this.#actions.point(null);
      this.#actions.pointAtNeuron(null);
      return;
    }
    for (const number of this.#numbersOf(line)) number.classList.add("is-lit");
    const { name, value, note, place: { kind, parameter, layer, unit } } = worked.lines[line];
    writeText(this.#told, `${name} = ${digitsOf(value, this.#digits === "all" ? "all" : "6")}${note ? `. ${note}` : ""}`);
    this.#actions.point(kind === "parameter" ? (parameter ?? null) : null);
    const isNeuron = (kind === "neuron" || kind === "input") && layer !== null && unit !== null;
    this.#actions.pointAtNeuron(isNeuron ? { layer, index: unit } : null);
  }

  /** @param {number} line @returns {NodeListOf<HTMLElement>} */
  #numbersOf(line) {
    return this.#lines.querySelectorAll(`[data-line="${line}"]`);
  }
}

/** The line that an element's number stands for. @param {EventTarget | null} target */
function lineOf(target) {
  const owner = target instanceof Element ? target.closest(".worked-lines [data-line]") : null;
  return owner ? Number(owner.getAttribute("data-line")) : null;
}

/** @param {() => void} close */
function closeButton(close) {
  const button = element("button", "neuron-curve-close", "×");
  button.type = "button";
  button.setAttribute("aria-label", "Close the worked example");
  button.addEventListener("click", close);
  return button;
}
