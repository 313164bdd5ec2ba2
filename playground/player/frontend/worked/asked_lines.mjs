// What somebody has asked of the lines of a worked update: numbers that unfold, formulas and notes to their end, all lines.
/** @import { WorkedUpdate } from "../shared/types" */

/** What is asked of a single line. @typedef {"whole" | "noted"} AskedOfLine */

export class AskedLines {
  /** Lines that are unfolded, each with the one beneath which: where its number was pressed. @type {ReadonlyMap<number, number>} */
  unfolded = new Map();
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
    if (isSame) return;
    this.unfolded = new Map();
    this.whole = this.noted = new Set();
  }

  /** Unfold a line beneath another one, or fold it again. @param {number} line @param {number} beneath */
  unfold(line, beneath) {
    const unfolded = new Map(this.unfolded);
    if (unfolded.get(line) === beneath) unfolded.delete(line);
    else unfolded.set(line, beneath);
    this.unfolded = unfolded;
  }

  /** Ask for something of a line, or no longer. @param {AskedOfLine} what @param {number} line */
  toggle(what, line) {
    const asked = new Set(this[what]);
    if (!asked.delete(line)) asked.add(line);
    this[what] = asked;
  }
}
