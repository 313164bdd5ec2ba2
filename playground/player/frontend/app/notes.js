// Sentences above the pictures: what could not be opened, what is unwise, why a run has ended early, why it does not belong to what stands beside it.
import { element } from "../shared/element.js";
/**
 * @import { Description, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class Notes {
  #box;
  #store;
  #shown = "";

  /** @param {HTMLElement} box @param {Store} store */
  constructor(box, store) {
    this.#box = box;
    this.#store = store;
  }

  /** @param {Description} run */
  arrange({ warnings }) {
    const { header, run, isStale, notice } = this.#store;
    const ofTheRun = header && isStale ? [header.stale] : [...warnings, ...(run?.earlyEnd ?? [])];
    const sentences = notice ? [notice, ...ofTheRun] : ofTheRun;
    const text = sentences.join("\n");
    if (text === this.#shown) return;
    this.#shown = text;
    const paragraph = (/** @type {string} */ sentence) => element("p", "", sentence);
    this.#box.replaceChildren(...sentences.map(paragraph));
  }

  draw() {}

  remove() {
    this.#box.remove();
  }
}
