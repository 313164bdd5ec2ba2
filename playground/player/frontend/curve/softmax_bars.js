/** What a layer of softmax answers: it has no curve of one variable, so its outputs stand as bars that sum to 1. */
import { shortNumber } from "../shared/wording.mjs";


export class SoftmaxBars {
  #root = document.createElement("div");
  /** @type {{bar: HTMLElement, number: HTMLElement}[]} */
  #rows = [];

  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.#root.className = "softmax-bars";
    this.#root.tabIndex = 0;
    this.#root.setAttribute("role", "group");
    this.#root.setAttribute("aria-label", "Outputs of the layer");
    parent.append(this.#root);
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#root.hidden = !shown;
  }

  /** @param {string[]} names of the layer's neurons @param {number} chosen */
  setNames(names, chosen) {
    this.#root.replaceChildren();
    this.#rows = names.map((name, i) => {
      const row = document.createElement("div");
      row.className = i === chosen ? "softmax-row chosen" : "softmax-row";
      const parts = ["name", "track", "number"].map((part) => {
        const element = document.createElement("span");
        element.className = `softmax-${part}`;
        row.append(element);
        return element;
      });
      parts[0].textContent = parts[0].title = name;
      const bar = document.createElement("i");
      parts[1].append(bar);
      this.#root.append(row);
      return { bar, number: parts[2] };
    });
  }

  /** @param {ArrayLike<number>} activations */
  draw(activations) {
    this.#rows.forEach(({ bar, number }, i) => {
      const text = shortNumber(activations[i], 3);
      if (number.textContent === text) return;
      number.textContent = text;
      bar.style.transform = `scaleX(${(activations[i] || 0).toFixed(4)})`;
    });
  }
}
