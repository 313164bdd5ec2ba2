// How a run ends, computed once: while it plays nothing of that changes, and headline and sentence ask for it in every frame.
import { endingOf } from "./ending.mjs";
/**
 * @import { Ending } from "./scene.mjs"
 * @import { Store } from "../model/store.mjs"
 */

export class KnownEnding {
  /** What it was made of. @type {unknown[]} */
  #made = [];
  /** @type {Ending | null} */
  #ending = null;

  /** @param {Pick<Store, "run" | "threshold" | "header">} store @returns {Ending | null} the same object as long as it is the same */
  of(store) {
    const { run, threshold, header } = store;
    const made = [
      run, run?.description, run?.finished, run?.trained, run?.isWhole, run?.exactEpoch === run?.trained,
      run?.flips, run?.flipCount, threshold, header?.threshold,
    ];
    if (made.length === this.#made.length && made.every((part, place) => Object.is(part, this.#made[place]))) return this.#ending;
    this.#made = made;
    this.#ending = endingOf(store);
    return this.#ending;
  }
}
