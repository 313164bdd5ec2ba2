// The numbers beside a point that is dragged.

/** Shares of the height above which the label would leave the picture; a finger needs more room than an arrow. */
const TOP = { mouse: 0.24, touch: 0.4 };

export class DragLabel {
  #label = document.createElement("div");

  /** @param {HTMLElement} plot */
  constructor(plot) {
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
    const piece = ([name, number], k) => {
      const box = document.createElement("span");
      const strong = Object.assign(document.createElement("b"), { textContent: number });
      box.append(`${name} `, strong, k < pieces.length - 1 ? ", " : "");
      return box;
    };
    this.#label.replaceChildren(...pieces.map(piece));
    this.#label.style.setProperty("--x", String(x));
    this.#label.style.setProperty("--y", String(y));
    this.#label.classList.toggle("by-touch", byTouch);
    this.#label.classList.toggle("is-below", y < (byTouch ? TOP.touch : TOP.mouse));
    this.#label.hidden = false;
  }

  hide() {
    this.#label.hidden = true;
  }
}
