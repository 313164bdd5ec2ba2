/** Why a run failed, and what helps: what was tried from many seeds, to be taken with one click. */

import { withTerms } from "../glossary/term.js";
import { closeButton } from "../shared/close_button.js";
import { element, writeText } from "../shared/element.js";
/**
 * @import { Actions, View, Why } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class WhyView {
  #store;
  #actions;
  #root = element("section", "why");
  #findings = element("div", "why-findings");
  #trying = element("p", "why-trying");
  #bar = element("progress", "why-progress");
  #offers = element("ul", "why-offers");
  /** What is written. @type {Why | null} */
  #written = null;

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "clearCharts" | "takeOffer">} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.#trying.setAttribute("role", "status");
    this.#bar.max = 1;
    this.#bar.setAttribute("aria-label", "What has been tried");
    const close = closeButton("Close why it failed", actions.clearCharts);
    const head = element("div", "why-head", element("h3", "", "Why, and what helps"), this.#bar, close);
    this.#root.append(head, this.#findings, this.#trying, this.#offers);
    parent.append(this.#root);
  }

  arrange() {
    const { failure } = this.#store;
    if (failure && failure !== this.#written) this.#write(failure);
  }

  draw() {}

  remove() {
    this.#root.remove();
  }

  /** @param {Why} why */
  #write(why) {
    this.#written = why;
    const { tried, progress, offers } = why;
    // What stands over the pictures, too, is said once; but something is said here.
    const { run } = this.#store;
    const said = [...(run?.description?.warnings ?? []), ...(run?.earlyEnd ?? [])];
    const findings = why.findings.filter(({ sentence }, place) => place === 0 || !said.includes(sentence));
    const { glossary } = this.#store.assets ?? { glossary: {} };
    const sentences = findings.map(({ sentence, is_failure: isFailure, is_mended: isMended }) =>
      element("p", isFailure || isMended ? "why-failure" : "why-note", ...withTerms(sentence, glossary)));
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
