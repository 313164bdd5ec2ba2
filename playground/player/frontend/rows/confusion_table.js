// The confusion matrix of several classes, with their names: the rows of each class, and what they are called.

import { className } from "../model/classes.mjs";
import { confusionMatrix } from "../model/confusion_matrix.mjs";
import { element, write } from "../shared/element.js";
/** @import { Description, Numbers, Table } from "../shared/types" */

export class ConfusionTable {
  box = element("table", "rows-confusion");
  /** By the rows' class, then by the class they are called. @type {Text[][]} */ #cells = [];
  /** @type {Description | null} */ #run = null;

  /** @param {Description} run of several classes */
  follow(run) {
    this.#run = run;
    const names = run.target_names.map((_, place) => className(run, place));
    const head = element("tr", "", element("th", "", "is ↓  called →"), ...[...names, "none"].map((name) => heading("col", name)));
    this.#cells = names.map(() => [...names, "none"].map(() => document.createTextNode("0")));
    const lines = this.#cells.map((cells, own) => {
      return element("tr", "", heading("row", names[own]), ...cells.map((text, called) => element("td", called === own ? "is-right" : "", text)));
    });
    this.box.replaceChildren(head, ...lines);
  }

  /** @param {Pick<Table, "targets">} table @param {Numbers} outputs */
  draw(table, outputs) {
    if (!this.#run?.classes) return;
    const matrix = confusionMatrix(this.#run.classes, table, outputs, this.#cells.length);
    matrix.forEach((line, own) => line.forEach((count, called) => write(this.#cells[own][called], String(count))));
    this.box.classList.toggle("has-none", matrix.some((line) => line[line.length - 1] > 0));
  }
}

/** @param {"row" | "col"} scope @param {string} name */
function heading(scope, name) {
  return Object.assign(element("th", "", element("span", "", name)), { scope, title: name });
}
