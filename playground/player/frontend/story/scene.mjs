// What is to be seen at one moment, as sentences are made of it: verdicts, flips so far, errors, and the run before.
import { countsOf, verdictOf } from "../model/classes.mjs";
import { hasSameLoss } from "../model/moment_before.mjs";
import { isValidationRow, testedRows } from "../model/validation_rows.mjs";
import { openOnScreen, openRow } from "../worked/open_numbers.mjs";
/**
 * @import { Description, Flip } from "../shared/types"
 * @import { Counts, Verdict } from "../model/classes.mjs"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { Guess } from "./guess.mjs"
 */

/** So many flips Python counts; of a run with more it is not known where the last one was. */
const MOST_FLIPS = 2_000;

/**
 * @typedef {object} Seen what a scene is made of
 * @property {Description} run
 * @property {Moment} moment
 * @property {number} threshold
 * @property {number} end the last epoch of the run
 * @property {Flip[] | null} flips of the whole run as far as it is trained; null where they are not those of this moment
 * @property {number | null} lossAtStart
 * @property {number | null} lossBefore of the run before, at the same epoch
 * @property {boolean} [beginsAsTaught] whether what is changed on the way is of the lesson that is open
 * @property {string} whatChanged why the run is another one than before, as Python says it
 * @property {number | null} [goesOnFrom] the epoch that was the last, where the run goes on for a change there
 * @property {(index: number, epoch: number) => number | null} parameterBefore of the run before
 * @property {Guess | null} guess
 * @property {boolean} [isLossOpen] whether somebody is to work the loss, and nobody tells it
 * @property {number | null} [openRow] the row whose output somebody is to work, and nobody tells it
 * @property {boolean} [isPlayedOn] whether the play-head has been moved since the run began
 * @property {boolean} isMoving whether the play-head goes on by itself
 * @property {boolean} [endsEarly] whether the run has ended before its planned end, and this is its last epoch
 * @property {Ending | null} ending how the run ends; null as long as it is not trained to its end
 *
 * @typedef {{verdicts: (Verdict | null)[], epoch: number, flips: Flip[] | null}} Ending
 * @typedef {{row: number, column: number, size: number, output: number, target: number}} LargestError
 */

export class Scene {
  /** @type {(Verdict | null)[] | null} */
  #verdicts = null;
  /** @type {Counts | null | undefined} */
  #counts;
  #seen;

  /** @param {Seen} seen */
  constructor(seen) {
    this.#seen = seen;
    const { run, moment, threshold, end, lossAtStart, lossBefore, whatChanged, guess, isMoving, ending } = seen;
    this.run = run;
    this.moment = moment;
    this.epoch = moment.epoch;
    this.loss = seen.isLossOpen ? null : moment.loss;
    this.openRow = seen.openRow ?? null;
    this.threshold = threshold;
    this.end = end;
    this.lossAtStart = lossAtStart;
    this.lossBefore = lossBefore;
    this.whatChanged = whatChanged;
    this.guess = guess;
    this.isMoving = isMoving;
    this.isPlayedOn = seen.isPlayedOn ?? false;
    this.ending = ending;
    this.endsEarly = seen.endsEarly ?? false;
    this.beginsAsTaught = seen.beginsAsTaught ?? false;
    this.goesOnFrom = seen.goesOnFrom ?? null;
    /** The flips up to this moment; null where they are not known. */
    this.flips = seen.flips?.filter(([epoch]) => epoch <= moment.epoch) ?? null;
  }

  /** The run that this one is compared with, or null. @returns {Description | null} */
  get before() {
    return this.moment.before?.run ?? null;
  }

  /** Row for row; null where a row is not judged. */
  get verdicts() {
    this.#verdicts ??= verdictsOf(this.run, this.moment.outputs, this.threshold);
    return this.#verdicts;
  }

