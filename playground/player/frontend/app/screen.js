// What is drawn in a frame: all that is new is arranged in every view, and the moment is drawn; what costs much takes turns.
import { Turns } from "./turns.mjs";
/**
 * @import { View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

export class Screen {
  #store;
  #views;
  #turns;
  #isStale = true;

  /**
   * @param {Store} store
   * @param {View[]} views in the order in which they are arranged
   * @param {View[][]} costly those of them that take turns while it plays; what stands together comes together
   */
  constructor(store, views, costly) {
    this.#store = store;
    this.#views = views;
    this.#turns = new Turns(costly);
  }

  /** Something in the store is another one: the next frame shows it. */
  redraw() {
    this.#isStale = true;
  }

  /** Whether everything that is new has been drawn. */
  get isDrawn() {
    return !this.#isStale && !this.#turns.isAnybodyWaiting;
  }

  draw() {
    const store = this.#store;
    const run = store.run?.description;
    if (!run || !store.isComplete) return;
    if (store.look() || this.#isStale) {
      this.#isStale = false;
      for (const view of this.#views) view.arrange(run);
      this.#turns.call();
      this.#drawAllBut(this.#turns.items.flat());
    }
    const { moment } = store;
    if (!moment) return;
    for (const views of this.#turns.take(!store.timeline.playing)) for (const view of views) view.draw(moment);
  }

  remove() {
    for (const view of this.#views) view.remove();
  }

  /** @param {View[]} costly */
  #drawAllBut(costly) {
    const { moment } = this.#store;
    if (moment) for (const view of this.#views) if (!costly.includes(view)) view.draw(moment);
  }
}
