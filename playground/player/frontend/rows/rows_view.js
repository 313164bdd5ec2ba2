// The rows strip: every row's target and output at the play-head, right or wrong, the counts, and the threshold.

import { countsOf } from "../model/classes.mjs";
import { shortNumber } from "../shared/wording.mjs";
import { CountLines } from "./rows_counts.js";
import { element } from "./rows_line.js";
import { RowList } from "./rows_list.js";
/**
 * @import { Actions, Description, Table, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

// So few rows have two lines each in a narrow strip, with numbers one reads from the last bench.
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };
let thresholds = 0;

/**
 * @typedef {Pick<Actions, "selectRow" | "setThreshold">} RowActions
 * @typedef {{list: RowList, counts: CountLines | null, table: Table, note: HTMLElement | null}} Part of one table
 */

/** @implements {View} */
export class RowsView {
  /** @type {HTMLElement} */ #root = element("div", "rows");
  #store;
  #actions;
  /** Whose rows have lines. @type {Description | null} */ #run = null;
  /** The training rows, then the test rows. @type {Part[]} */
  #parts = [];
  /** @type {{input: HTMLInputElement, value: HTMLElement} | null} */ #thresholdControl = null;
  /** The threshold that is written, at which rows were called. */ #written = NaN;
  /** The line that is marked as the chosen one. */ #marked = 0;

  /**
   * @param {HTMLElement} parent an empty box to fill
   * @param {Store} store
   * @param {RowActions} actions
   */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    parent.append(this.#root);
  }

  /** @param {Description} run */
  arrange(run) {
    const { before, chosen, threshold } = this.#store;
    const isAnother = run !== this.#run;
    if (isAnother) this.#build(run);
    this.#root.classList.toggle("rows-with-before", before !== null);
    if (threshold !== this.#written) this.#writeThreshold(threshold, isAnother);
    if (chosen.row === this.#marked) return;
    this.#mark(chosen.row);
    this.#parts[0].list.show(chosen.row);
  }

  /** @param {Moment} moment */
  draw(moment) {
    const [train, test] = this.#parts;
    this.#drawPart(train, moment, moment.outputs, moment.before?.outputs ?? null);
    if (test && moment.testOutputs) this.#drawPart(test, moment, moment.testOutputs, moment.before?.testOutputs ?? null);
  }

  remove() {
    for (const { list } of this.#parts) list.remove();
    this.#parts = [];
    this.#root.remove();
  }

  /** @param {Description} run its rows are new lines */
  #build(run) {
    const place = this.#place();
    for (const { list } of this.#parts) list.remove();
    this.#run = run;
    this.#thresholdControl = null;
    this.#written = NaN;
    const train = partOf(run, run.train, "Training", true, run.not_judged.train);
    const test = run.test && partOf(run, run.test, "Test", false, run.not_judged.test);
    this.#parts = test ? [train, test] : [train];
    train.list.box.addEventListener("click", (event) => this.#clicked(event));
    train.list.box.addEventListener("keydown", (event) => this.#keyed(event));
    const several = run.target_names.length > 1;
    this.#root.classList.toggle("rows-several", several);
    this.#root.replaceChildren(...boxesOf(train));
    if (run.classes?.kind === "two") this.#root.append(this.#thresholdBox(run.classes.values));
    if (test) this.#root.append(element("h3", "rows-heading", "Test rows"), ...boxesOf(test));
    this.#mark(Math.min(this.#marked, run.train.targets.length - 1));
    this.#returnTo(place);
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
    if (onRow) list.lines[this.#marked]?.box.focus({ preventScroll: true });
    if (onThreshold) this.#thresholdControl?.input.focus({ preventScroll: true });
  }

  /** @param {Part} part @param {Moment} moment @param {Float64Array} outputs @param {(Float64Array | null)[] | null} before */
  #drawPart({ list, counts, table }, { run }, outputs, before) {
    const { threshold } = this.#store;
    list.draw(outputs, threshold, before);
    counts?.draw(countsOf(run.classes, table, outputs, threshold));
  }

  /** @param {number} row */
  #mark(row) {
    const lines = this.#parts[0]?.list.lines ?? [];
    lines[this.#marked]?.select(false);
    this.#marked = Math.max(0, row);
    lines[this.#marked]?.select(true);
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
    this.#choose(Math.max(0, Math.min(last, this.#store.chosen.row + step)));
  }

  /** @param {number} index */
  #choose(index) {
    const { list } = this.#parts[0];
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
    input.addEventListener("input", () => this.#actions.setThreshold(Number(input.value)));
    // The arrow keys belong to this control, not to the player's play-head.
    input.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow") || event.key in STEPS) event.stopPropagation();
    });
    return element("div", "rows-threshold", label, value, input);
  }

  /** @param {number} threshold above it is class 1 @param {boolean} isNew whether no row has been called yet */
  #writeThreshold(threshold, isNew) {
    this.#written = threshold;
    if (!isNew) for (const { list } of this.#parts) list.forget();
    if (!this.#thresholdControl) return;
    const { input, value } = this.#thresholdControl;
    if (Number(input.value) !== threshold) input.value = String(threshold);
    value.textContent = shortNumber(threshold);
  }
}

/**
 * @param {Description} run @param {Table} table @param {string} title
 * @param {boolean} selectable @param {string} why it is not judged
 * @returns {Part}
 */
function partOf(run, table, title, selectable, why) {
  const { classes, target_names: names } = run;
  const list = new RowList(run, table, { title: `${title} rows`, selectable });
  const counts = classes && new CountLines({ classes, target_names: names }, `${title} counts`, selectable);
  return { list, counts, table, note: why ? element("p", "rows-note", why) : null };
}

/** @param {Part} part */
function boxesOf({ list, counts, note }) {
  return [list.box, ...(counts ? [counts.box] : []), ...(note ? [note] : [])];
}
