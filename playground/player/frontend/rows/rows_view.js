// The rows strip: every row's target and output at the play-head, right or wrong, the counts, and the threshold.

import { countsOf } from "../model/classes.mjs";
import { shortNumber } from "../shared/wording.mjs";
import { CountLines } from "./rows_counts.js";
import { element } from "./rows_line.js";
import { RowList } from "./rows_list.js";
/**
 * @import { Actions, Chosen, Description, Table } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 */

// So few rows have two lines each in a narrow strip, with numbers one reads from the last bench.
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };
let thresholds = 0;

/**
 * @typedef {Pick<Actions, "selectRow" | "setThreshold">} RowActions
 * @typedef {{list: RowList, counts: CountLines | null, table: Table, note: HTMLElement | null}} Part of one table
 */

export class RowsView {
  /** @type {HTMLElement} */ #root = element("div", "rows");
  /** @type {RowActions} */ #actions;
  /** @type {Description} */ #run;
  /** The training rows, then the test rows. @type {Part[]} */
  #parts = [];
  #threshold = 0.5;
  /** @type {{input: HTMLInputElement, value: HTMLElement} | null} */ #thresholdControl = null;
  #selected = 0;
  /** @type {Moment | null} */ #last = null;

  /**
   * @param {HTMLElement} parent an empty box to fill
   * @param {RowActions} actions
   */
  constructor(parent, actions) {
    this.#actions = actions;
    parent.append(this.#root);
  }

  /** @param {Description} run another run: its rows are new lines */
  setRun(run) {
    const place = this.#place();
    for (const { list } of this.#parts) list.remove();
    this.#run = run;
    this.#threshold = run.threshold;
    this.#last = null;
    this.#thresholdControl = null;
    const train = this.#part(run.train, "Training", true, run.not_judged.train);
    const test = run.test && this.#part(run.test, "Test", false, run.not_judged.test);
    this.#parts = test ? [train, test] : [train];
    train.list.box.addEventListener("click", (event) => this.#clicked(event));
    train.list.box.addEventListener("keydown", (event) => this.#keyed(event));
    const several = run.target_names.length > 1;
    this.#root.classList.toggle("rows-several", several);
    this.#root.replaceChildren(...boxesOf(train));
    if (run.classes?.kind === "two") this.#root.append(this.#thresholdBox(run.classes.values));
    if (test) this.#root.append(element("h3", "rows-heading", "Test rows"), ...boxesOf(test));
    this.#select(Math.min(this.#selected, run.train.targets.length - 1));
    this.#returnTo(place);
  }

  /** The colours are CSS custom properties of the player's root. */
  setColours() {}

  /** @param {Pick<Chosen, "row">} selection */
  setSelection({ row }) {
    if (row === this.#selected) return;
    this.#select(row);
    this.#parts[0]?.list.show(this.#selected);
  }

  /** @param {boolean} hasBefore whether there is a run before, whose answers stand left of the arrows */
  setBefore(hasBefore) {
    this.#root.classList.toggle("rows-with-before", hasBefore);
  }

  /** @param {number} threshold above it is class 1 */
  setThreshold(threshold) {
    this.#writeThreshold(threshold);
    if (threshold === this.#threshold) return;
    this.#threshold = threshold;
    for (const { list } of this.#parts) list.forget();
    this.#redraw();
  }

  /** @param {Moment} moment */
  draw(moment) {
    this.#last = moment;
    const [train, test] = this.#parts;
    this.#drawPart(train, moment.outputs, moment.before?.outputs ?? null);
    if (test && moment.testOutputs) this.#drawPart(test, moment.testOutputs, moment.before?.testOutputs ?? null);
  }

  remove() {
    for (const { list } of this.#parts) list.remove();
    this.#parts = [];
    this.#root.remove();
  }

  /** Where the reader is: an edited table is another run, and must take neither the place nor the focus away. */
  #place() {
    const root = this.#root.getRootNode();
    const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    const scrolled = this.#parts[0]?.list.box.scrollTop ?? 0;
    const onRow = this.#parts[0]?.list.box.contains(focused);
    return { scrolled, onRow, onThreshold: focused === this.#thresholdControl?.input };
  }

  /** @param {{scrolled: number, onRow: boolean, onThreshold: boolean}} place */
  #returnTo({ scrolled, onThreshold, onRow }) {
    const { list } = this.#parts[0];
    if (scrolled > 0) list.box.scrollTop = scrolled;
    if (onRow) list.lines[this.#selected]?.box.focus({ preventScroll: true });
    if (onThreshold) this.#thresholdControl?.input.focus({ preventScroll: true });
  }

  /** @param {Part} part @param {Float64Array} outputs @param {(Float64Array | null)[] | null} before */
  #drawPart({ list, counts, table }, outputs, before) {
    list.draw(outputs, this.#threshold, before);
    counts?.draw(countsOf(this.#run.classes, table, outputs, this.#threshold));
  }

  #redraw() {
    if (this.#last) this.draw(this.#last);
  }

  /** @param {Table} table @param {string} title @param {boolean} selectable @param {string} why it is not judged @returns {Part} */
  #part(table, title, selectable, why) {
    const { classes, target_names: names } = this.#run;
    const list = new RowList(this.#run, table, { title: `${title} rows`, selectable });
    const counts = classes && new CountLines({ classes, target_names: names }, `${title} counts`, selectable);
    return { list, counts, table, note: why ? element("p", "rows-note", why) : null };
  }

  /** @param {number | null} row */
  #select(row) {
    const lines = this.#parts[0]?.list.lines ?? [];
    lines[this.#selected]?.select(false);
    this.#selected = Math.max(0, row ?? 0);
    lines[this.#selected]?.select(true);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const index = this.#parts[0].list.lines.findIndex(({ box }) => box === button);
    if (index >= 0) this.#choose(index);
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // The player's own keys must not move the play-head as well.
    event.preventDefault();
    event.stopPropagation();
    const last = this.#parts[0].list.lines.length - 1;
    this.#choose(Math.max(0, Math.min(last, this.#selected + step)));
  }

  /** @param {number} index */
  #choose(index) {
    const { list } = this.#parts[0];
    this.#select(index);
    list.lines[index].box.focus({ preventScroll: true });
    list.show(index);
    this.#actions.selectRow(index);
  }

  /** @param {[number, number]} values of class 0 and class 1 */
  #thresholdBox([min, max]) {
    const input = element("input", "rows-threshold-input");
    thresholds += 1;
    const step = (max - min) / 100;
    Object.assign(input, { type: "range", min: String(min), max: String(max), step: String(step), id: `rows-threshold-${thresholds}` });
    input.title = `An output above the threshold is called class ${max}; exactly at it, a row is undecided.`;
    const label = element("label", "", "Threshold");
    label.htmlFor = input.id;
    const value = element("b", "", "");
    value.setAttribute("aria-hidden", "true");
    this.#thresholdControl = { input, value };
    this.#writeThreshold(this.#threshold);
    input.addEventListener("input", () => {
      this.setThreshold(Number(input.value));
      this.#actions.setThreshold(Number(input.value));
    });
    // The arrow keys belong to this control, not to the player's play-head.
    input.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || event.key in STEPS) event.stopPropagation();
    });
    return element("div", "rows-threshold", label, value, input);
  }

  /** @param {number} threshold */
  #writeThreshold(threshold) {
    if (!this.#thresholdControl) return;
    const { input, value } = this.#thresholdControl;
    if (Number(input.value) !== threshold) input.value = String(threshold);
    value.textContent = shortNumber(threshold);
  }
}

/** @param {Part} part */
function boxesOf({ list, counts, note }) {
  return [list.box, ...(counts ? [counts.box] : []), ...(note ? [note] : [])];
}
