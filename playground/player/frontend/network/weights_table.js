/** All weights and biases as a table, for those who do not see the drawing. It is brought up to date at rest only. */
/** @import { Description } from "../shared/types" */

import { endsOf } from "../model/flat_order.mjs";
import { shownNumber } from "../shared/wording.mjs";

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
    const { neuron_names: names } = run;
    this.#cells = endsOf(run).map(({ layer, from, to }) => {
      const row = body.insertRow();
      row.insertCell().textContent = from === null ? "bias" : names[layer - 1][from];
      row.insertCell().textContent = names[layer][to];
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
