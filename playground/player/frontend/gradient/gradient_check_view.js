/** The derivative of every weight beside a measured one: what nobody has to believe. A weight that is pressed has its update worked. */

import { checkedTexts } from "./checked_texts.mjs";
import { closeButton } from "../shared/close_button.js";
import { element, writeText } from "../shared/element.js";
import { epochText } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, GradientCheck, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

const HEADS = [
  ["weight", ""],
  ["∂L/∂w", "By the chain rule, as the worked example has it, of the loss of all training rows"],
  ["measured", "The loss a little ahead, less the loss a little behind, by the way between: (L(w + h) − L(w − h)) / 2h"],
  ["error", "How far the two lie apart, of the larger one"],
];

/** @implements {View} */
export class GradientCheckView {
  #store;
  #actions;
  #root = element("section", "gradient-check");
  #when = element("span", "gradient-check-when");
  #note = element("p", "");
  #body = element("tbody", "");
  /** The run whose weights the table has. @type {Description | null} */
  #run = null;
  /** What is written. @type {GradientCheck | null} */
  #written = null;

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, "clearCharts" | "layOverCharts" | "point">} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    const close = closeButton("Close the check of the gradient", actions.clearCharts);
    const head = element("div", "gradient-check-head", element("h3", "", "Check the gradient"), this.#when, close);
    const titles = element("tr", "", ...HEADS.map(([name, title]) => Object.assign(element("th", "", name), { scope: "col", title })));
    const table = element("table", "", element("thead", "", titles), this.#body);
    const box = element("div", "gradient-check-rows", table);
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Derivatives of all weights");
    this.#root.append(head, this.#note, box);
    this.#body.addEventListener("click", ({ target }) => this.#work(parameterOf(target)));
    this.#body.addEventListener("pointerover", ({ target }) => actions.point(parameterOf(target)));
    this.#body.addEventListener("pointerleave", () => actions.point(null));
    parent.append(this.#root);
  }

  /** @param {Description} run */
  arrange(run) {
    const { chosen, contents: { gradient: check } } = this.#store;
    if (chosen.panel?.name !== "gradient") return;
    const isOlder = check?.run !== this.#store.run?.number;
    this.#root.classList.toggle("is-older", isOlder);
    if (!check || isOlder || (check === this.#written && run === this.#run)) return;
    if (run !== this.#run || this.#body.rows.length !== check.analytic.length) this.#list(run, check.analytic.length);
    this.#write(check);
  }

  draw() {}

  remove() {
    this.#root.remove();
  }

  /** @param {Description} run @param {number} count of the weights that are checked */
  #list(run, count) {
    this.#run = run;
    this.#body.replaceChildren(...run.parameters.slice(0, count).map(({ name }, parameter) => {
      const work = Object.assign(element("button", "quiet bare-button", name), { type: "button", title: "Work its update, number by number" });
      const row = element("tr", "", element("td", "", work), element("td", ""), element("td", ""), element("td", ""));
      row.dataset.parameter = String(parameter);
      return row;
    }));
  }

  /** @param {GradientCheck} check */
  #write(check) {
    this.#written = check;
    writeText(this.#when, `epoch ${epochText(check.epoch)}`);
    writeText(this.#note, check.note);
    Array.from(this.#body.rows).forEach((row, parameter) => {
      checkedTexts(check, parameter).forEach((text, column) => writeText(row.cells[column + 1], text));
      row.classList.toggle("is-too-small", check.too_small[parameter]);
    });
  }

  /** @param {number | null} parameter */
  #work(parameter) {
    if (parameter !== null) this.#actions.layOverCharts({ name: "worked", of: parameter });
  }
}

/** Whose row an element stands in. @param {EventTarget | null} target */
function parameterOf(target) {
  const row = target instanceof Element ? target.closest("tr") : null;
  return row?.dataset.parameter === undefined ? null : Number(row.dataset.parameter);
}
