// The lines of one table. A thousand rows scroll in their box; while they move, only those in sight are written.

import { calledClass, verdictOf } from "../model/classes.mjs";
import { element, RowLine } from "./rows_line.js";
/** @import { Description, Table } from "../shared/types" */

const FIRST_IN_SIGHT = 40;
const MOST_UNSCROLLED = 12;
/** How long nothing must have moved until the others are written too, in ms. */
const AT_REST = 250;
const UNKNOWN = -1;
let lists = 0;

/** @typedef {{outputs: Float64Array, threshold: number, before: (ArrayLike<number> | null)[] | null}} Drawn */

export class RowList {
  /** @type {HTMLUListElement} */ box;
  /** @type {RowLine[]} */ lines = [];
  /** @type {Description} */ #run;
  /** @type {Pick<Table, "targets" | "row_numbers">} */ #table;
  /** @type {Set<number>} */ #inSight = new Set();
  /** @type {Int16Array} */ #called;
  /** @type {IntersectionObserver} */ #observer;
  /** @type {Drawn | null} */
  #last = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;

  /**
   * @param {Description} run
   * @param {Pick<Table, "targets" | "row_numbers">} table
   * @param {{title: string, selectable: boolean}} options
   */
  constructor(run, table, { title, selectable }) {
    this.#run = run;
    this.#table = table;
    this.#called = new Int16Array(table.targets.length).fill(UNKNOWN);
    lists += 1;
    table.targets.forEach((_, index) => {
      this.lines.push(new RowLine(run, table, index, { selectable, id: `rows-${lists}-${index}` }));
      if (index < FIRST_IN_SIGHT) this.#inSight.add(index);
    });
    this.box = element("ul", "rows-list", ...this.lines.map(({ item }) => item));
    // A list without bullets is no list to Safari unless it says so.
    this.box.setAttribute("role", "list");
    this.box.setAttribute("aria-label", title);
    if (!selectable) this.box.tabIndex = 0;
    this.box.classList.toggle("rows-many", this.lines.length > MOST_UNSCROLLED);
    const digits = Math.max(1, ...table.row_numbers.map((number) => String(number).length));
    this.box.style.setProperty("--rows-digits", String(digits));
    this.#observe();
  }

  /**
   * @param {Float64Array} outputs of all rows, one behind the other
   * @param {number} threshold
   * @param {(ArrayLike<number> | null)[] | null} before per row, what the run before answered
   */
  draw(outputs, threshold, before) {
    const count = this.#outputCount;
    for (let index = 0; index < this.lines.length; index += 1) {
      const called = calledClass(this.#run.classes, outputs, index * count, count, threshold);
      // A row that is called nothing has not changed class: it has the one it had.
      if (called < 0 || called === this.#called[index]) continue;
      if (this.#called[index] !== UNKNOWN && this.#inSight.has(index)) this.lines[index].flash();
      this.#called[index] = called;
    }
    this.#last = { outputs, threshold, before };
    for (const index of this.#inSight) this.#drawLine(index, this.#last);
    clearTimeout(this.#rest);
    if (this.#inSight.size < this.lines.length) this.#rest = setTimeout(() => this.#drawOutOfSight(), AT_REST);
  }

  /** The next moment is compared with nothing: what changes now was not learnt. */
  forget() {
    this.#called.fill(UNKNOWN);
  }

  /**
   * Brings a row into the box, without moving the page.
   * @param {number} index
   */
  show(index) {
    const { offsetTop, offsetHeight } = this.lines[index].item;
    if (offsetTop < this.box.scrollTop) this.box.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > this.box.scrollTop + this.box.clientHeight) {
      this.box.scrollTop = offsetTop + offsetHeight - this.box.clientHeight;
    }
  }

  remove() {
    clearTimeout(this.#rest);
    this.#observer.disconnect();
    this.box.remove();
  }

  get #outputCount() {
    return this.#table.targets[0]?.length ?? 0;
  }

  /** @param {number} index @param {Drawn} drawn */
  #drawLine(index, { outputs, threshold, before }) {
    const start = index * this.#outputCount;
    const targets = this.#table.targets[index];
    const own = outputs.subarray(start, start + targets.length);
    this.lines[index].draw(own, verdictOf(this.#run.classes, targets, own, threshold), before?.[index] ?? null);
  }

  /** Who has the page read aloud, or searches in it, comes to lines that nobody sees. */
  #drawOutOfSight() {
    const last = this.#last;
    if (!last) return;
    for (let index = 0; index < this.lines.length; index += 1) {
      if (!this.#inSight.has(index)) this.#drawLine(index, last);
    }
  }

  #observe() {
    /** @type {Map<Element, number>} */
    const places = new Map(this.lines.map(({ item }, index) => [item, index]));
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = places.get(target);
          if (index === undefined) continue;
          if (!isIntersecting) this.#inSight.delete(index);
          else if (!this.#inSight.has(index)) {
            this.#inSight.add(index);
            if (this.#last) this.#drawLine(index, this.#last);
          }
        }
      },
      { root: this.box, rootMargin: "120px" },
    );
    for (const { item } of this.lines) this.#observer.observe(item);
  }
}
