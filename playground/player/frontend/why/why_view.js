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
  /** By their sentences. @type {Map<string, HTMLElement>} */
  #writtenOffers = new Map();
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
    this.#root.append(head, this.#findings, this.#offers, this.#trying);
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
    const { progress, offers } = why;
    // What stands over the pictures, too, is said once; but something is said here.
    const { run } = this.#store;
    const said = [...(run?.description?.warnings ?? []), ...(run?.earlyEnd ?? [])];
    const findings = why.findings.filter(({ sentence }, place) => place === 0 || !said.includes(sentence));
    const { glossary } = this.#store.assets ?? { glossary: {} };
    const sentences = findings.map(({ sentence, is_failure: isFailure, is_mended: isMended }) =>
      element("p", isFailure || isMended ? "why-failure" : "why-note", ...withTerms(sentence, glossary)));
    this.#findings.replaceChildren(...sentences);
    writeText(this.#trying, tryingSentence(why));
    this.#bar.hidden = progress >= 1;
    this.#bar.value = progress;
    this.#writeOffers(offers);
  }

  /** Write those that are new; an offer that stays keeps its button, which may be pressed or have the focus. @param {Why["offers"]} offers */
  #writeOffers(offers) {
    const written = this.#writtenOffers;
    this.#writtenOffers = new Map(offers.map((offer) => [offer.sentence, written.get(offer.sentence) ?? this.#offer(offer)]));
    const items = [...this.#writtenOffers.values()];
    for (const item of written.values()) if (!items.includes(item)) item.remove();
    for (const [place, item] of items.entries()) {
      const there = this.#offers.children[place] ?? null;
      if (there !== item) this.#offers.insertBefore(item, there);
    }
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

/** @param {Why} why */
function tryingSentence({ tried, still_tried: stillTried, progress, offers }) {
  if (progress < 1) return stillTried.length ? `Being tried from many seeds: ${stillTried.join("; ")}.` : "";
  return tried.length && !offers.length ? `Tried from many seeds, and of no help: ${tried.join("; ")}.` : "";
}
