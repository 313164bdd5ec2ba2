// The panel that lies over the charts, shown, and every other one hidden.
import { comesIntoSight, PANELS_OVER_CHARTS, shownPanel } from "../model/over_charts.mjs";
import { hide } from "../shared/element.js";
/**
 * @import { View } from "../shared/types"
 * @import { Laid } from "../model/over_charts.mjs"
 * @import { Panel, PanelName } from "../app/panels.js"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class OverChartsView {
  #root;
  #store;
  #panels;
  #instead;
  /** @type {Laid} */
  #laid = { panel: null, shown: null, opened: -1 };
  /** Whether it has just been laid there by somebody. */
  #comes = false;

  /**
   * @param {HTMLElement} root of the player @param {Record<PanelName, Panel>} panels @param {Store} store
   * @param {HTMLElement} instead where whoever has closed one goes on
   */
  constructor(root, panels, store, instead) {
    this.#root = root;
    this.#panels = panels;
    this.#store = store;
    this.#instead = instead;
  }

  arrange() {
    const shown = shownPanel(this.#store);
    const laid = { panel: this.#store.chosen.panel, shown, opened: this.#store.header?.opened ?? -1 };
    if (shown !== this.#laid.shown) this.#comes = comesIntoSight(this.#laid, laid);
    this.#laid = laid;
    for (const { name } of PANELS_OVER_CHARTS) hide(this.#panels[name].box, name !== shown?.name, this.#instead);
    this.#root.classList.toggle("with-tall-panel", Boolean(shown?.isTall));
    if (shown) this.#root.dataset.overCharts = shown.name;
    else delete this.#root.dataset.overCharts;
  }

  draw() {
    // On a phone its place, which it has by now, may be far below what was pressed.
    const { shown } = this.#laid;
    if (this.#comes && shown) this.#panels[shown.name].box.scrollIntoView({ block: "nearest" });
    this.#comes = false;
  }

  remove() {}
}
