// Which rows of a table have changed class since the moment before: the flips that pulse, in its line and in its point.

import { calledClass } from "./classes.mjs";
/** @import { Classes } from "./classes.mjs" */

const UNKNOWN = -1;

export class CalledClasses {
  /** Whose rows they are. @type {object | null} */
  #table = null;
  #threshold = NaN;
  /** The class that each row was called last. @type {number[]} */
  #called = [];

  /**
   * See what the rows are called now. Another table, which comes with another run, and another threshold are compared
   * with nothing: what changes with them was not learnt.
   * @param {Classes | null} classes
   * @param {{targets: number[][]}} table
   * @param {ArrayLike<number>} outputs rows × outputs, one row behind the other
   * @param {number} threshold
   * @returns {number[]} the places of the rows that have changed class
   */
  flipped(classes, table, outputs, threshold) {
    const rows = table.targets.length;
    if (table !== this.#table || threshold !== this.#threshold || rows !== this.#called.length) {
      this.#called = new Array(rows).fill(UNKNOWN);
      [this.#table, this.#threshold] = [table, threshold];
    }
    const columns = rows ? table.targets[0].length : 0;
    const flipped = [];
    for (let row = 0; row < rows; row += 1) {
      const [before, called] = [this.#called[row], calledClass(classes, outputs, row * columns, columns, threshold)];
      // A row that is called nothing has not changed class: it has the one it had.
      if (called < 0 || called === before) continue;
      this.#called[row] = called;
      if (before !== UNKNOWN) flipped.push(row);
    }
    return flipped;
  }

  /** The next moment is compared with nothing. */
  forget() {
    this.#table = null;
  }
}
