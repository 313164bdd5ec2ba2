// The lines of one table, each beside its row. While they change, only those in sight are written.

import { ownInputCount } from "../model/derived_columns.mjs";
import { isValidationRow } from "../model/validation_rows.mjs";
import { CalledClasses } from "../model/called_classes.mjs";
import { AnswerLine } from "./answer_line.js";
import { inputTexts } from "./answer_texts.mjs";
import { trackEnds } from "./row_track.mjs";
import { shownRows } from "../model/shown_rows.mjs";
import { element } from "../shared/element.js";
import { giveFocusAt, placeOfFocus } from "../shared/lasting_focus.js";
/**
 * @import { Description, Numbers } from "../shared/types"
 * @import { Rows } from "./answer_kinds.mjs"
 * @import { Tell } from "./answer_texts.mjs"
 */

const FIRST_IN_SIGHT = 40;
/** How long nothing must have moved until the others are written too, and all is said, in ms. */
const AT_REST = 250;

/**
 * @typedef {(row: number, output: number) => boolean} IsOpen whether an answer is kept back, because somebody is to work it
 * @typedef {{outputs: Float64Array, threshold: number, before: (Numbers | null)[] | null, isOpen: IsOpen}} Drawn
 * @typedef {object} Options
 * @property {string} title @property {(number: number, isValidation: boolean) => string} rowName @property {boolean} selectable
 * @property {Tell} tell
 * @property {(digits: number) => void} hold takes as how many digits the widest answer counts that was written
 */

