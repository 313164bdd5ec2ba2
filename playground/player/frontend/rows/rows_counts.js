// How many answers are right: the four counts and the accuracy, as its formula with the numbers in place.

import { element, write } from "./rows_line.js";
import { shareText } from "../shared/wording.mjs";

const CELLS = [
  ["TP", "true positives: class 1, and said so", "truePositives"],
  ["TN", "true negatives: class 0, and said so", "trueNegatives"],
  ["FP", "false positives: class 0, but called 1", "falsePositives"],
  ["FN", "false negatives: class 1, but called 0", "falseNegatives"],
];

export class CountLines {
  /** @type {HTMLElement} */ box;
  /** @type {[string, Text][]} */ #cells = [];
  #sum = document.createTextNode("");
  #accuracy = document.createTextNode("");
  /** @type {boolean} */ #two;

  /**
   * @param {"two" | "several"} classes
   * @param {string} title as in "Training counts"
   */
  constructor(classes, title) {
    this.#two = classes === "two";
    const formula = element("p", "rows-formula", "accuracy ");
    const parts = [
      element("span", "", this.#two ? "= (TP + TN) / all" : "= right / all"),
      element("span", "", this.#sum),
      element("b", "", "= ", this.#accuracy),
    ];
    for (const part of parts) formula.append(part, " ");
    formula.title = "the share of rows that get their right class";
    this.box = element("div", "rows-counts", ...(this.#two ? [this.#fourCells()] : []), formula);
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", title);
  }

  /** @param {import("./answers.mjs").TwoCounts | import("./answers.mjs").SeveralCounts | null} counts */
  draw(counts) {
    if (this.box.hidden !== (counts === null)) this.box.hidden = counts === null;
    if (counts === null) return;
    for (const [name, text] of this.#cells) write(text, String(counts[name]));
    const { truePositives, trueNegatives, right, total } = counts;
    write(this.#sum, `= ${this.#two ? `(${truePositives} + ${trueNegatives})` : right} / ${total}`);
    write(this.#accuracy, shareText(counts.accuracy));
  }

  #fourCells() {
    const cells = CELLS.map(([name, meaning, key]) => {
      const text = document.createTextNode("");
      this.#cells.push([key, text]);
      const cell = element("span", "", element("abbr", "", name), " ", element("b", "", text));
      cell.title = meaning;
      return cell;
    });
    return element("p", "rows-cells", ...cells.flatMap((cell) => [cell, " "]));
  }
}
