// All that the player knows and shows: the runs by their numbers, which of them is on the screen, and what the page says.
import { Moment } from "./moment.mjs";
import { MomentBefore } from "./moment_before.mjs";
import { Run } from "./run.mjs";

export class Store {
  /** @type {Map<number, Run>} */
  runs = new Map();
  /** The run on the screen. @type {Run | null} */
  run = null;
  /** The run before it. @type {Run | null} */
  before = null;
  /** What the newest message says besides. @type {import("../shared/types.js").Header | null} */
  header = null;
  /** @type {import("../shared/types.js").Assets | null} */
  assets = null;
  /** The newest charts. @type {import("../shared/types.js").Charts | null} */
  charts = null;
  /** Strictly above it an output is class 1. */
  threshold = 0.5;
  /** The chosen training row. */
  row = 0;
  /** @type {({run: number, before: number} & import("./moment_before.mjs").RowsBefore) | null} */
  #rowsBefore = null;

  /**
   * @param {import("../link/frame.mjs").Message} message
   * @param {number} [pendingThreshold] the threshold on the screen, if Python has not yet heard of it
   */
  receive({ header, runs }, pendingThreshold) {
    this.header = header;
    this.threshold = pendingThreshold ?? header.threshold;
    const told = new Map(runs.map(({ run, description }) => [run, description]));
    const descriptionOf = (/** @type {number} */ run) => this.runs.get(run)?.description ?? told.get(run);
    for (const part of runs) this.#runOf(part.run).receive(part, descriptionOf);
    this.run = this.#runOf(header.run);
    this.before = header.before === null ? null : this.#runOf(header.before);
    // A run that has left the page does not come back under the same number.
    for (const number of this.runs.keys()) if (number !== header.run && number !== header.before) this.runs.delete(number);
    const { rows_before: rows, run, before } = header;
    if (rows && before !== null) this.#rowsBefore = { ...rows, run, before };
    if (header.assets) this.assets = header.assets;
    if (header.charts) this.charts = { ...header.charts, run: header.run };
  }

  /** Whether there is all that drawing begins with: what both runs are, which rows they share, and colours. */
  get isComplete() {
    const { run, before } = this;
    if (!run?.description || !this.assets) return false;
    return before === null || (before.description !== null && this.rowsBefore !== null);
  }

  /** Which of its rows each row of the run on the screen was in the run before; null if that is not known. */
  get rowsBefore() {
    const rows = this.#rowsBefore;
    return rows?.run === this.run?.number && rows?.before === this.before?.number ? rows : null;
  }

  /** What every request says of the runs that are known. */
  get known() {
    return {
      run: this.run?.number ?? 0,
      before: this.rowsBefore?.before ?? null,
      ...(!this.assets && { assets: true }),
    };
  }

  /** Another text whenever more is known of the epochs of both runs. */
  get knownEpochs() {
    return [this.run, this.before].map((run) => run && `${run.number} ${run.trained} ${run.exactEpoch}`).join();
  }

  /**
   * The epoch that the run before is compared at: its end, if it is the shorter one.
   * @param {number} epoch of the run on the screen
   */
  epochBefore(epoch) {
    return Math.min(epoch, this.before?.trained ?? 0);
  }

  /**
   * The moment at an epoch, with the run before at the same one; null if what is wanted of either is not known.
   * @param {number} epoch
   * @param {boolean} atRest whether another epoch will not do
   * @returns {Moment | null}
   */
  momentAt(epoch, atRest) {
    const known = this.run?.after(epoch, atRest);
    if (!this.run?.description || !known) return null;
    const { rowsBefore } = this;
    const before = rowsBefore && this.before?.description ? this.before : null;
    const knownBefore = before?.after(this.epochBefore(known.epoch), atRest) ?? null;
    // Exact numbers are on their way: a comparison with another epoch would be wrong for that long.
    if (before && atRest && !knownBefore) return null;
    const moment = new Moment(this.run.description, known, this.row);
    // As long as records are missing, the newest that has come may be far from the epoch.
    if (before?.description && rowsBefore && knownBefore && (atRest || before.isWhole)) {
      moment.before = new MomentBefore(before.description, knownBefore.parameters, rowsBefore);
      moment.isExact &&= knownBefore.isExact;
    }
    return moment;
  }

  /** @param {number} number */
  #runOf(number) {
    const run = this.runs.get(number) ?? new Run(number);
    this.runs.set(number, run);
    return run;
  }
}
