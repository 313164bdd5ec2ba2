// The strip's last line: how many rows are right; it unfolds the four counts and the accuracy as its formula, which stand open
// under the table where the page has room for them.

import { className } from "../model/classes.mjs";
import { accuracyText, countText, meanDistance, missedText } from "./answer_texts.mjs";
import { ConfusionTable } from "./confusion_table.js";
import { term } from "../glossary/term.js";
import { element, write } from "../shared/element.js";
import { inOneLine, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Description, Numbers, Table } from "../shared/types"
 * @import { Counts } from "../model/classes.mjs"
 */

/**
 * Short name, name, the class of the rows that are counted, the class they are called, and where the number stands.
 * @type {[string, string, 0 | 1, 0 | 1, keyof Counts][]}
 */
const CELLS = [
  ["TP", "true positive", 1, 1, "truePositives"],
  ["TN", "true negative", 0, 0, "trueNegatives"],
  ["FP", "false positive", 0, 1, "falsePositives"],
  ["FN", "false negative", 1, 0, "falseNegatives"],
];
/** Pixels between what is unfolded, the line, and the edge of the window. */
const EDGE = 6;
let summaries = 0;

export class AnswerSummary {
  box = element("button", "rows-summary");
  #more = element("div", "pop-up rows-counts");
  #right = document.createTextNode("");
  /** What goes out of sight first where there is no room. */ #word = document.createTextNode("");
  #accuracy = document.createTextNode("");
  /** @type {[keyof Counts, Text][]} */ #cells = [];
  #undecidedCount = document.createTextNode("");
  #undecided = element("p", "", "undecided ", element("b", "", this.#undecidedCount), ", neither right nor wrong");
  #formula = element("p", "rows-formula");
  #sum = document.createTextNode("");
  /** What the sum is of. */ #measure = "";
  #isTwo = false;
  /** Of several classes. @type {ConfusionTable | null} */ #confusion = null;
  /** What it is drawn from as soon as it is unfolded. @type {[Pick<Table, "targets">, Numbers] | null} */ #shown = null;

  /** Whether they stand open, which is the style sheet's to say; asked seldom, as it makes the browser lay out the page. */
  #isInPlace = false;
  #sizes = new ResizeObserver(() => this.#look());

  /** @param {Element} slot of the table, at whose end they stand open @param {string} title as in "Training counts" */
  constructor(slot, title) {
    summaries += 1;
    this.#more.id = `rows-counts-${summaries}`;
    this.#more.popover = "auto";
    this.#more.setAttribute("role", "group");
    this.#more.setAttribute("aria-label", title);
    this.box.type = "button";
    this.box.popoverTargetElement = this.#more;
    const accuracy = element("span", "rows-accuracy", this.#accuracy);
    this.box.append(element("b", "", element("span", "rows-count", this.#right), this.#word), accuracy, element("i", "rows-unfold"));
    this.#more.addEventListener("toggle", () => this.#place());
    this.#more.addEventListener("keydown", (event) => event.stopPropagation());
    slot.append(this.#more);
    this.#sizes.observe(this.#more);
  }

  remove() {
    this.#sizes.disconnect();
    this.#more.remove();
  }

  /** @param {Description} run @param {string} why some or all rows are not judged; empty if all are */
  follow(run, why) {
    this.#isTwo = run.classes?.kind === "two";
    this.#cells = [];
    this.#confusion = run.classes?.kind === "several" ? new ConfusionTable() : null;
    this.#confusion?.follow(run);
    const parts = this.#isTwo ? [this.#fourCells(run)] : this.#confusion ? [this.#confusion.box] : [];
    const note = why ? [element("p", "rows-note", why)] : [];
    this.#measure = "";
    this.#more.replaceChildren(...parts, this.#undecided, this.#formula, ...note);
  }

  /**
   * @param {Counts | null} counts
   * @param {Pick<Table, "targets">} table @param {Numbers} outputs
   */
  draw(counts, { targets }, outputs) {
    this.#shown = counts && [{ targets }, outputs];
    if (this.#isInPlace || this.box.classList.contains("is-open")) this.#drawConfusion();
    const undecided = counts?.undecided ?? 0;
    if (this.#undecided.hidden !== (undecided === 0)) this.#undecided.hidden = undecided === 0;
    if (counts === null) {
      const distance = meanDistance(targets, outputs);
      write(this.#right, targets.length ? missedText(distance) : "");
      write(this.#word, "");
      write(this.#accuracy, "on average");
      for (const [, text] of this.#cells) write(text, "–");
      this.#writeFormula("mean absolute error", `${inOneLine("Σ |output − target|")} / all = ${shownNumber(distance)}`);
      return;
    }
    for (const [name, text] of this.#cells) write(text, String(counts[name]));
    const { truePositives, trueNegatives, right, total } = counts;
    const accuracy = accuracyText(counts.accuracy);
    write(this.#right, countText(counts));
    write(this.#word, " right");
    write(this.#accuracy, `accuracy ${accuracy}`);
    const [names, sum] = this.#isTwo ? ["(TP + TN)", `(${truePositives} + ${trueNegatives})`].map(inOneLine) : ["right", String(right)];
    write(this.#undecidedCount, String(undecided));
    this.#writeFormula("accuracy", `${names} / all = ${sum} / ${total} = ${accuracy}`);
  }

  /** @param {string} measure @param {string} sum */
  #writeFormula(measure, sum) {
    if (measure !== this.#measure) this.#formula.replaceChildren(term(measure), this.#sum);
    this.#measure = measure;
    write(this.#sum, ` = ${sum}`);
  }

  /** Where they stand open there is nothing to unfold. */
  #look() {
    this.#isInPlace = !this.#more.matches(":popover-open") && this.#more.getClientRects().length > 0;
    this.box.disabled = this.#isInPlace;
    if (this.#isInPlace) this.#drawConfusion();
  }

  #drawConfusion() {
    if (this.#shown) this.#confusion?.draw(...this.#shown);
  }

  /** Where it covers least: below the line, or beside it, or above it, as there is room in the window. */
  #place() {
    const isOpen = this.#more.matches(":popover-open");
    this.box.classList.toggle("is-open", isOpen);
    if (!isOpen) return;
    this.#drawConfusion();
    const line = this.box.getBoundingClientRect();
    const { width, height } = this.#more.getBoundingClientRect();
    const [right, bottom] = [window.innerWidth - width - EDGE, window.innerHeight - height - EDGE];
    let [left, top] = [Math.min(line.left, right), line.bottom + EDGE];
    if (top > bottom && line.right + EDGE <= right) [left, top] = [line.right + EDGE, bottom];
    else if (top > bottom) top = Math.max(EDGE, line.top - height - EDGE);
    Object.assign(this.#more.style, { top: `${top}px`, left: `${left}px` });
    // It would stay where it is while its line moves away.
    document.addEventListener("scroll", () => this.#more.hidePopover(), { capture: true, once: true });
  }

  /** @param {Description} run */
  #fourCells(run) {
    const cells = CELLS.map(([short, name, own, called, key]) => {
      const text = document.createTextNode("");
      this.#cells.push([key, text]);
      const cell = element("span", "", element("abbr", "", short), " ", element("b", "", text), " ", term(name));
      cell.title = `class ${className(run, own)}, ${own === called ? "and called so" : `but called ${className(run, called)}`}`;
      return cell;
    });
    return element("p", "rows-cells", ...cells.flatMap((cell) => [cell, " "]));
  }
}
