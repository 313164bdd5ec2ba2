// What Python is asked to remember, repeated in every request until an answer shows that it does.
/** @import { ChartChoices, Header } from "../shared/types" */

/** @typedef {Pick<Header, "choices" | "before">} Remembered what a header says of it */
/** @typedef {{choices?: ChartChoices, forget?: true}} Wanted */

const CHOICES = /** @type {const} */ (["measure", "value_scale", "epoch_scale"]);

/**
 * What has not come true of the pending changes, by what a header says.
 * @param {Wanted} pending @param {Remembered} header
 * @returns {Wanted}
 */
function leftOver({ choices, forget }, header) {
  return {
    ...(choices && CHOICES.some((name) => choices[name] !== header.choices[name]) && { choices }),
    ...(forget && header.before !== null && { forget }),
  };
}

export class PendingChanges {
  /** @type {Wanted} */
  #wanted = {};

  /** @param {Wanted} change the newest of its kind counts */
  add(change) {
    Object.assign(this.#wanted, change);
  }

  /** What has not come true yet. @returns {Readonly<Wanted>} */
  get wanted() {
    return this.#wanted;
  }

  /** What has not come true yet, or null. */
  get open() {
    return Object.keys(this.#wanted).length ? { ...this.#wanted } : null;
  }

  /** @param {keyof Wanted} kind */
  has(kind) {
    return kind in this.#wanted;
  }

  /** Strike out what has come true. @param {Remembered} header */
  check(header) {
    this.#wanted = leftOver(this.#wanted, header);
  }
}
