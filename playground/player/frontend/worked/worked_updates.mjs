// The updates that were worked: the one on the screen, and a few that are there already when the play-head goes by an epoch.
import { TellingRow } from "./telling_row.mjs";
import { wantedUpdate } from "./wanted_update.mjs";
/**
 * @import { Header, WantedUpdate, WorkedUpdate } from "../shared/types"
 * @import { Exercise } from "./exercise.mjs"
 * @import { Looking } from "./wanted_update.mjs"
 */

/** Those of the play-head's epoch and of where it goes next, and as many of where it was. */
const MOST_KEPT = 12;

export class WorkedUpdates {
  /** The one on the screen: that of the play-head, or the newest it has come past, or that there is. @type {WorkedUpdate | null} */
  shown = null;
  tellingRow = new TellingRow();
  #exercise;
  /** The one that was looked at last is the last. @type {WorkedUpdate[]} */
  #kept = [];
  /** What was looked at when Python had no time for what lies ahead of it. */
  #alone = "";

  /** @param {Exercise} exercise on the one on the screen */
  constructor(exercise) {
    this.#exercise = exercise;
  }

  /** What has come, if it was asked for. @param {Pick<Header, "worked" | "worked_ahead">} told @param {Looking} looking */
  take({ worked, worked_ahead: ahead }, looking) {
    if (ahead) this.#alone = ahead.length ? "" : JSON.stringify(wantedUpdate(looking));
    for (const update of ahead ?? []) this.#keep(update);
    if (!worked) return;
    this.#keep(worked);
    // Where the play-head has gone on meanwhile, and what it came to is there, this is an older one.
    this.#show(this.#known(looking) ?? worked);
  }

  /** Have the update of the play-head on the screen, if it is there. @param {Looking} looking @returns {boolean} whether it is another one now */
  look(looking) {
    const known = this.#known(looking);
    if (!known || known === this.shown) return false;
    this.#show(known);
    return true;
  }

  /** Whether nothing is worked ahead of it: each takes so long that nobody should wait for what is not looked at. @param {WantedUpdate} wanted */
  isAlone(wanted) {
    return this.#alone === JSON.stringify(wanted);
  }

  /** Whether there is one that the play-head has still to come to. @param {Looking} looking */
  isInStock(looking) {
    const wanted = wantedUpdate(looking);
    return wanted !== null && this.#ofSubject(wanted, looking.run?.number).some((update) => update.epoch > wanted.epoch);
  }

  /** @param {WantedUpdate} wanted @param {number} run its number @returns {WorkedUpdate | null} null if it is not there */
  find(wanted, run) {
    return this.#kept.findLast((update) => update.run === run && isOf(update, wanted)) ?? null;
  }

  /** What is said in them names rows as they were called: it is to be said again. */
  forgetNames() {
    if (this.shown) this.shown = { ...this.shown, run: -1 };
    this.#kept = [];
  }

  /** @param {Looking} looking */
  #known(looking) {
    const wanted = wantedUpdate(looking);
    if (!wanted || !looking.run) return null;
    if (!looking.timeline.moving) return this.find(wanted, looking.run.number);
    const there = this.#ofSubject(wanted, looking.run.number);
    const passed = there.filter(({ epoch }) => epoch <= wanted.epoch);
    const last = passed.reduce((/** @type {WorkedUpdate | null} */ newest, one) => (newest && newest.epoch > one.epoch ? newest : one), null);
    // Where it plays from an earlier epoch than that on the screen, this one is nearer than what was looked at long before.
    const ahead = there.find((update) => update === this.shown && update.epoch > wanted.epoch);
    return last && ahead && ahead.epoch - wanted.epoch < wanted.epoch - last.epoch ? ahead : last;
  }

  /** Those of the weight, the row and the run that are looked at, of any epoch. @param {WantedUpdate} wanted @param {number} [run] its number */
  #ofSubject(wanted, run) {
    return this.#kept.filter((update) => update.run === run && isOf(update, { ...wanted, epoch: update.epoch }));
  }

  /** @param {WorkedUpdate} update */
  #show(update) {
    this.#keep(update);
    this.shown = update;
    this.#exercise.follow(update);
  }

  /** @param {WorkedUpdate} update that has come, or is looked at */
  #keep(update) {
    const { run, epoch, row, parameter, paper } = update;
    const same = this.find({ epoch, row, parameter, ...(paper && { digits: paper.digits }) }, run);
    this.#kept = [...this.#kept.filter((each) => each !== same), update].slice(-MOST_KEPT);
  }
}

/** @param {WorkedUpdate} update @param {WantedUpdate} wanted */
function isOf({ epoch, row, parameter, paper }, wanted) {
  // Which row it will be is not known before it is there.
  if (wanted.telling || epoch !== wanted.epoch || row !== wanted.row || parameter !== wanted.parameter) return false;
  return wanted.digits === undefined || paper?.digits === wanted.digits;
}
