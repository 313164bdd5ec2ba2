// One run as the browser knows it: its description, its records, its flips, and how far Python has come with it.
import { withNames } from "./names.mjs";
import { Records } from "./records.mjs";

/**
 * @typedef {object} Known what is known of a run after an epoch
 * @property {number} epoch
 * @property {number | null} loss
 * @property {ArrayLike<number>} parameters valid until something is received
 * @property {boolean} isExact whether they are those of Python in full precision
 */

export class Run {
  /** @type {{epoch: number, loss: number, parameters: number[]} | null} */
  #exact = null;
  /** The threshold at which the flips were found. */
  #flipsThreshold = NaN;

  /** @param {number} number */
  constructor(number) {
    this.number = number;
    /** What does not change any more: another object if Python says something else. @type {import("../shared/types.js").Description | null} */
    this.description = null;
    /** The number of what its rows are called in the description, and are called by now. */
    this.called = 0;
    this.calledNow = 0;
    /** @type {Records | null} */
    this.records = null;
    /** @type {Array<[number, number[]]>} */
    this.flips = [];
    this.flipCount = 0;
    this.recorded = 0;
    this.trained = 0;
    this.finished = false;
    this.end = 0;
    /** @type {string[]} */
    this.earlyEnd = [];
    /** The epochs at which it was changed on the way. @type {number[]} */
    this.changedAt = [];
  }

  /**
   * @param {import("../link/frame.mjs").RunPart} part
   * @param {Parameters<typeof withNames>[1]} [descriptionOf]
   */
  receive(part, descriptionOf = () => null) {
    const description = part.description && withNames(part.description, descriptionOf);
    if (description) {
      this.description = Object.freeze(description);
      this.called = part.called;
    }
    this.records ??= new Records(part.width);
    this.records.add(part.from, part.epochs, part.rows);
    this.#receiveFlips(part);
    const { called: calledNow, recorded, trained, finished, end, early_end: earlyEnd, changed_at: changedAt } = part;
    Object.assign(this, { calledNow, recorded, trained, finished, end, earlyEnd, changedAt });
    if (part.exact) this.#exact = part.exact;
  }

  /** The newest epoch that can be shown. */
  get newest() {
    return Math.max(0, this.finished ? this.trained : (this.records?.newest ?? 0));
  }

  /** The epoch whose parameters are known in full precision, or -1. */
  get exactEpoch() {
    return this.#exact?.epoch ?? -1;
  }

  /** Whether every record that Python has is here. */
  get isWhole() {
    return (this.records?.count ?? 0) >= this.recorded;
  }

  /**
   * What is known after an epoch: exactly if its parameters have come, else as recorded; null if neither is known.
   * @param {number} epoch
   * @param {boolean} atRest whether another epoch will not do
   * @returns {Known | null}
   */
  after(epoch, atRest) {
    if (this.#exact?.epoch === epoch) return { ...this.#exact, isExact: true };
    const place = this.records?.placeOf(epoch) ?? -1;
    if (this.records === null || place < 0) return null;
    const recorded = this.records.epochAt(place);
    if (atRest && recorded !== epoch && epoch <= this.trained) return null;
    const [loss, parameters] = [this.records.lossAt(place), this.records.parametersAt(place)];
    return { epoch: recorded, loss, parameters, isExact: false };
  }

  /** The flip after an epoch (or before it), or null. @param {number} epoch @param {number} direction */
  flipFrom(epoch, direction) {
    // They come in the order in which they happen.
    const found = direction > 0 ? this.flips.find(([at]) => at > epoch) : this.flips.findLast(([at]) => at < epoch);
    return found ? found[0] : null;
  }

  /** @param {import("../link/frame.mjs").RunPart} part */
  #receiveFlips({ known_flips: from, flips, flip_count: count, threshold }) {
    this.flipCount = count;
    if (threshold !== this.#flipsThreshold) this.flips = [];
    this.#flipsThreshold = threshold;
    if (from <= this.flips.length) this.flips = [...this.flips.slice(0, from), ...flips];
  }
}
