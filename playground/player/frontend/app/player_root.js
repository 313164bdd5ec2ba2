// What the player's root says of all that is in it: to the style sheet as classes, to whoever waits for it as data.
import { frozenAt } from "../network/frozen_weights.mjs";
import { SettingsDrawer } from "./settings_drawer.js";
/**
 * @import { Description, View } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** @implements {View} */
export class PlayerRoot {
  #root;
  #store;
  #drawer;
  #isExercise = false;

  /** @param {HTMLElement} root @param {Store} store */
  constructor(root, store) {
    this.#root = root;
    this.#store = store;
    this.#drawer = new SettingsDrawer(store);
  }

  /** @param {Description} run */
  arrange(run) {
    // What holds weights still is worked from its first update on: nothing of it waits till something was played.
    this.#isExercise = frozenAt(run.changes, 0).size > 0;
    this.#root.classList.toggle("with-code", this.#store.showsCode);
    this.#root.classList.toggle("stale", this.#store.isStale);
    this.#project(this.#store.projector);
    this.#drawer.arrange();
    const { header } = this.#store;
    // The page around the player says what the example shows: that is not so of another table.
    if (header) document.documentElement.toggleAttribute("data-another-table", !header.is_own_table);
    this.#open(Boolean(header?.asks_for));
  }

  /** @param {Moment} moment */
  draw({ epoch, isExact }) {
    const { timeline, commands, run, hidesFuture } = this.#store;
    if (!run) return;
    // A class, and no rule for the epoch that stands beside it: that would restyle everything in every frame.
    this.#begin(hidesFuture && epoch === 0 && !this.#isExercise);
    const state = timeline.moving ? "moving" : run.finished && !commands.open ? "finished" : "resting";
    const { dataset } = this.#root;
    for (const [name, value] of Object.entries({ run: run.number, epoch, exact: isExact, state })) {
      if (dataset[name] !== String(value)) dataset[name] = String(value);
    }
  }

  /** Something was done: from this moment on Python may have something to confirm. */
  tell() {
    if (this.#store.commands.open) this.#root.dataset.state = "resting";
  }

  /** @param {boolean} isCharted whether the charts show all that is trained */
  mark(isCharted) {
    const charted = String(isCharted);
    if (this.#root.dataset.charted !== charted) this.#root.dataset.charted = charted;
  }

  remove() {
    this.#project(false);
    this.#open(false);
    this.#begin(false);
    this.#root.remove();
  }

  /** The page around the player has to know, too: what it says of the table can wait. @param {boolean} isBeginning */
  #begin(isBeginning) {
    this.#root.classList.toggle("is-beginning", isBeginning);
    document.documentElement.toggleAttribute("data-beginning", isBeginning);
  }

  /** What the page has opened with is not seen while the browser brings what belongs there. @param {boolean} isComing */
  #open(isComing) {
    document.documentElement.toggleAttribute("data-opening", isComing);
  }

  /** The page around the player has to know, too: its settings are put away. @param {boolean} isProjected */
  #project(isProjected) {
    this.#root.classList.toggle("projector", isProjected);
    document.documentElement.toggleAttribute("data-projector", isProjected);
  }
}
