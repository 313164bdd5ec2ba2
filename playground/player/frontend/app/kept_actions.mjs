// What somebody does in the moment in which a run is on its way and what it is has not yet come: kept, in its order.
/** @import { Store } from "../model/store.mjs" */

/** @typedef {{action: () => void, seen: string, concernsNetwork: boolean}} Kept and what was to be seen when it was done */

export class KeptActions {
  #store;
  /** @type {Kept[]} */
  #kept = [];
  /** What was to be seen when everything was last known of it: what is open, and how many parameters its network has. */
  #seen = "";

  /** @param {Pick<Store, "isComplete" | "header" | "run">} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * Do something, now or as soon as all is known of the run on the screen.
   * @param {() => void} action @param {boolean} [concernsNetwork] whether another network, or something else opened, ends it
   */
  perform(action, concernsNetwork = true) {
    if (this.#store.isComplete && !this.#kept.length) action();
    else this.#kept.push({ action, seen: this.#seen, concernsNetwork });
  }

  /** Something has come: do what was kept, if it still concerns what is to be seen. */
  catchUp() {
    const { isComplete, header, run } = this.#store;
    if (!isComplete) return;
    this.#seen = `${header?.opened} ${run?.description?.parameters.length}`;
    const kept = this.#kept;
    this.#kept = [];
    for (const { action, seen, concernsNetwork } of kept) if (!concernsNetwork || seen === this.#seen) action();
  }
}
