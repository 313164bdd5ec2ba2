// The answers of one table, in the lines of the page's own editor: both read as one table.

import { countsOf } from "../model/classes.mjs";
import { testedRows } from "../model/validation_rows.mjs";
import { AnswerHead } from "./answer_head.js";
import { KINDS } from "./answer_kinds.mjs";
import { AnswerList } from "./answer_list.js";
import { AnswerSummary } from "./answer_summary.js";
import { TRACK_MARGIN } from "./line_layout.mjs";
import { LineWidths } from "./line_widths.js";
import { RowChoice } from "./row_choice.js";
import { shareOn, trackEnds } from "./row_track.mjs";
import { ScrolledTogether } from "./scrolled_together.js";
import { isOpen, NOTHING_OPEN, openOnScreen } from "../worked/open_numbers.mjs";
import { element } from "../shared/element.js";
/**
 * @import { Actions, Description, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Kind, KindName, Rows } from "./answer_kinds.mjs"
 */

/** @implements {View} */
export class AnswerStrip {
  /** @type {HTMLElement} */ #root;
  #store;
  /** @type {Kind} */ #kind;
  /** @type {AnswerList} */ #list;
  #head = new AnswerHead();
  /** @type {AnswerSummary | null} */ #summary;
  /** @type {LineWidths} */ #widths;
  /** @type {RowChoice | null} */ #choice;
  /** @type {ScrolledTogether} */ #scrolled;
  /** Whose rows have lines. @type {Description | null} */ #run = null;
  /** @type {Rows | null} */ #rows = null;
  /** At which rows were called. */ #threshold = NaN;

  /**
   * @param {HTMLElement} place beside the editor and as high as it is, in a box that keeps place for both
   * @param {{kind: KindName}} options
   * @param {Store} store
   * @param {Pick<Actions, "selectRow">} actions
   */
  constructor(place, { kind }, store, actions) {
    this.#store = store;
    this.#kind = KINDS[kind];
    const { title, rowName, tell, isChosenFrom, editor, summary } = this.#kind;
    this.#list = new AnswerList({ title, rowName, tell, selectable: isChosenFrom, hold: (digits) => this.#widths.hold(digits) });
    this.#summary = summary ? new AnswerSummary(place.closest(".table-slot") ?? place, summary) : null;
    this.#root = element("div", `rows rows-of-${kind}`, this.#head.box, this.#list.box);
    if (this.#summary) this.#root.append(this.#summary.box);
    place.append(this.#root);
    this.#widths = new LineWidths(place, this.#root, () => this.#drawHead());
    this.#scrolled = new ScrolledTogether(this.#list.box, editor);
    this.#choice = isChosenFrom ? new RowChoice(this.#list, store, actions, editor, () => this.#widths.head) : null;
  }

  /** @param {Description} run */
  arrange(run) {
    const { threshold, before, rowsBefore } = this.#store;
    const rows = this.#kind.rowsOf(run, this.#store);
    const isAnother = run !== this.#run || rows !== this.#rows;
    const isCalledAnew = threshold !== this.#threshold;
    this.#threshold = threshold;
    if (isAnother) this.#follow(run, rows);
    this.#widths.compare(before !== null && (rowsBefore === null || this.#kind.isCompared(rowsBefore)));
    if (isAnother || isCalledAnew) this.#drawHead();
    this.#choice?.arrange();
  }

  /** @param {Moment} moment */
  draw(moment) {
    const { outputs, before } = this.#kind.answersOf(moment, this.#store);
    const rows = this.#rows;
    if (!outputs || !rows) return;
    const { threshold } = this.#store;
    const { chosen } = this.#store;
    const { answers } = this.#kind.isChosenFrom ? openOnScreen(this.#store) : NOTHING_OPEN;
    const layer = moment.run.layer_sizes.length - 1;
    const isKeptBack = (/** @type {number} */ row, /** @type {number} */ index) => row === chosen.row && isOpen(answers, { layer, index });
    this.#list.draw(outputs, threshold, before, isKeptBack);
    if (!this.#summary) return;
    const { targets, outputs: counted } = testedRows(rows, outputs);
    this.#summary.draw(countsOf(moment.run.classes, { targets }, counted, threshold), { targets }, counted);
  }

  remove() {
    this.#list.remove();
    this.#widths.remove();
    this.#scrolled.remove();
    this.#summary?.remove();
    this.#root.remove();
  }

  /** @param {Description} run @param {Rows} rows */
  #follow(run, rows) {
    this.#run = run;
    this.#rows = rows;
    this.#list.follow(run, rows);
    this.#summary?.follow(run, this.#kind.whyNotJudged(run));
    this.#widths.follow(run, rows, this.#kind.longestWord(run));
    this.#root.classList.toggle("rows-none", rows.targets.length === 0);
    this.#root.classList.toggle("rows-several", run.target_names.length > 1);
  }

  #drawHead() {
    const { layout, digit, trackAt } = this.#widths;
    const run = this.#run;
    if (!layout || !run) return;
    const ends = trackEnds(run.classes, run.train.targets, 0);
    const threshold = run.classes?.kind === "two" ? this.#threshold : null;
    this.#head.draw(run.target_names, this.#widths.derived, layout, ends, threshold, digit, this.#rows?.areScaled ?? false);
    const isDrawn = threshold !== null && layout.track > 0;
    this.#root.classList.toggle("has-threshold", isDrawn);
    if (!isDrawn) return;
    const at = trackAt + TRACK_MARGIN + shareOn(ends, threshold) * (layout.track - 2 * TRACK_MARGIN);
    this.#root.style.setProperty("--threshold-at", `${at.toFixed(1)}px`);
  }
}
