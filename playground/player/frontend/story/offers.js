// What can be done about what the sentence says, as quiet buttons at its end: hide or show the future, start over.
import { titleOf } from "../keys/shortcuts.mjs";
import { element, hide, write, writeText } from "../shared/element.js";
/**
 * @import { Actions, Description } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** What is said of it at first: see `way_back` in playground/player/protocol/change_log.py. */
const START_OVER = "Start over";

export class Offers {
  #store;
  #sentence;
  #hideText = document.createTextNode("");
  /** How the run begins anew, which a phone has no room to say. */
  #startOverHow = element("span", "offer-how");

  /** @param {HTMLElement} parent @param {HTMLElement} sentence that they belong to @param {Store} store @param {Actions} actions */
  constructor(parent, sentence, store, actions) {
    this.#store = store;
    // Who has taken an offer, which goes with that, goes on from what is said.
    this.#sentence = sentence;
    sentence.tabIndex = -1;
    this.box = parent.appendChild(element("div", "offers"));
    const why = "What the run shows of itself, and what helps, tried from many seeds";
    this.why = this.#button("Why, and what helps", why, () => {
      const isThere = this.#store.chosen.panel?.name === "why";
      actions.layOverCharts(isThere ? null : { name: "why", of: true });
    });
    this.startOver = this.#button(START_OVER, "The run of the settings in the sidebar, from epoch 0 on", actions.startOver);
    this.startOver.append(this.#startOverHow);
    const forget = "Let the run before go: the grey lines, and the numbers left of the arrows";
    this.forget = this.#button("Clear comparison", forget, actions.forget);
    this.hide = this.#button(this.#hideText, titleOf("hideFuture"), actions.hideFuture);
  }

  /** @param {Description} run */
  arrange(run) {
    const { before, header, hidesFuture } = this.#store;
    writeText(this.#startOverHow, run.start_over.replace(START_OVER, ""));
    hide(this.startOver, run.start_over === "" || Boolean(header?.begins_as_taught), this.#sentence);
    hide(this.forget, before === null, this.#sentence);
    write(this.#hideText, hidesFuture ? "Show the future" : "Hide the future");
  }

  /** @param {Moment} moment */
  draw({ epoch }) {
    const { timeline, hidesFuture } = this.#store;
    hide(this.why, epoch < timeline.end || this.#store.failure === null, this.#sentence);
    // At the end there is no future to hide.
    hide(this.hide, epoch >= timeline.end && !hidesFuture, this.#sentence);
  }

  remove() {
    this.box.remove();
  }

  /** @param {Text | string} text @param {string} title @param {() => void} act */
  #button(text, title, act) {
    const button = this.box.appendChild(element("button", "quiet bare-button", text));
    Object.assign(button, { type: "button", title });
    button.addEventListener("click", () => act());
    return button;
  }
}
