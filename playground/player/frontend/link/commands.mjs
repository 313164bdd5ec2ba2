// What somebody has done to the run and Python has not yet confirmed, repeated in every request until it does.

/**
 * @typedef {object} Command see playground/player/command.py
 * @property {number} number Python does those with a number above the last it has done
 * @property {number} gesture the same for all commands of one drag, which one undo takes back
 * @property {number} opened what is open on the page: what is done to it is not done to anything opened later
 * @property {string} kind
 * @property {number} [threshold] of a command that sets it
 */

export class Commands {
  #last = 0;
  #opened = 0;
  /** @type {Command[]} */
  #open = [];

  /** Another number for another gesture: one drag, one number typed. */
  newGesture() {
    return ++this.#last;
  }

  /**
   * Something has been done. A later command of the same gesture and kind stands for the earlier one.
   * @param {{kind: string, threshold?: number, [told: string]: unknown}} command @param {number} [gesture] one of its own if left out
   * @returns {number} its number
   */
  add(command, gesture = this.newGesture()) {
    this.#open = this.#open.filter((other) => other.gesture !== gesture || other.kind !== command.kind);
    this.#open.push({ ...command, gesture, opened: this.#opened, number: ++this.#last });
    return this.#last;
  }

  /** The newest of its kind that is not confirmed. @param {string} kind */
  newest(kind) {
    return this.#open.findLast((command) => command.kind === kind && command.opened === this.#opened);
  }

  /** What is not confirmed, oldest first, or null. */
  get open() {
    return this.#open.length ? [...this.#open] : null;
  }

  /** Strike out what Python has done. @param {{commands_done: number, opened: number}} header */
  check({ commands_done: done, opened }) {
    this.#opened = opened;
    // A player that is new on an old page goes on counting where the one before has stopped.
    this.#last = Math.max(this.#last, done);
    this.#open = this.#open.filter(({ number }) => number > done);
  }
}
