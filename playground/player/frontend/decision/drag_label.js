// The numbers beside a point that is dragged.

/** Pixels between the point and the label; a finger needs more room than an arrow. */
const AWAY = { mouse: 18, touch: 34 };

export class DragLabel {
  #label = document.createElement("div");
  #plot;

  /** @param {HTMLElement} plot */
  constructor(plot) {
    this.#plot = plot;
    this.#label.className = "decision-drag";
    this.#label.setAttribute("aria-hidden", "true");
    this.#label.hidden = true;
    plot.append(this.#label);
  }

  /**
   * @param {[string, string][]} pieces names and numbers
   * @param {[number, number]} place of the point, from 0 to 1 from the left and from the top
   * @param {boolean} byTouch whether a finger lies on the point
   */
  show(pieces, [x, y], byTouch) {
    const piece = (/** @type {[string, string]} */ [name, number], /** @type {number} */ k) => {
      const box = document.createElement("span");
      const strong = Object.assign(document.createElement("b"), { textContent: number });
      box.append(`${name} `, strong, k < pieces.length - 1 ? ", " : "");
      return box;
    };
    this.#label.replaceChildren(...pieces.map(piece));
    this.#label.style.setProperty("--x", String(x));
    this.#label.style.setProperty("--y", String(y));
    this.#label.hidden = false;
    const away = byTouch ? AWAY.touch : AWAY.mouse;
    this.#label.style.setProperty("--away", `${away}px`);
    this.#label.classList.toggle("is-below", y * this.#plot.clientHeight < this.#label.offsetHeight + away);
  }

  hide() {
    this.#label.hidden = true;
  }
}
