// The play-head: where it stands, where it is going, and how fast. Knows no clock and no screen.
import { epochOf, positionOf } from "./epoch_scale.mjs";

/** Seconds in which the even speed plays a whole run. */
export const WHOLE_RUN = 12;

/** @typedef {{name: string, label: string, epochsPerSecond?: number}} Speed */

/**
 * Speeds by name: the whole run evenly along the epoch axis, epochs per second, or whatever is there.
 * @type {ReadonlyArray<Speed>}
 */
export const SPEEDS = [
  { name: "even", label: `whole run in ${WHOLE_RUN} s` },
  { name: "1", label: "1 epoch/s", epochsPerSecond: 1 },
  { name: "10", label: "10 epochs/s", epochsPerSecond: 10 },
  { name: "120", label: "120 epochs/s", epochsPerSecond: 120 },
  { name: "1000", label: "1,000 epochs/s", epochsPerSecond: 1000 },
  { name: "fastest", label: "as fast as it comes", epochsPerSecond: Infinity },
];

// ln(1 + e) and back again may fall short of e by a rounding error.
const ROUNDING = 1e-7;

export class Timeline {
  #position = 0;
  #beginning = false;
  #scale = /** @type {import("./epoch_scale.mjs").EpochScale} */ ("linear");

  constructor() {
    this.speed = SPEEDS[0];
    this.playing = false;
    /** Whether somebody has moved it since the run began, or played it: what changed for it is told no longer then, nor for one that was opened. */
    this.isPlayedOn = false;
    /** Where the run ends, as far as is known. */
    this.end = 0;
    /** The newest epoch that can be shown. */
    this.newest = 0;
    /** The epoch that is wanted on the screen while it is not yet there. @type {number | null} */
    this.goal = null;
  }

  get scale() {
    return this.#scale;
  }

  /** The epoch on the screen. */
  get epoch() {
    return Math.max(0, Math.min(this.#floor, this.newest));
  }

  /** Whether it goes on by itself. */
  get moving() {
    return this.playing || this.goal !== null;
  }

  /** @param {import("./epoch_scale.mjs").EpochScale} scale */
  setScale(scale) {
    // Not by the epoch on the screen: of a run that has just begun to arrive that is 0.
    this.#position = positionOf(epochOf(this.#position, this.#scale), scale);
    this.#scale = scale;
  }

  /**
   * Another run: the play-head stays at its epoch, and at the end if it was there, unless it is to begin somewhere.
   * @param {number} end
   * @param {{atEnd?: boolean, at?: number | null, changedAt?: ReadonlyArray<number>, isOpened?: boolean}} [begin] at the end, or at an epoch;
   *   `changedAt`: where it was changed on the way: one that goes on from the end of the run before is looked at from there
   */
  startRun(end, { atEnd = false, at = null, changedAt = [], isOpened = false } = {}) {
    const wasAtEnd = this.wanted >= this.end && !changedAt.includes(this.wanted);
    const wanted = at ?? (atEnd || wasAtEnd ? end : this.wanted);
    if (atEnd || at !== null) this.playing = false;
    this.end = end;
    this.newest = 0;
    if (this.playing) this.#position = positionOf(Math.min(wanted, end), this.#scale);
    else this.seek(wanted);
    this.isPlayedOn = isOpened;
  }

  /** The epoch it stands on or goes to, whether or not that can be shown yet. */
  get wanted() {
    return this.goal ?? Math.min(this.#floor, this.end);
  }

  /** The epoch its place on the axis belongs to. */
  get #floor() {
    return Math.floor(epochOf(this.#position, this.#scale) * (1 + ROUNDING) + ROUNDING);
  }

  /** Where it stands on the axis, from 0 at the first epoch to 1 at the end of the run. */
  get share() {
    return this.shareOf(this.epoch);
  }

  /** @param {number} epoch */
  shareOf(epoch) {
    const whole = positionOf(this.end, this.#scale);
    return whole > 0 ? Math.min(1, positionOf(epoch, this.#scale) / whole) : 0;
  }

  /** The epoch at a share of the axis. @param {number} share */
  epochAtShare(share) {
    const inside = Math.min(1, Math.max(0, share));
    return Math.round(epochOf(inside * positionOf(this.end, this.#scale), this.#scale));
  }

  /**
   * The epoch that is on the screen after some seconds of play.
   * @param {number} seconds
   */
  epochAfter(seconds) {
    return Math.min(this.end, epochOf(this.#moved(seconds), this.#scale));
  }

  /**
   * Play from where it stands or goes to; from the beginning if that is the end.
   * @param {{goesOn?: boolean}} [how] `goesOn`: it was stopped for a change by hand, which is what changed until it comes to rest
   */
  play({ goesOn = false } = {}) {
    if (this.goal !== null) this.#position = positionOf(Math.min(this.goal, this.end), this.#scale);
    if (this.epoch >= this.end) this.#position = 0;
    this.goal = null;
    this.playing = true;
    this.isPlayedOn ||= !goesOn;
    this.#beginning = true;
  }

  pause() {
    this.#position = positionOf(this.epoch, this.#scale);
    // A run that began while another one played has been played on by then.
    this.isPlayedOn ||= this.playing;
    this.playing = false;
    this.goal = null;
  }

  /**
   * Go to an epoch and stay there.
   * @param {number} epoch
   */
  seek(epoch) {
    const wanted = Math.max(0, Math.min(Math.round(epoch), this.end));
    this.playing = false;
    this.isPlayedOn = true;
    this.goal = wanted > this.newest ? wanted : null;
    this.#position = positionOf(Math.min(wanted, this.newest), this.#scale);
  }

  /**
   * Let time pass.
   * @param {number} seconds
   * @returns {boolean} whether the run has just been played to its end
   */
  advance(seconds) {
    if (this.goal !== null) this.#chase();
    if (!this.playing) return false;
    if (this.#beginning) {
      // The epoch it plays from is to be seen for a frame.
      this.#beginning = false;
      return false;
    }
    const limit = positionOf(this.newest, this.#scale);
    // Never back: of a run that has just begun to arrive, the epoch it plays from may not yet be there.
    this.#position = Math.max(this.#position, Math.min(limit, this.#moved(seconds)));
    if (this.newest < this.end || this.epoch < this.end) return false;
    this.pause();
    return true;
  }

  #chase() {
    const goal = Math.min(/** @type {number} */ (this.goal), this.end);
    this.#position = positionOf(Math.min(goal, this.newest), this.#scale);
    if (this.newest >= goal) this.goal = null;
  }

  /** @param {number} seconds @returns {number} where it stands on the axis then */
  #moved(seconds) {
    const { epochsPerSecond } = this.speed;
    if (epochsPerSecond === undefined) {
      return this.#position + (positionOf(this.end, this.#scale) * seconds) / WHOLE_RUN;
    }
    if (epochsPerSecond === Infinity) return Infinity;
    return positionOf(epochOf(this.#position, this.#scale) + epochsPerSecond * seconds, this.#scale);
  }
}
