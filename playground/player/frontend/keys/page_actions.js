// What concerns the whole page, at the right end of the headline: undo, redo, the projector, and the list of keys.
import { titleOf } from "./shortcuts.mjs";
import { disable, element, isDisabled } from "../shared/element.js";
/**
 * @import { Actions, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 */

/** @typedef {"undo" | "redo" | "toggleProjector" | "showKeys"} ActionName */

/** @type {[ActionName, string, string][]} what it does, its name, and the key that is written beside it */
const BUTTONS = [
  ["undo", "Undo", ""],
  ["redo", "Redo", ""],
  ["toggleProjector", "Projector", "P"],
  ["showKeys", "Keys", "?"],
];

/** @implements {View} */
export class PageActions {
  #store;
  #parent;
  /** @type {Record<ActionName, HTMLButtonElement>} */
  #buttons;

  /** @param {HTMLElement} parent @param {Store} store @param {Pick<Actions, ActionName>} actions */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#parent = parent;
    const made = BUTTONS.map(([does, name, key]) => {
      const button = parent.appendChild(element("button", `bare-button page-action page-action-${does}`, name));
      Object.assign(button, { type: "button", title: titleOf(does) });
      if (key) button.append(keyCap(key));
      button.addEventListener("click", () => {
        if (!isDisabled(button)) actions[does]();
      });
      return [does, button];
    });
    this.#buttons = Object.fromEntries(made);
  }

  arrange() {
    const { header, projector } = this.#store;
    const { undo, redo, toggleProjector } = this.#buttons;
    toggleProjector.setAttribute("aria-pressed", String(projector));
    if (!header) return;
    this.#parent.classList.toggle("has-nothing-done", !header.can_undo && !header.can_redo);
    disable(undo, !header.can_undo);
    disable(redo, !header.can_redo);
    say(undo, titleOf("undo", header.can_undo ? `Undo: ${header.undo_what}` : "Nothing to undo"));
    say(redo, titleOf("redo", header.can_redo ? `Redo: ${header.redo_what}` : "Nothing to redo"));
  }

  draw() {}

  remove() {
    for (const button of Object.values(this.#buttons)) button.remove();
  }
}

/** @param {string} key */
function keyCap(key) {
  const cap = element("kbd", "", key);
  // A name such as "Projector P" would be read out, and its key is in the title.
  cap.setAttribute("aria-hidden", "true");
  return cap;
}

/** A title is read as a button's description. @param {HTMLElement} button @param {string} title */
function say(button, title) {
  if (button.title !== title) button.title = title;
}
