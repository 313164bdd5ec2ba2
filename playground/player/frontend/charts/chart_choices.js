// What the charts show: which measure, and how both axes are scaled.
/** @import { ChartChoices as Choices, Description } from "../shared/types" */

/** @typedef {[value: string, label: string, title?: string]} Choice */

/** @type {Choice[]} */
const VALUE_SCALES = [["linear", "linear"], ["log", "log"]];
/** @type {Choice[]} */
const EPOCH_SCALES = [["auto", "epochs: auto"], ["linear", "epochs: linear"], ["log", "epochs: log"]];

export class ChartChoices {
  /**
   * @param {HTMLElement} charts where the choices of the loss chart stand
   * @param {HTMLElement} axis where that of the axis stands, which slider and charts share
   * @param {(choices: Choices) => void} onChange
   */
  constructor(charts, axis, onChange) {
    this.lists = {
      measure: makeList(charts, "Measure"),
      value_scale: makeList(charts, "Value axis", VALUE_SCALES),
      epoch_scale: makeList(axis, "Epoch axis", EPOCH_SCALES),
    };
    this.lists.value_scale.classList.add("where-wide");
    for (const list of Object.values(this.lists)) list.addEventListener("change", () => onChange(this.choices));
  }

  /** @returns {Choices} */
  get choices() {
    const { measure, value_scale: values, epoch_scale: epochs } = this.lists;
    return { measure: measure.value, value_scale: values.value, epoch_scale: epochs.value };
  }

  /** @param {Description["measures"]} measures */
  setMeasures(measures) {
    fill(this.lists.measure, measures);
  }

  /** @param {Choices} choices */
  show(choices) {
    for (const name of /** @type {const} */ (["measure", "value_scale", "epoch_scale"])) {
      if (this.lists[name].value !== choices[name]) this.lists[name].value = choices[name];
    }
    // The list shows a title only: what it means is a moment away.
    this.lists.measure.title = this.lists.measure.selectedOptions[0]?.title || "Measure";
  }
}

/** @param {HTMLElement} parent @param {string} name @param {Choice[]} options */
function makeList(parent, name, options = []) {
  const list = parent.appendChild(document.createElement("select"));
  list.setAttribute("aria-label", name);
  list.title = name;
  fill(list, options);
  return list;
}

/** @param {HTMLSelectElement} list @param {Choice[]} options */
function fill(list, options) {
  list.replaceChildren(...options.map(([value, label, title = ""]) => Object.assign(new Option(label, value), { title })));
}
