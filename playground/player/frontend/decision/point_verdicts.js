// Which points of the decision picture are ringed, because their rows are answered wrongly; how many are right, and which flip.

import { CalledClasses } from "../model/called_classes.mjs";
import { verdictOf } from "../model/classes.mjs";
/**
 * @import { Pictured, Table } from "../shared/types"
 * @import { Verdict } from "../model/classes.mjs"
 */

export class PointVerdicts {
  #train;
  #test;
  /** As they are shown, of the training rows and of the test rows. @type {(Verdict | null)[][]} */
  #shown;
  #called = { train: new CalledClasses(), test: new CalledClasses() };

  /**
   * @param {HTMLElement[]} train the points of the training rows
   * @param {HTMLElement[]} test those of the test rows
   */
  constructor(train, test) {
    this.#train = train;
    this.#test = test;
    this.#shown = [train, test].map((points) => new Array(points.length).fill(null));
  }

  /**
   * Ring the rows that are answered wrongly; only what changed is touched.
   * @param {Pictured} run whose rows they are
   * @param {Float64Array} outputs @param {Float64Array | null} testOutputs @param {number} threshold
   * @returns {HTMLElement[]} the points of the rows that have changed class since the moment before
   */
  draw({ classes, train, test }, outputs, testOutputs, threshold) {
    ring(this.#train, this.#shown[0], classes, train, outputs, threshold);
    const flipped = this.#called.train.flipped(classes, train, outputs, threshold).map((row) => this.#train[row]);
    if (!testOutputs || !test) return flipped;
    ring(this.#test, this.#shown[1], classes, test, testOutputs, threshold);
    return [...flipped, ...this.#called.test.flipped(classes, test, testOutputs, threshold).map((row) => this.#test[row])];
  }

  /** How many training rows are answered rightly; null where there is no right and wrong. */
  get right() {
    const [rows] = this.#shown;
    return rows.includes(null) ? null : this.count("right");
  }

  /** How many training rows have a verdict. @param {Verdict} wanted */
  count(wanted) {
    return this.#shown[0].reduce((count, verdict) => count + Number(verdict === wanted), 0);
  }
}

/**
 * @param {HTMLElement[]} points @param {(Verdict | null)[]} shown @param {Pictured["classes"]} classes
 * @param {Table} table @param {Float64Array} outputs @param {number} threshold
 */
function ring(points, shown, classes, table, outputs, threshold) {
  for (let row = 0; row < points.length; row++) {
    const targets = table.targets[row];
    const verdict = verdictOf(classes, targets, outputs, threshold, row * targets.length);
    if (verdict === shown[row]) continue;
    shown[row] = verdict;
    points[row].classList.toggle("is-wrong", verdict === "wrong");
  }
}
