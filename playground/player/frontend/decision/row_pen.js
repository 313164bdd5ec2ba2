// Putting rows into the decision picture, and taking them away: a class is chosen beside it, and a click adds a row of it.
import { addedRow } from "./added_row.mjs";
/**
 * @import { Actions, Pictured } from "../shared/types"
 */

const REMOVING_KEYS = new Set(["Delete", "Backspace"]);

/** @typedef {{run: Pictured, span: import("./decision_span.mjs").Span}} Picture what is spanned at present */

export class RowPen {
  #plot;
  #marks;
  #actions;
  #picture;
  /** The class whose rows are added by a click; null for none. @type {number | null} */
  #chosen = null;
  /** Wherever the focus is: a click into the picture leaves it nowhere. @param {KeyboardEvent} event */
  #onKey = (event) => {
    if (event.key !== "Escape" || this.#chosen === null) return;
    event.stopPropagation();
    this.#choose(null);
  };

  /**
   * @param {HTMLElement} plot the box of the picture
   * @param {{pointOf(element: Element): number | string | null}} marks
   * @param {Pick<Actions, "addRow" | "removeRow">} actions
   * @param {Picture} picture
   */
  constructor(plot, marks, actions, picture) {
    this.#plot = plot;
    this.#marks = marks;
    this.#actions = actions;
    this.#picture = picture;
    plot.addEventListener("click", (event) => this.#click(event));
    plot.addEventListener("contextmenu", (event) => this.#remove(event));
    plot.addEventListener("keydown", (event) => {
      if (REMOVING_KEYS.has(event.key)) this.#remove(event);
    });
    document.addEventListener("keydown", this.#onKey, true);
  }

  forget() {
    document.removeEventListener("keydown", this.#onKey, true);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const choice = /** @type {HTMLElement | null} */ (target.closest("[data-adds]"));
    if (choice) return this.#choose(Number(choice.dataset.adds));
    if (this.#chosen === null || !this.#isOffered || target.closest("button, input") || !target.closest(".decision-plot")) return;
    const { left, top, width, height } = this.#plot.getBoundingClientRect();
    const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height];
    if (Math.min(x, y) < 0 || Math.max(x, y) > 1) return;
    const { inputs, targets } = addedRow(this.#picture.run, this.#picture.span, this.#chosen, [x, y]);
    this.#actions.addRow(inputs, targets);
  }

  /** A click stands for a class where there are some, and in the picture of the output. */
  get #isOffered() {
    const { run, span } = this.#picture;
    return run.classes !== null && span.neuron === null;
  }

  /** Add rows of a class from now on; of none if it was the one before. @param {number | null} ofClass */
  #choose(ofClass) {
    this.#chosen = ofClass === this.#chosen ? null : ofClass;
    this.mark();
  }

  /**
   * Show which class is chosen: what it is chosen with may have been made anew. It is no longer chosen where it can no longer
   * be seen, but for as long as the picture is a neuron's.
   */
  mark() {
    const choices = /** @type {HTMLElement[]} */ ([...this.#plot.querySelectorAll("[data-adds]")]);
    const isSeen = choices.some(({ dataset }) => Number(dataset.adds) === this.#chosen);
    if (!isSeen && this.#picture.span.neuron === null) this.#chosen = null;
    this.#plot.classList.toggle("is-adding", this.#chosen !== null && this.#isOffered);
    for (const choice of choices) choice.setAttribute("aria-pressed", String(Number(choice.dataset.adds) === this.#chosen));
  }

  /** @param {Event} event */
  #remove(event) {
    const point = this.#marks.pointOf(/** @type {Element} */ (event.target));
    if (typeof point !== "number") return;
    event.preventDefault();
    this.#actions.removeRow(point);
  }
}
