// What a term means, told beside it: while it is pointed at, while it has the focus, and after a tap.

import { element } from "../shared/element.js";
/** @import { Store } from "../model/store.mjs" */

/** Pixels between a term and what is told of it, and from there to the edge of the window. */
const APART = 6;
const ID = "term-tip";

export class TermTip {
  #store;
  #tip = element("div", "pop-up term-tip");
  /** Whose sentence is shown. @type {HTMLElement | null} */
  #shown = null;

  /** @param {HTMLElement} root of the player: whatever is a term in it @param {Pick<Store, "assets">} store */
  constructor(root, store) {
    this.#store = store;
    this.#tip.id = ID;
    this.#tip.setAttribute("role", "tooltip");
    this.#tip.popover = "manual";
    root.append(this.#tip);
    for (const begins of ["pointerover", "focusin", "click"]) root.addEventListener(begins, ({ target }) => this.#show(termAt(target)));
    root.addEventListener("pointerout", ({ target }) => { if (termAt(target) !== document.activeElement) this.#hide(); });
    root.addEventListener("focusout", () => this.#hide());
    root.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {HTMLElement | null} shown */
  #show(shown) {
    const sentence = shown && this.#store.assets?.glossary[shown.dataset.term ?? ""];
    if (!shown || !sentence || shown === this.#shown) return;
    this.#hide();
    this.#shown = shown;
    this.#tip.textContent = sentence;
    shown.setAttribute("aria-describedby", ID);
    this.#tip.showPopover();
    this.#place(shown.getBoundingClientRect());
    // It would stay where it is while its word moves away.
    document.addEventListener("scroll", () => this.#hide(), { capture: true, once: true });
  }

  #hide() {
    this.#shown?.removeAttribute("aria-describedby");
    this.#shown = null;
    if (this.#tip.matches(":popover-open")) this.#tip.hidePopover();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.key === "Escape" && this.#shown) {
      this.#hide();
      event.stopPropagation();
    }
  }

  /** Below the word, or above it where there is no room. @param {DOMRect} word */
  #place(word) {
    const { width, height } = this.#tip.getBoundingClientRect();
    const left = Math.max(APART, Math.min(word.left, window.innerWidth - width - APART));
    const below = word.bottom + APART;
    const top = below + height <= window.innerHeight ? below : word.top - height - APART;
    Object.assign(this.#tip.style, { left: `${left}px`, top: `${top}px` });
  }
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function termAt(target) {
  return target instanceof Element ? target.closest(".term") : null;
}
