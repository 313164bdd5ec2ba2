/** All weights and biases as a table, for those who do not see the drawing. It is brought up to date at rest only. */
/** @import { Description } from "../shared/types" */

import { shownNumber } from "../shared/wording.mjs";

/**
 * @param {Pick<Description, "neuron_names" | "layer_sizes" | "bias">} run
 * @returns {[string, string][]} from and to, in the order of the flat vector
 */
function endsOf(run) {
  /** @type {[string, string][]} */
  const ends = [];
  for (let layer = 1; layer < run.layer_sizes.length; layer++) {
    const names = run.neuron_names[layer];
    for (const start of run.neuron_names[layer - 1]) names.forEach((end) => ends.push([start, end]));
    if (run.bias) names.forEach((end) => ends.push(["bias", end]));
  }
  return ends;
}

export class WeightsTable {
  #table;
  /** @type {HTMLTableCellElement[]} */
  #cells = [];
  /** @type {HTMLTableCaptionElement} */
  #caption;

  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.#table = document.createElement("table");
    this.#table.className = "network-table";
    parent.append(this.#table);
  }

  /** @param {Description} run */
  setRun(run) {
    this.#table.replaceChildren();
    this.#caption = this.#table.createCaption();
    this.#caption.textContent = "Weights and biases";
    const head = this.#table.createTHead().insertRow();
    for (const title of ["from", "to", "weight"]) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = title;
      head.append(cell);
    }
    const body = this.#table.createTBody();
    this.#cells = endsOf(run).map(([start, end]) => {
      const row = body.insertRow();
      row.insertCell().textContent = start;
      row.insertCell().textContent = end;
      return row.insertCell();
    });
  }

  /** @param {{epoch: number, parameters: ArrayLike<number>}} moment */
  describe(moment) {
    this.#caption.textContent = `Weights and biases at epoch ${moment.epoch}`;
    this.#cells.forEach((cell, i) => {
      const text = shownNumber(moment.parameters[i]);
      if (cell.textContent !== text) cell.textContent = text;
    });
  }
}
