// The speed that is chosen: a reload, or another player on the same page, goes on with it.
import { KeptChoice } from "../shared/kept_choice.mjs";
import { SPEEDS } from "./timeline.mjs";

/** Where a tab remembers it. */
export const KEPT_SPEED = "playground-speed";

/** @typedef {import("./timeline.mjs").Speed} Speed */

export class KeptSpeed {
  #kept;

  /** @param {() => import("../shared/kept_choice.mjs").TabStorage} storage @param {string} navigation as a kept choice has them */
  constructor(storage, navigation) {
    this.#kept = new KeptChoice(KEPT_SPEED, SPEEDS.map(({ name }) => name), storage, navigation);
  }

  get speed() {
    return SPEEDS.find(({ name }) => name === this.#kept.name) ?? SPEEDS[0];
  }

  /** @param {Speed} speed */
  keep(speed) {
    this.#kept.keep(speed.name);
  }
}
