// The panel that lies over the charts, shown, and every other one hidden.
import { PANELS_OVER_CHARTS, shownPanel } from "../model/over_charts.mjs";
import { hide } from "../shared/element.js";
/**
 * @import { PanelOverCharts, View } from "../shared/types"
 * @import { Panel, PanelName } from "../app/panels.js"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class OverChartsView {
  #root;
  #store;
  #panels;
  #instead;
  /** @type {PanelOverCharts | null} */
  #shown = null;
  /** What was opened when it was shown. */
  #opened = -1;
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
    const opened = this.#store.header?.opened ?? -1;
    if (shown !== this.#shown) this.#comes = opened === this.#opened && Boolean(shown?.comesIntoSight);
    this.#shown = shown;
    this.#opened = opened;
    for (const { name } of PANELS_OVER_CHARTS) hide(this.#panels[name].box, name !== shown?.name, this.#instead);
    this.#root.classList.toggle("with-tall-panel", Boolean(shown?.isTall));
    if (shown) this.#root.dataset.overCharts = shown.name;
    else delete this.#root.dataset.overCharts;
  }

  draw() {
    // On a phone its place, which it has by now, may be far below what was pressed.
    if (this.#comes && this.#shown) this.#panels[this.#shown.name].box.scrollIntoView({ block: "nearest" });
    this.#comes = false;
  }

  remove() {}
}