  /** Of the training rows; null if none is judged. @returns {Counts | null} */
  get counts() {
    if (this.#counts === undefined) this.#counts = countsOf(this.run.classes, this.run.train, this.moment.outputs, this.threshold);
    return this.#counts;
  }

  /** Of the test rows. @returns {Counts | null} */
  get testCounts() {
    const { run, moment, threshold } = this;
    if (!run.test || !moment.testOutputs) return null;
    const { targets, outputs } = testedRows(run.test, moment.testOutputs);
    return countsOf(run.classes, { targets }, outputs, threshold);
  }

  /** Of all training rows of the run before, at the same epoch; null where its classes are others. @returns {Counts | null} */
  get countsBefore() {
    const before = this.moment.before;
    if (!before) return null;
    const { run, ownOutputs } = before;
    // The threshold lies between the classes of this run.
    if (run.classes?.values.join() !== this.run.classes?.values.join()) return null;
    return countsOf(run.classes, run.train, ownOutputs, this.threshold);
  }

  /** The rows with a verdict, as they are called. @param {Verdict} verdict */
  rowsThatAre(verdict) {
    return this.verdicts.flatMap((given, row) => (given === verdict ? [this.run.train.row_numbers[row]] : []));
  }

  /** The epoch at which a row changed class last, or null if it never has; undefined where flips are not known. @param {number} row */
  lastFlipOf(row) {
    return this.flips && (this.flips.findLast(([, rows]) => rows.includes(row))?.[0] ?? null);
  }

  /** What a parameter was in the run before at an epoch, or null. @param {number} index @param {number} epoch */
  parameterBefore(index, epoch) {
    return this.#seen.parameterBefore(index, epoch);
  }

  /** Where an output is furthest from its target. @param {"train" | "test"} name @returns {LargestError | null} */
  largestError(name = "train") {
    const table = this.run[name];
    const outputs = name === "train" ? this.moment.outputs : this.moment.testOutputs;
    /** @type {LargestError | null} */
    let largest = null;
    if (!table || !outputs) return null;
    table.targets.forEach((targets, row) => isValidationRow(table, row) || targets.forEach((target, column) => {
      const output = outputs[row * targets.length + column];
      const size = Math.abs(output - target);
      if (Number.isFinite(size) && (largest === null || size > largest.size)) largest = { row, column, size, output, target };
    }));
    return largest;
  }
}

/**
 * @param {Store} store with a run and a moment
 * @param {Ending | null} ending
 * @returns {Scene}
 */
export function sceneOf(store, ending) {
  const { run, before, moment, header, threshold, timeline, tried, guess } = store;
  if (!run?.description || !moment || !header) throw new Error("Nothing is on the screen yet.");
  const at = moment.before ? store.epochBefore(moment.epoch) : 0;
  const open = openOnScreen(store);
  return new Scene({
    run: run.description,
    moment,
    threshold,
    end: timeline.end,
    // A weight that is tried has another future, and so has another threshold.
    flips: tried || threshold !== header.threshold ? null : wholeFlips(run),
    lossAtStart: run.records?.count ? run.records.lossAt(0) : null,
    lossBefore: moment.before && hasSameLoss(before, run) ? (before?.after(at, false)?.loss ?? null) : null,
    beginsAsTaught: header.begins_as_taught,
    goesOnFrom: header.goes_on_from,
    // Of a run before that is on its way more can be said than that.
    whatChanged: moment.before || !before ? header.what_changed : "",
    // Where something was taken back the run beside it is a later one.
    parameterBefore: (index, epoch) => (header.went_to?.is_back ? null : parameterOf(before, index, epoch)),
    guess: guess?.run === run.number ? guess : null,
    isLossOpen: open.loss,
    openRow: openRow(open, run.description, store.chosen.row),
    isMoving: timeline.moving,
    isPlayedOn: timeline.isPlayedOn,
    endsEarly: run.earlyEnd.length > 0 && moment.epoch === timeline.end,
    ending,
  });
}

/** @param {import("../model/run.mjs").Run | null} run @param {number} index @param {number} epoch */
function parameterOf(run, index, epoch) {
  if (!run?.description || run.trained < epoch) return null;
  const known = run.after(epoch, false);
  return known?.epoch === epoch ? (known.parameters[index] ?? null) : null;
}

/** All flips of a run as far as it is trained, or null if there may be others. @param {import("../model/run.mjs").Run} run */
export function wholeFlips({ flips, flipCount }) {
  return flips.length >= flipCount && flipCount < MOST_FLIPS ? flips : null;
}

/**
 * @param {Description} run @param {ArrayLike<number>} outputs @param {number} threshold
 * @returns {(Verdict | null)[]}
 */
export function verdictsOf({ classes, train }, outputs, threshold) {
  return train.targets.map((targets, row) => verdictOf(classes, targets, outputs, threshold, row * targets.length));
}
