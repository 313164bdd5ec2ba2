// How many answers are right: the four counts and the accuracy, as its formula with the numbers in place.

import { className } from "../model/classes.mjs";
import { element, write } from "./rows_line.js";
import { shareText } from "../shared/wording.mjs";
/** @import { Classes, Counts } from "../model/classes.mjs" */

/** @typedef {{classes: Classes, target_names: string[]}} Run */

/**
 * Short name, name, the class of the rows that are counted, the class they are called, and where the number stands.
 * @type {[string, string, 0 | 1, 0 | 1, keyof Counts][]}
 */
const CELLS = [
  ["TP", "true positives", 1, 1, "truePositives"],
  ["TN", "true negatives", 0, 0, "trueNegatives"],
  ["FP", "false positives", 0, 1, "falsePositives"],
  ["FN", "false negatives", 1, 0, "falseNegatives"],
];

export class CountLines {
  /** @type {HTMLElement} */ box;
  /** @type {[keyof Counts, Text][]} */ #cells = [];
  #undecidedCount = document.createTextNode("");
  #undecided = element("p", "rows-undecided-count", "undecided ", element("b", "", this.#undecidedCount));
  #sum = document.createTextNode("");
  #accuracy = document.createTextNode("");
  /** @type {boolean} */ #two;

  /**
   * @param {Run} run
   * @param {string} title as in "Training counts"
   * @param {boolean} named whether the four counts stand with their names: once on the page is enough
   */
  constructor(run, title, named) {
    this.#two = run.classes.kind === "two";
    const formula = element("p", "rows-formula", "accuracy ");
    const parts = [
      element("span", "", this.#two ? "= (TP + TN) / all" : "= right / all"),
      element("span", "", this.#sum),
      element("b", "", "= ", this.#accuracy),
    ];
    for (const part of parts) formula.append(part, " ");
    formula.title = "the share of rows that get their right class";
    const where = this.#two ? "at the threshold" : "no output is the largest";
    this.#undecided.title = `${where}: neither right nor wrong`;
    const four = this.#two ? [this.#fourCells(run, named)] : [];
    this.box = element("div", "rows-counts", ...four, this.#undecided, formula);
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", title);
  }

  /** @param {Counts | null} counts */
  draw(counts) {
    if (this.box.hidden !== (counts === null)) this.box.hidden = counts === null;
    if (counts === null) return;
    for (const [name, text] of this.#cells) write(text, String(counts[name]));
    const { truePositives, trueNegatives, right, undecided, total } = counts;
    if (this.#undecided.hidden !== (undecided === 0)) this.#undecided.hidden = undecided === 0;
    write(this.#undecidedCount, String(undecided));
    write(this.#sum, `= ${this.#two ? `(${truePositives} + ${trueNegatives})` : right} / ${total}`);
    write(this.#accuracy, shareText(counts.accuracy));
  }

  /** @param {Run} run @param {boolean} named */
  #fourCells(run, named) {
    const cells = CELLS.map(([short, name, own, called, key]) => {
      const text = document.createTextNode("");
      this.#cells.push([key, text]);
      const cell = element("span", "", element("abbr", "", short), " ", element("b", "", text));
      if (named) cell.append(" ", element("span", "rows-count-name", name));
      const [ownName, calledName] = [className(run, own), className(run, called)];
      cell.title = `${name}: class ${ownName}, ${own === called ? "and called so" : `but called ${calledName}`}`;
      return cell;
    });
    return element("p", named ? "rows-cells rows-cells-named" : "rows-cells", ...cells.flatMap((cell) => [cell, " "]));
  }
}
