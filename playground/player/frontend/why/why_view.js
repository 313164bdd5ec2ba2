/** Why a run failed, and what helps: what was tried from many seeds, to be taken with one click. */

import { closeButton } from "../shared/close_button.js";
import { element, hide, writeText } from "../shared/element.js";
/**
 * @import { Actions, View, Why } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class WhyView {
  #store;
  #actions;
  #instead;
  #root = element("section", "why");
  #findings = element("div", "why-findings");
  #trying = element("p", "why-trying");
  #bar = element("progress", "why-progress");
  #offers = element("ul", "why-offers");
  /** Whether it has just been opened. */
  #opens = false;
  /** What is written. @type {Why | null} */
  #written = null;

  /**
   * @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "showWhy" | "takeOffer">} actions
   * @param {HTMLElement} instead where whoever has closed it goes on
   */
  constructor(parent, store, actions, instead) {
    this.#instead = instead;
    this.#store = store;
    this.#actions = actions;
    this.#root.hidden = true;
    this.#trying.setAttribute("role", "status");
    this.#bar.max = 1;
    this.#bar.setAttribute("aria-label", "What has been tried");
    const close = closeButton("Close why it failed", () => actions.showWhy(false));
    const head = element("div", "why-head", element("h3", "", "Why, and what helps"), close);
    this.#root.append(head, this.#findings, this.#trying, this.#bar, this.#offers);
    parent.append(this.#root);
  }

  arrange() {
    const { failure, showsWhy } = this.#store;
    this.#opens ||= this.#root.hidden && showsWhy && failure !== null;
    hide(this.#root, !showsWhy || failure === null, this.#instead);
    if (failure && failure !== this.#written) this.#write(failure);
  }

  draw() {
    // On a phone its place, which it has by now, may be far below what was pressed.
    if (this.#opens) this.#root.scrollIntoView({ block: "nearest" });
    this.#opens = false;
  }

  remove() {
    this.#root.remove();
  }

  /** @param {Why} why */
  #write(why) {
    this.#written = why;
    const { findings, tried, progress, offers } = why;
    const sentences = findings.map(({ sentence, is_failure: isFailure }) => element("p", isFailure ? "why-failure" : "why-note", sentence));
    this.#findings.replaceChildren(...sentences);
    writeText(this.#trying, tryingSentence(tried, progress, offers.length));
    this.#bar.hidden = progress >= 1;
    this.#bar.value = progress;
    this.#offers.replaceChildren(...offers.map((offer) => this.#offer(offer)));
  }

  /** @param {Why["offers"][number]} offer */
  #offer({ words, sentence }) {
    const button = element("button", "why-take", "Do this");
    button.type = "button";
    button.setAttribute("aria-label", `Go on ${words}`);
    button.title = "Undo takes it back";
    button.addEventListener("click", () => this.#actions.takeOffer(words));
    return element("li", "", element("span", "", sentence), button);
  }
}

/** @param {readonly string[]} tried @param {number} progress @param {number} offered how many offers there are */
function tryingSentence(tried, progress, offered) {
  if (!tried.length) return "";
  if (progress < 1) return `Being tried from many seeds: ${tried.join("; ")}.`;
  return offered ? "" : `Tried from many seeds, and of no help: ${tried.join("; ")}.`;
}
