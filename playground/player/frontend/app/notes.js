// Sentences above the pictures: what could not be opened, what is unwise, why a run has ended early, why it does not belong to what
// stands beside it; and the way on, where that is to leave rows out.
import { element, hide, write } from "../shared/element.js";
/**
 * @import { Actions, Description, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class Notes {
  #box;
  #store;
  #shown = "";
  /** @type {readonly string[]} */
  #warnings = [];
  #hidFuture = false;
  #sentences;
  #leaveOut;
  #words = document.createTextNode("");

  /** @param {HTMLElement} box @param {Store} store @param {Pick<Actions, "leaveOutRows">} actions */
  constructor(box, store, actions) {
    this.#box = box;
    this.#store = store;
    this.#sentences = box.appendChild(element("div", ""));
    // Who has left rows out with the keyboard goes on from here.
    this.#sentences.tabIndex = -1;
    this.#leaveOut = box.appendChild(element("button", "quiet bare-button leave-out", this.#words));
    Object.assign(this.#leaveOut, { type: "button", title: "Undo brings them back as they were typed", hidden: true });
    this.#leaveOut.addEventListener("click", () => {
      const offered = store.header?.leaves_out;
      if (offered) actions.leaveOutRows(offered[0]);
    });
  }

  /** @param {Description} run */
  arrange({ warnings }) {
    this.#warnings = warnings;
    const { header } = this.#store;
    const offered = header?.leaves_out ?? null;
    write(this.#words, offered?.[1] ?? "");
    hide(this.#leaveOut, offered === null, this.#sentences);
    this.#say();
  }

  draw() {
    if (this.#store.hidesFuture !== this.#hidFuture) this.#say();
  }

  #say() {
    const { header, run, isStale, notice, hidesFuture } = this.#store;
    this.#hidFuture = hidesFuture;
    // Who still guesses how it ends is not told.
    const early = hidesFuture ? [] : (run?.earlyEnd ?? []);
    const ofTheRun = header && isStale ? [header.stale] : [...this.#warnings, ...early];
    const sentences = notice ? [notice, ...ofTheRun] : ofTheRun;
    const text = sentences.join("\n");
    if (text === this.#shown) return;
    this.#shown = text;
    const paragraph = (/** @type {string} */ sentence) => element("p", "", sentence);
    this.#sentences.replaceChildren(...sentences.map(paragraph));
  }

  remove() {
    this.#box.remove();
  }
}
