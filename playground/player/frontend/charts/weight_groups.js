// The legend of many lines: one entry a layer, in its colour; a click lights its lines, another one lets them go.

export class WeightGroups {
  /** @type {Map<string, {colour: string, parameters: Set<number>}>} */
  groups = new Map();
  /** The chosen group. @type {string | null} */
  name = null;
  #key = "";

  /**
   * @param {HTMLElement} parent
   * @param {() => void} onChosen
   */
  constructor(parent, onChosen) {
    this.box = parent.appendChild(document.createElement("div"));
    this.box.className = "weight-groups";
    this.onChosen = onChosen;
  }

  /** The parameters of the chosen group, or null. @returns {Set<number> | null} */
  get chosen() {
    return (this.name !== null && this.groups.get(this.name)?.parameters) || null;
  }

  /**
   * Write the entries anew if the lines have other groups or colours.
   * @param {ReturnType<typeof import("./recolour.mjs").linesOf>} lines as they are drawn
   */
  show(lines) {
    /** @type {typeof this.groups} */
    const groups = new Map();
    for (const { parameter, group, colour } of lines) {
      if (!group || parameter === null) continue;
      const known = groups.get(group) ?? { colour, parameters: new Set() };
      known.parameters.add(parameter);
      groups.set(group, known);
    }
    const key = JSON.stringify([...groups].map(([group, { colour }]) => [group, colour]));
    this.groups = groups;
    if (key === this.#key) return;
    this.#key = key;
    this.name = null;
    this.box.replaceChildren(...[...groups].map(([group, { colour }]) => this.#entry(group, colour)));
  }

  /** @param {string} group @param {string} colour */
  #entry(group, colour) {
    const entry = document.createElement("button");
    entry.type = "button";
    entry.setAttribute("aria-pressed", "false");
    const line = entry.appendChild(document.createElement("span"));
    line.className = "sample";
    line.style.background = colour;
    entry.append(group);
    entry.addEventListener("click", () => {
      this.name = this.name === group ? null : group;
      for (const other of this.box.children) other.setAttribute("aria-pressed", String(other === entry && this.name !== null));
      this.onChosen();
    });
    return entry;
  }
}
