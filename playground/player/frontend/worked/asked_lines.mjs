// What somebody has asked of the lines of a worked update: numbers that unfold, formulas and notes to their end, all lines.
/** @import { WorkedUpdate } from "../shared/types" */

/** What is asked of a single line. @typedef {"unfolded" | "whole" | "noted"} AskedOfLine */

export class AskedLines {
  /** Lines that unfold beneath those whose terms they are. @type {ReadonlySet<number>} */
  unfolded = new Set();
  /** Lines whose formula is read to its end, in as many lines as it takes. @type {ReadonlySet<number>} */
  whole = new Set();
  /** Lines whose note stands beneath them. @type {ReadonlySet<number>} */
  noted = new Set();
  /** Whether all lines are read, from the table to the new value. */
  all = false;
  /** @type {Pick<WorkedUpdate, "parameter" | "lines"> | null} */
  #of = null;

  /**
   * What was asked of one weight's lines says nothing of another's, and nothing of a line that another row lacks.
   * @param {Pick<WorkedUpdate, "parameter" | "lines">} worked
   */
  follow(worked) {
    const isSame = this.#of?.parameter === worked.parameter && this.#of.lines.length === worked.lines.length;
    this.#of = worked;
    if (!isSame) this.unfolded = this.whole = this.noted = new Set();
  }

  /** Ask for something of a line, or no longer. @param {AskedOfLine} what @param {number} line */
  toggle(what, line) {
    const asked = new Set(this[what]);
    if (!asked.delete(line)) asked.add(line);
    this[what] = asked;
  }
}
