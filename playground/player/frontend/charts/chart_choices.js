// What the charts show: which measure, and how both axes are scaled.

const VALUE_SCALES = [["linear", "linear values"], ["log", "log values"]];
const EPOCH_SCALES = [["auto", "epochs: auto"], ["linear", "epochs: linear"], ["log", "epochs: log"]];

export class ChartChoices {
  /**
   * @param {HTMLElement} charts where the choices of the loss chart stand
   * @param {HTMLElement} axis where that of the axis stands, which slider and charts share
   * @param {(choices: {measure: string, value_scale: string, epoch_scale: string}) => void} onChange
   */
  constructor(charts, axis, onChange) {
    this.lists = {
      measure: makeList(charts, "Measure"),
      value_scale: makeList(charts, "Value axis", VALUE_SCALES),
      epoch_scale: makeList(axis, "Epoch axis", EPOCH_SCALES),
    };
    for (const list of Object.values(this.lists)) list.addEventListener("change", () => onChange(this.choices));
  }

  get choices() {
    return Object.fromEntries(Object.entries(this.lists).map(([name, list]) => [name, list.value]));
  }

  /** @param {Array<[string, string]>} measures */
  setMeasures(measures) {
    fill(this.lists.measure, measures);
  }

  /** @param {Record<string, string>} choices */
  show(choices) {
    for (const [name, list] of Object.entries(this.lists)) if (list.value !== choices[name]) list.value = choices[name];
  }
}

function makeList(parent, name, options = []) {
  const list = parent.appendChild(document.createElement("select"));
  list.setAttribute("aria-label", name);
  list.title = name;
  fill(list, options);
  return list;
}

function fill(list, options) {
  list.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
}
