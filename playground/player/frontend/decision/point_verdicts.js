// Which points of the decision picture are ringed, because their rows are answered wrongly; and how many are right.

import { verdictOf } from "../model/classes.mjs";
/**
 * @import { Pictured, Table } from "../shared/types"
 * @import { Verdict } from "../model/classes.mjs"
 */

export class PointVerdicts {
  #run;
  #train;
  #test;
  /** As they are shown, of the training rows and of the test rows. @type {(Verdict | null)[][]} */
  #shown;

  /**
   * @param {Pictured} run
   * @param {HTMLElement[]} train the points of its training rows
   * @param {HTMLElement[]} test those of its test rows
   */
  constructor(run, train, test) {
    this.#run = run;
    this.#train = train;
    this.#test = test;
    this.#shown = [train, test].map((points) => new Array(points.length).fill(null));
  }

  /** The same points stand for the rows of another run. @param {Pictured} run */
  follow(run) {
    this.#run = run;
  }

  /**
   * Ring the rows that are answered wrongly; only what changed is touched.
   * @param {Float64Array} outputs @param {Float64Array | null} testOutputs @param {number} threshold
   */
  draw(outputs, testOutputs, threshold) {
    const { train, test } = this.#run;
    this.#ring(this.#train, train, outputs, threshold, this.#shown[0]);
    if (testOutputs && test) this.#ring(this.#test, test, testOutputs, threshold, this.#shown[1]);
  }

  /** How many training rows are answered rightly; null where there is no right and wrong. */
  get right() {
    const [rows] = this.#shown;
    return rows.includes(null) ? null : rows.filter((verdict) => verdict === "right").length;
  }

  /**
   * @param {HTMLElement[]} points @param {Table} table @param {Float64Array} outputs @param {number} threshold
   * @param {(Verdict | null)[]} shown
   */
  #ring(points, table, outputs, threshold, shown) {
    for (let row = 0; row < points.length; row++) {
      const targets = table.targets[row];
      const verdict = verdictOf(this.#run.classes, targets, outputs, threshold, row * targets.length);
      if (verdict === shown[row]) continue;
      shown[row] = verdict;
      points[row].classList.toggle("is-wrong", verdict === "wrong");
    }
  }
}
