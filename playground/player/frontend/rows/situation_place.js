// The answer to the new situation stands beside its table, outside the player: the page leaves a place for it.
import { SituationView } from "./situation_view.js";
/**
 * @import { View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class SituationPlace {
  #store;
  /** @type {HTMLElement | null} */
  #box = null;
  /** @type {SituationView | null} */
  #view = null;

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  arrange() {
    // Streamlit may have put another one in its place.
    if (!this.#box?.isConnected) {
      this.#box = document.querySelector(".situation");
      this.#view = this.#box && new SituationView(this.#box);
    }
    this.#box?.classList.toggle("stale", this.#store.isStale);
  }

  /** @param {Moment} moment */
  draw(moment) {
    if (!this.#view || !this.#box) return;
    const { situation, threshold } = this.#store;
    this.#box.hidden = !situation;
    if (!situation) return;
    const before = moment.before?.answer(situation.inputs) ?? null;
    this.#view.draw(moment.run, moment.answer(situation.scaled), before, threshold);
  }

  remove() {}
}