export class AnswerList {
  /** @type {HTMLUListElement} */ box;
  /** @type {AnswerLine[]} */ lines = [];
  #options;
  /** @type {Description} */ #run;
  /** @type {Rows} */ #rows = { inputs: [], targets: [], row_numbers: [] };
  /** @type {Map<Element, number>} */ #places = new Map();
  /** @type {Set<number>} */ #inSight = new Set();
  #called = new CalledClasses();
  /** @type {Drawn | null} */ #last = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #rest;
  /** How often it was drawn since it was at rest: none, once, or more. */ #drawn = 0;
  // With a margin of the box that scrolls, where browsers know that: else a line comes as late as it is seen.
  #observer = new IntersectionObserver((entries) => this.#seen(entries), /** @type {IntersectionObserverInit} */ ({
    rootMargin: "120px", scrollMargin: "120px",
  }));

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
    this.box = element("ul", "rows-list");
    // A list without bullets is no list to Safari unless it says so.
    this.box.setAttribute("role", "list");
    this.box.setAttribute("aria-label", options.title);
    // Left in place, a pulse would come again whenever the strip is hidden and shown.
    for (const end of ["animationend", "animationcancel"]) this.box.addEventListener(end, ended);
    this.box.addEventListener("focusin", ({ target }) => this.lines.find(({ box }) => box === target)?.describe());
  }

  /**
   * Other rows, or the same ones in another run. A line that somebody points at or has reached by the keyboard stays.
   * @param {Description} run
   * @param {Rows} all of which the first have lines
   */
  follow(run, all) {
    const rows = shownRows(all);
    const focused = placeOfFocus(this.#boxes);
    const outputs = run.target_names.length;
    if (this.#run && this.#run.target_names.length !== outputs) this.#cut(0);
    this.#run = run;
    this.#rows = rows;
    this.#last = null;
    this.#cut(rows.targets.length);
    while (this.lines.length < rows.targets.length) this.#add(outputs);
    const ends = run.target_names.map((_, column) => trackEnds(run.classes, run.train.targets, column));
    const given = inputTexts(rows.inputs);
    this.lines.forEach((line, index) => {
      const number = rows.row_numbers[index];
      const [inputs, targets] = [rows.inputs[index], rows.targets[index]];
      const derived = rows.derived?.[index] ?? inputs.slice(ownInputCount(run));
      const name = this.#options.rowName(number, isValidationRow(rows, index));
      line.bind({ run, number, derived, name, given: given[index], targets, ends });
    });
    this.box.style.setProperty("--lines", String(Math.max(0, ...rows.row_numbers)));
    this.#called.forget();
    // Who walks through the rows with the keyboard goes on from there, also where they are answered by other outputs.
    giveFocusAt(this.#boxes, focused);
  }

  /**
   * @param {Float64Array} outputs of all rows, one behind the other
   * @param {number} threshold
   * @param {(Numbers | null)[] | null} before per row, what the run before answered
   * @param {IsOpen} isOpen
   */
  draw(outputs, threshold, before, isOpen) {
    this.#pulseFlips(outputs, threshold);
    this.#last = { outputs, threshold, before, isOpen };
    this.#drawLines(this.#inSight, this.#last);
    this.#drawn += 1;
    // One step glides; what moves in every frame does so by itself.
    if (this.#drawn === 2) this.box.classList.add("is-moving");
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#drawAtRest(), AT_REST);
  }

  /**
   * Brings a row into sight in a list that scrolls, without moving the page.
   * @param {number} index
   */
  show(index) {
    const { box } = this;
    const { offsetTop, offsetHeight } = this.lines[index].item;
    if (offsetTop < box.scrollTop) box.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = offsetTop + offsetHeight - box.clientHeight;
  }

  remove() {
    clearTimeout(this.#rest);
    this.#observer.disconnect();
    this.box.remove();
  }

  get #boxes() {
    return this.lines.map(({ box }) => box);
  }

  /** @param {Float64Array} outputs @param {number} threshold */
  #pulseFlips(outputs, threshold) {
    for (const index of this.#called.flipped(this.#run.classes, this.#rows, outputs, threshold)) {
      if (this.#inSight.has(index)) this.lines[index].pulse();
    }
  }

  /** @param {Iterable<number>} indices @param {Drawn} drawn */
  #drawLines(indices, drawn) {
    let longest = 0;
    for (const index of indices) longest = Math.max(longest, this.#drawLine(index, drawn));
    this.#options.hold(longest);
  }

  /** @param {number} index @param {Drawn} drawn @returns {number} as how many digits its widest answer counts */
  #drawLine(index, { outputs, threshold, before, isOpen }) {
    const count = this.#run.target_names.length;
    const own = outputs.subarray(index * count, (index + 1) * count);
    const told = this.#options.tell(this.#run, this.#rows.targets[index], own, threshold);
    const isAnswerOpen = (/** @type {number} */ at) => isOpen(index, at);
    // Beside an answer that is kept back the one before would say it, where it is the same.
    const compared = own.some((_, at) => isAnswerOpen(at)) ? null : (before?.[index] ?? null);
    return this.lines[index].draw(own, told, compared, isAnswerOpen);
  }

  /** Who has the page read aloud, or searches in it, comes to lines that nobody sees. */
  #drawAtRest() {
    this.#drawn = 0;
    this.box.classList.remove("is-moving");
    const last = this.#last;
    if (!last) return;
    this.lines.forEach((line, index) => {
      if (!this.#inSight.has(index)) this.#drawLine(index, last);
      line.describe();
    });
  }

  /** @param {number} outputs */
  #add(outputs) {
    const line = new AnswerLine(outputs, this.#options.selectable);
    const index = this.lines.push(line) - 1;
    this.#places.set(line.item, index);
    if (index < FIRST_IN_SIGHT) this.#inSight.add(index);
    this.box.append(line.item);
    this.#observer.observe(line.item);
  }

  /** @param {number} count of lines that stay */
  #cut(count) {
    while (this.lines.length > count) {
      const line = /** @type {AnswerLine} */ (this.lines.pop());
      this.#observer.unobserve(line.item);
      this.#places.delete(line.item);
      this.#inSight.delete(this.lines.length);
      line.item.remove();
    }
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      const index = this.#places.get(target);
      if (index === undefined) continue;
      if (!isIntersecting) this.#inSight.delete(index);
      else if (!this.#inSight.has(index)) {
        this.#inSight.add(index);
        if (this.#last) this.#drawLines([index], this.#last);
      }
    }
  }
}

/** @param {Event} event */
function ended({ target }) {
  if (target instanceof Element) target.classList.remove("rows-pulse");
}
