// The answer to the new situation stands beside its table, outside the player: the page leaves a place for it.
import { SituationView } from "./situation_view.js";

export class SituationPlace {
  /** @type {HTMLElement | null} */
  #box = null;
  /** @type {SituationView | null} */
  #view = null;

  /**
   * @param {import("../model/moment.mjs").Moment} moment
   */
  draw(moment) {
    // Streamlit may have put another one in its place.
    if (!this.#box?.isConnected) {
      this.#box = document.querySelector(".situation");
      this.#view = this.#box && new SituationView(this.#box);
    }
    const { situation, threshold } = moment.run;
    if (!this.#view || !this.#box) return;
    this.#box.hidden = !situation;
    if (situation) this.#view.draw(moment.run, moment.answer(situation.scaled), moment.before?.answer(situation.inputs) ?? null, threshold);
  }
}
