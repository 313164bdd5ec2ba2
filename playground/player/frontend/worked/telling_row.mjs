// Which row an update begins with: the one that somebody has chosen, or else the one that has most to say of it.
/** @import { WorkedUpdate } from "../shared/types" */

export class TellingRow {
  /** Whether it is wanted, and not known yet. */
  isAsked = false;
  #isRowChosen = false;

  /** Something is opened, with a row that is chosen in it, or with the first as it comes. @param {boolean} isRowChosen */
  open(isRowChosen) {
    this.#isRowChosen = isRowChosen;
    this.isAsked = false;
  }

  /** Somebody chooses a row: it stays. */
  choose() {
    this.open(true);
  }

  /** An update begins to be worked. */
  ask() {
    this.isAsked = !this.#isRowChosen;
  }

  /**
   * What has come.
   * @param {WorkedUpdate | null | undefined} worked
   * @returns {{row?: number}} what is to be chosen for it
   */
  take(worked) {
    if (!this.isAsked || !worked?.telling) return {};
    this.isAsked = false;
    return { row: worked.row };
  }
}
