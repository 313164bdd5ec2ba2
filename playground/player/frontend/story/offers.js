// What can be done about what the sentence says, as quiet buttons at its end: hide or show what comes, start over.
import { titleOf } from "../keys/shortcuts.mjs";
import { element, write } from "../shared/element.js";
/**
 * @import { Actions, Description } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

export class Offers {
  #store;
  #hideText = document.createTextNode("");
  #startOverText = document.createTextNode("");

  /** @param {HTMLElement} parent @param {Store} store @param {Actions} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.box = parent.appendChild(element("div", "offers"));
    this.startOver = this.#button(this.#startOverText, "The run of the settings in the sidebar, from epoch 0 on", actions.startOver);
    const forget = "Let the run before go: the grey lines, and the numbers left of the arrows";
    this.forget = this.#button("Clear comparison", forget, actions.forget);
    this.hide = this.#button(this.#hideText, titleOf("hideFuture"), actions.hideFuture);
  }

  /** @param {Description} run */
  arrange(run) {
    const { before, hidesFuture } = this.#store;
    write(this.#startOverText, run.start_over);
    this.startOver.hidden = run.start_over === "";
    this.forget.hidden = before === null;
    write(this.#hideText, hidesFuture ? "Show how it ends" : "Hide how it ends");
  }

  /** @param {Moment} moment */
  draw({ epoch }) {
    const { timeline, hidesFuture } = this.#store;
    // At the end there is no future to hide.
    const isOver = epoch >= timeline.end && !hidesFuture;
    if (this.hide.hidden !== isOver) this.hide.hidden = isOver;
  }

  remove() {
    this.box.remove();
  }

  /** @param {Text | string} text @param {string} title @param {() => void} act */
  #button(text, title, act) {
    const button = this.box.appendChild(element("button", "quiet", text));
    Object.assign(button, { type: "button", title });
    button.addEventListener("click", () => act());
    return button;
  }
}
