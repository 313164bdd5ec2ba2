// Which of many weights are lit, beside the heading: all, those between two layers, or what is pointed at just now.
import { epochText } from "../shared/wording.mjs";
import { groupsOf } from "./weight_groups.mjs";
/** @import { FigureLine } from "../shared/types" */

/** What stands in the list while something is pointed at. */
const POINTED = "pointed";

export class WeightChoice {
  /** @type {Map<string, Set<number>>} */
  #groups = new Map();
  #total = 0;
  #shown = "";
  #chosen = "";

  /** @param {HTMLElement} parent @param {() => void} onChosen */
  constructor(parent, onChosen) {
    this.list = parent.appendChild(document.createElement("select"));
    this.list.setAttribute("aria-label", "Lit weights");
    this.list.addEventListener("change", () => {
      this.#chosen = this.list.value;
      onChosen();
    });
  }

  /** The parameters of the chosen group, or null. @returns {Set<number> | null} */
  get chosen() {
    return this.#groups.get(this.#chosen) ?? null;
  }

  /** @param {FigureLine[]} lines as they are drawn @param {number} total how many parameters there are @param {string} note */
  show(lines, total, note) {
    this.#groups = groupsOf(lines);
    const drawn = [...this.#groups.values()].reduce((count, group) => count + group.size, 0);
    const all = drawn === total ? `all ${epochText(total)}` : `${epochText(drawn)} of ${epochText(total)}`;
    const shown = JSON.stringify([all, note, [...this.#groups.keys()]]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#total = total;
    this.#chosen = "";
    this.list.replaceChildren(new Option(all, ""), ...[...this.#groups.keys()].map((group) => new Option(group, group)));
    this.list.title = note || "Which weights are lit";
    this.list.hidden = this.#groups.size < 2;
  }

  /** Say how many are lit while something is pointed at; null is nothing. @param {number | null} count */
  tell(count) {
    const pointed = this.list.querySelector(`[value="${POINTED}"]`);
    if (count === null) {
      pointed?.remove();
      this.list.value = this.#chosen;
      return;
    }
    const option = /** @type {HTMLOptionElement} */ (pointed ?? this.list.appendChild(new Option("", POINTED)));
    option.hidden = true;
    option.textContent = `${epochText(count)} of ${epochText(this.#total)}`;
    this.list.value = POINTED;
  }
}
