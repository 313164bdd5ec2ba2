// What is drawn in a frame: all that is new is arranged in every view, and every view draws the same moment. Whatever a moment costs
// to draw, no two parts of the page are of different epochs: how often there is a new one is told by timeline/play_rhythm.mjs.
/**
 * @import { View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

export class Screen {
  #store;
  #views;
  #isStale = true;

  /**
   * @param {Store} store
   * @param {View[]} views in the order in which they are arranged and drawn
   */
  constructor(store, views) {
    this.#store = store;
    this.#views = views;
  }

  /** Something in the store is another one: the next frame shows it. */
  redraw() {
    this.#isStale = true;
  }

  /** Whether everything that is new has been drawn. */
  get isDrawn() {
    return !this.#isStale;
  }

  /** @returns {boolean} whether there was anything to draw */
  draw() {
    const store = this.#store;
    const run = store.run?.description;
    if (!run || !store.isComplete || !(store.look() || this.#isStale)) return false;
    this.#isStale = false;
    for (const view of this.#views) view.arrange(run);
    const { moment } = store;
    if (moment) for (const view of this.#views) view.draw(moment);
    return true;
  }

  remove() {
    for (const view of this.#views) view.remove();
  }
}
