// One row of the table at the play-head: its target, its output, right or wrong, and the flip as it happens.

import { NO_CLASS, targetClass } from "../model/classes.mjs";
import { changedTexts } from "./situation.mjs";
import { cellText, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Description, Table } from "../shared/types"
 * @import { Verdict } from "../model/classes.mjs"
 */

/**
 * A new element with its class and what is in it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A text that is written into the page only where it is another one.
 * @param {Text} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.data !== text) node.data = text;
}

const MARKS = { right: "✓", wrong: "✗", undecided: "undecided" };

export class RowLine {
  /** @type {HTMLLIElement} */ item;
  /** The button, or a plain box for a row that cannot be selected. @type {HTMLElement} */ box;
  /** @type {{before: Text, now: Text, value: number | null}[]} */ #answers = [];
  #verdict = document.createTextNode("");
  #spoken = document.createTextNode("");
  /** @type {Verdict | null} */ #judged = null;

  /**
   * @param {Description} run
   * @param {Pick<Table, "targets" | "row_numbers">} table
   * @param {number} index
   * @param {{selectable: boolean, id: string}} options the id must be the only one of its kind on the page
   */
  constructor(run, table, index, { selectable, id }) {
    const targets = table.targets[index];
    const number = table.row_numbers[index];
    const given = element("span", "rows-given", ...targets.map((target, at) => this.#answer(run, target, at)));
    given.id = id;
    const mark = element("span", "rows-mark", this.#verdict);
    mark.setAttribute("aria-hidden", "true");
    const flips = element("span", "rows-flips", "flips");
    flips.setAttribute("aria-hidden", "true");
    const name = element("span", "rows-name", element("span", "rows-word", "row "), String(number));
    given.append(element("span", "rows-unseen", this.#spoken));
    this.box = selectable ? selectableBox(number, targets, id) : element("div", "rows-line");
    this.box.append(name, given, mark, flips);
    if (selectable) this.select(false);
    // The button's name has said the target already.
    if (selectable && targets.length === 1) given.querySelector(".rows-wanted")?.setAttribute("aria-hidden", "true");
    this.item = element("li", "", this.box);
    // Left in place, the flash would come again whenever the strip is hidden and shown.
    for (const end of ["animationend", "animationcancel"]) {
      this.item.addEventListener(end, () => this.box.classList.remove("rows-flash"));
    }
  }

  /**
   * @param {ArrayLike<number>} outputs of this row
   * @param {Verdict | null} judged
   * @param {ArrayLike<number> | null} before what the run before answered to this row
   */
  draw(outputs, judged, before) {
    for (let at = 0; at < this.#answers.length; at += 1) {
      const answer = this.#answers[at];
      if (Object.is(answer.value, outputs[at])) continue;
      answer.value = outputs[at];
      write(answer.now, shownNumber(answer.value));
    }
    this.#drawBefore(before);
    if (judged === this.#judged) return;
    this.#judged = judged;
    write(this.#verdict, judged === null ? "" : MARKS[judged]);
    write(this.#spoken, judged === null ? "" : ` ${judged}`);
    this.box.classList.toggle("rows-wrong", judged === "wrong");
    this.box.classList.toggle("rows-undecided", judged === "undecided");
  }

  /** Says that the row has just changed class. A flash is not begun anew: what keeps changing must not flicker. */
  flash() {
    this.box.classList.add("rows-flash");
  }

  /** @param {boolean} selected */
  select(selected) {
    this.box.setAttribute("aria-pressed", String(selected));
    this.box.tabIndex = selected ? 0 : -1;
  }

  /** @param {ArrayLike<number> | null} before */
  #drawBefore(before) {
    const texts = before
      ? changedTexts(
          this.#answers.map(({ now }) => now.data),
          before,
        )
      : null;
    for (let at = 0; at < this.#answers.length; at += 1) {
      write(this.#answers[at].before, texts === null ? "" : `${texts[at]} → `);
    }
  }

  /** @param {Description} run @param {number} target @param {number} at the place of its column */
  #answer(run, target, at) {
    /** @type {{before: Text, now: Text, value: number | null}} */
    const answer = { before: document.createTextNode(""), now: document.createTextNode(""), value: null };
    this.#answers.push(answer);
    const wanted = element("span", "rows-wanted", element("span", "rows-target", cellText(target)));
    const own = run.classes?.kind === "two" ? targetClass(run.classes, [target]) : NO_CLASS;
    if (own !== NO_CLASS) wanted.prepend(classMark(own === 1), " ");
    if (run.target_names.length > 1) wanted.prepend(element("span", "rows-column", run.target_names[at]), " ");
    const before = element("span", "rows-before", answer.before);
    return element("span", "rows-answer", wanted, element("span", "rows-output", before, element("b", "", answer.now)));
  }

}

/** @param {number} number of the row @param {number[]} targets @param {string} id of what describes it */
function selectableBox(number, targets, id) {
  const box = element("button", "rows-line");
  box.type = "button";
  const wanted = targets.map(cellText).join(", ");
  box.setAttribute("aria-label", `row ${number}, target${targets.length > 1 ? "s" : ""} ${wanted}`);
  box.setAttribute("aria-describedby", id);
  return box;
}

/** The sign of a class: a blue circle for 1, an orange square for 0. @param {boolean} isClass1 */
function classMark(isClass1) {
  const mark = element("span", isClass1 ? "rows-class-1" : "rows-class-0", isClass1 ? "●" : "■");
  mark.setAttribute("aria-hidden", "true");
  return mark;
}
