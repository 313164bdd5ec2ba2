// Finds lines among many by name: what is typed lights every weight whose name has it.

const WORTH_IT = 9;

export class WeightSearch {
  /** @type {string[]} */
  names = [];

  /**
   * @param {HTMLElement} parent
   * @param {(parameters: Set<number> | null) => void} onFound null lights all
   */
  constructor(parent, onFound) {
    this.input = parent.appendChild(document.createElement("input"));
    Object.assign(this.input, { type: "search", placeholder: "find a weight", hidden: true });
    this.input.className = "where-wide";
    this.input.setAttribute("aria-label", "Find a weight");
    this.input.addEventListener("input", () => onFound(this.found));
  }

  /** @param {string[]} names of all parameters, in the order of the flat vector */
  setNames(names) {
    this.names = names;
    this.input.hidden = names.length < WORTH_IT;
    if (this.input.hidden) this.input.value = "";
  }

  /** The parameters whose names have what was typed; null if nothing is. @returns {Set<number> | null} */
  get found() {
    const typed = this.input.value.trim().toLowerCase();
    if (!typed) return null;
    return new Set(this.names.flatMap((name, parameter) => (name.toLowerCase().includes(typed) ? [parameter] : [])));
  }
}
