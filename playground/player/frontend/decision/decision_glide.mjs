// Whether the picture is seen to move to the next moment: one step of the run, or to where a row flips.
/** @typedef {Pick<import("../model/moment.mjs").Moment, "run" | "epoch">} Moment */

/** Milliseconds; pictures that follow each other faster than this jump: somebody scrubs. */
const SCRUBBING = 150;

export class DecisionGlide {
  /** What was painted last, and when. @type {{moment: Moment, time: number} | null} */
  #last = null;

  /** @param {Moment} moment that has been painted @param {number} time in milliseconds */
  begin(moment, time) {
    this.#last = { moment, time };
  }

  /** @param {Moment} moment @param {number} flips rows that change class on the way @param {number} time in milliseconds */
  leadsTo(moment, flips, time) {
    const before = this.#last;
    if (!before || before.moment.run !== moment.run) return false;
    const isOneStep = flips > 0 || Math.abs(moment.epoch - before.moment.epoch) === 1;
    return isOneStep && time - before.time > SCRUBBING;
  }
}
