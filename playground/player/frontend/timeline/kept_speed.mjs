// The speed that is chosen: a reload, or another player on the same page, goes on with it.
import { SPEEDS } from "./timeline.mjs";

/** Where a tab remembers it. */
export const KEPT_SPEED = "playground-speed";

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} TabStorage */
/** @typedef {import("./timeline.mjs").Speed} Speed */

export class KeptSpeed {
  #storage;
  #speed;

  /**
   * @param {() => TabStorage} storage of the tab, which a browser may refuse
   * @param {string} navigation how the page was come to, as browsers call it: who goes to it anew begins with the first speed
   */
  constructor(storage, navigation) {
    this.#storage = storage;
    this.#speed = SPEEDS[0];
    try {
      if (navigation === "navigate") storage().removeItem(KEPT_SPEED);
      const name = storage().getItem(KEPT_SPEED);
      this.#speed = SPEEDS.find((speed) => speed.name === name) ?? SPEEDS[0];
    } catch {
      // A browser that keeps nothing.
    }
  }

  get speed() {
    return this.#speed;
  }

  /** @param {Speed} speed */
  keep(speed) {
    this.#speed = speed;
    try {
      this.#storage().setItem(KEPT_SPEED, speed.name);
    } catch {
      // A browser that keeps nothing.
    }
  }
}
