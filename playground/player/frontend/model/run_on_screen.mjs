// One run as the browser knows it: its description, its records, its flips, and how far Python has come with it.
import { Moment } from "./moment.mjs";
import { Records } from "./records.mjs";

export class RunOnScreen {
  #exact = null;
  /** The threshold at which the flips were found. */
  #flipsThreshold = NaN;

  /** @param {number} number */
  constructor(number) {
    this.number = number;
    this.description = null;
    this.records = null;
    this.flips = [];
    this.flipCount = 0;
    this.rowsBefore = null;
    this.recorded = 0;
    this.trained = 0;
    this.finished = false;
    this.end = 0;
    this.playerSeen = false;
    this.charts = null;
  }

  /**
   * @param {import("../link/frame.mjs").Message} message
   * @param {number} [pendingThreshold] the threshold on the screen, if Python has not yet heard of it
   */
  receive({ header, epochs, rows }, pendingThreshold) {
    if (header.description) Object.assign(this, { description: header.description, rowsBefore: header.rows_before ?? null });
    const { situation, changes } = header;
    const threshold = pendingThreshold ?? header.threshold;
    if (this.description) Object.assign(this.description, { threshold, situation, changes });
    this.records ??= new Records(header.width);
    this.records.add(header.from, epochs, rows);
    this.#receiveFlips(header);
    const { recorded, trained, finished, end, player_seen: playerSeen } = header;
    Object.assign(this, { recorded, trained, finished, end, playerSeen });
    if (header.exact) this.#exact = header.exact;
    if (header.charts) this.charts = header.charts;
  }

  /** The newest epoch that can be shown. */
  get newest() {
    return Math.max(0, this.finished ? this.trained : (this.records?.newest ?? 0));
  }

  /** The epoch whose parameters are known in full precision, or -1. */
  get exactEpoch() {
    return this.#exact?.epoch ?? -1;
  }

  /**
   * The moment at an epoch: exactly if its parameters have come, else as recorded; null if neither is known.
   * @param {number} epoch
   * @param {number} row
   * @param {boolean} atRest whether another epoch will not do
   */
  momentAt(epoch, row, atRest) {
    const place = this.records.placeOf(epoch);
    if (place < 0) return null;
    const loss = this.records.lossAt(place);
    if (this.#exact?.epoch === epoch) {
      return new Moment(this.description, epoch, this.#exact.loss, this.#exact.parameters, row);
    }
    const recorded = this.records.epochAt(place);
    if (atRest && recorded !== epoch && epoch <= this.trained) return null;
    return new Moment(this.description, recorded, loss, this.records.parametersAt(place), row);
  }

  /** The flip after an epoch (or before it), or null. */
  flipFrom(epoch, direction) {
    const epochs = this.flips.map(([at]) => at).filter((at) => (direction > 0 ? at > epoch : at < epoch));
    if (!epochs.length) return null;
    return direction > 0 ? Math.min(...epochs) : Math.max(...epochs);
  }

  #receiveFlips({ known_flips: from, flips, flip_count: count, threshold }) {
    this.flipCount = count;
    if (threshold !== this.#flipsThreshold) this.flips = [];
    this.#flipsThreshold = threshold;
    if (from <= this.flips.length) this.flips = [...this.flips.slice(0, from), ...flips];
  }
}
