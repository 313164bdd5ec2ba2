// The updates that were worked: the one on the screen, and a few that are there already when the play-head goes by an epoch.
import { wantedUpdate } from "./wanted_update.mjs";
/**
 * @import { Header, WantedUpdate, WorkedUpdate } from "../shared/types"
 * @import { Exercise } from "./exercise.mjs"
 * @import { Looking } from "./wanted_update.mjs"
 */

/** Those of the play-head's epoch and of both beside it, and as many of where it was. */
const MOST_KEPT = 6;

export class WorkedUpdates {
  /** The one on the screen: that of the play-head, or as long as it is not there, the newest. @type {WorkedUpdate | null} */
  shown = null;
  #exercise;
  /** The one that was looked at last is the last. @type {WorkedUpdate[]} */
  #kept = [];

  /** @param {Exercise} exercise on the one on the screen */
  constructor(exercise) {
    this.#exercise = exercise;
  }

  /** What has come, if it was asked for. @param {Pick<Header, "worked" | "worked_ahead">} told @param {Looking} looking */
  take({ worked, worked_ahead: ahead = [] }, looking) {
    for (const update of ahead) this.#keep(update);
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
    return wanted && looking.run && this.find(wanted, looking.run.number);
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
  if (epoch !== wanted.epoch || row !== wanted.row || parameter !== wanted.parameter) return false;
  return wanted.digits === undefined || paper?.digits === wanted.digits;
}
