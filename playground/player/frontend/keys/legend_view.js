// What the signs on the page mean, where a wide window has room for it: those that are there, and the way to all of them.
import { signLine } from "./sign_list.js";
import { signsNow } from "./signs.mjs";
import { className } from "../model/classes.mjs";
import { element } from "../shared/element.js";
/**
 * @import { Description, View } from "../shared/types"
 * @import { Occasion } from "./signs.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class LegendView {
  #box;
  #store;
  #list = element("dl", "");
  #shown = "";

  /** @param {HTMLElement} box @param {Store} store @param {() => void} showAll */
  constructor(box, store, showAll) {
    this.#box = box;
    this.#store = store;
    const all = element("button", "quiet bare-button", "All signs");
    all.type = "button";
    all.addEventListener("click", showAll);
    box.append(element("header", "", element("h3", "", "How to read it"), all), this.#list);
  }

  /** @param {Description} run */
  arrange(run) {
    const { header, before, hidesFuture, timeline, run: known } = this.#store;
    /** @type {[Occasion, boolean][]} */
    const occasions = [
      ["classes", run.classes !== null],
      ["twoClasses", run.classes?.kind === "two"],
      ["severalClasses", run.classes?.kind === "several"],
      ["numbers", run.classes === null],
      ["situation", Boolean(header?.situation)],
      ["test", Boolean(run.test?.targets.length)],
      ["flips", Boolean(known?.flips.some(([at]) => !hidesFuture || at <= timeline.epoch))],
      ["changes", Boolean(known?.changedAt.length)],
      ["before", before !== null],
      ["future", !hidesFuture],
    ];
    const shown = occasions.flatMap(([occasion, is]) => (is ? [occasion] : []));
    const names = run.classes?.kind === "two" ? [0, 1].map((shownClass) => className(run, shownClass)) : ["0", "1"];
    const said = JSON.stringify([shown, names]);
    if (said === this.#shown) return;
    this.#shown = said;
    const named = (/** @type {string} */ text) => text.replace(/class ([01])\b/g, (_, shownClass) => `class ${names[shownClass]}`);
    this.#list.replaceChildren(...signsNow(new Set(shown)).map((sign) => signLine(sign, named)));
  }

  draw() {
    const { run, timeline } = this.#store;
    if (!timeline.moving && run?.description) this.arrange(run.description);
  }

  remove() {
    this.#box.remove();
  }
}
