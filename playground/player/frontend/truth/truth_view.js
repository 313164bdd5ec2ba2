/** The whole truth table over the charts: what the network answers, at the play-head, to every row that there is. */

import { shownText, truthSentence, truthTableOf } from "./truth_table.mjs";
import { shownPanel } from "../model/over_charts.mjs";
import { outputsOf } from "../model/forward_pass.mjs";
import { calledAnswer } from "../rows/answer_texts.mjs";
import { closeButton } from "../shared/close_button.js";
import { element, write, writeText } from "../shared/element.js";
import { epochText, shownNumber } from "../shared/wording.mjs";
/**
 * @import { Actions, Description, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 * @import { TruthTable } from "./truth_table.mjs"
 */

/** A longer table waits until the play-head rests. */
const MOST_THAT_MOVE = 64;

/** So many columns have room beside the answer with their names in one line. */
const FEW_INPUTS = 4;

/** @implements {View} */
export class TruthView {
  #player;
  #store;
  #root = element("section", "truth");
  #heading = element("h3", "");
  #sentence = element("p", "");
  #table = element("table", "");
  #opens = element("button", "quiet bare-button truth-opens");
  /** What the lines are of. @type {TruthTable | null} */
  #tableOf = null;
  /** By the row: its outputs, and what it is called. @type {{outputs: Text, called: Text}[]} */
  #lines = [];

  /**
   * @param {HTMLElement} player its root @param {HTMLElement} parent @param {HTMLElement} beside where rows of one's own are asked about: it is opened from there
   * @param {Store} store @param {Pick<Actions, "layOverCharts" | "clearCharts">} actions
   */
  constructor(player, parent, beside, store, actions) {
    this.#player = player;
    this.#store = store;
    const head = element("div", "truth-head", this.#heading, closeButton("Close all rows", actions.clearCharts));
    const box = element("div", "truth-box", this.#table);
    Object.assign(box, { tabIndex: 0, role: "region", ariaLabel: "All rows, and what the network answers" });
    this.#root.append(head, this.#sentence, box);
    parent.append(this.#root);
    this.#opens.type = "button";
    this.#opens.addEventListener("click", () => actions.layOverCharts({ name: "truth", of: true }));
    beside.append(this.#opens);
  }

  /** @param {Description} run */
  arrange(run) {
    const table = truthTableOf(run);
    this.#opens.hidden = table === null;
    if (table === null) return;
    const count = epochText(table.inputs.length);
    writeText(this.#opens, `All ${count} rows of zeros and ones`);
    if (this.#isShown && table !== this.#tableOf) this.#follow(run, table, count);
  }

  /** @param {Moment} moment */
  draw({ run, parameters }) {
    const { threshold, timeline } = this.#store;
    const table = truthTableOf(run);
    if (table === null || table !== this.#tableOf || !this.#isShown) return;
    if (timeline.moving && table.inputs.length > MOST_THAT_MOVE) return;
    const outputs = outputsOf(run, parameters, table.scaled, run.target_scaling);
    const units = run.target_names.length;
    this.#lines.forEach((line, row) => {
      const own = outputs.subarray(row * units, (row + 1) * units);
      write(line.outputs, Array.from(own, shownNumber).join(", "));
      write(line.called, calledAnswer(run, [], own, threshold).word);
    });
    writeText(this.#sentence, truthSentence(run, table, outputs, threshold));
  }

  remove() {
    this.#root.remove();
    this.#opens.remove();
  }

  get #isShown() {
    return shownPanel(this.#store)?.name === "truth";
  }

  /** @param {Description} run @param {TruthTable} table @param {string} count */
  #follow(run, table, count) {
    this.#tableOf = table;
    this.#heading.textContent = `All ${count} rows`;
    this.#player.style.setProperty("--truth-rows", String(table.inputs.length));
    const heads = [...table.names, run.target_names.length > 1 ? "outputs" : "output", run.classes ? "called" : "", "trained as"];
    const head = element("tr", "", ...heads.map((text) => Object.assign(element("th", "", text), { scope: "col" })));
    this.#lines = table.inputs.map(() => ({ outputs: document.createTextNode(""), called: document.createTextNode("") }));
    const rows = table.inputs.map((inputs, row) => {
      const { outputs, called } = this.#lines[row];
      const shown = shownText(run, table.shown[row]);
      const cells = [...inputs.map(String), outputs, called, shown].map((cell) => element("td", "", cell));
      return element("tr", shown ? "is-shown" : "", ...cells);
    });
    this.#table.classList.toggle("has-many-inputs", table.names.length > FEW_INPUTS);
    this.#table.replaceChildren(element("thead", "", head), element("tbody", "", ...rows));
  }
}
