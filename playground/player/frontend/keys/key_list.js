// The list of all keys, and beside it what every sign means: one dialog, made from what the keys and signs are.
import { KEYS_IN_PLACES, keyName, SHORTCUTS } from "./shortcuts.mjs";
import { group, line, signGroups } from "./sign_list.js";
import { element } from "../shared/element.js";
/**
 * @import { Shortcut } from "./shortcuts.mjs"
 */

/** @typedef {"keys" | "signs"} Section */

export class KeyList {
  /** @type {Record<Section, HTMLElement>} */
  #sections;

  /** @param {HTMLElement} root the player's: its colours are wanted */
  constructor(root) {
    this.dialog = root.appendChild(element("dialog", "key-list"));
    this.dialog.setAttribute("aria-label", "Keys, and how to read the page");
    const close = element("button", "page-action", "Close");
    Object.assign(close, { type: "button", title: "Close (Escape)" });
    close.addEventListener("click", () => this.dialog.close());
    this.#sections = { keys: section("Keys", keyGroups()), signs: section("How to read it", signGroups()) };
    this.dialog.append(close, ...Object.values(this.#sections));
    this.dialog.addEventListener("keydown", (event) => this.#press(event));
    // A press beside the list meets the dialog itself.
    this.dialog.addEventListener("click", ({ target }) => { if (target === this.dialog) this.dialog.close(); });
  }

  /** @param {Section} name */
  open(name) {
    if (!this.dialog.open) this.dialog.showModal();
    const heading = this.#sections[name].querySelector("h2");
    heading?.focus({ preventScroll: true });
    if (name === "signs") this.#sections.signs.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    // The key that has opened it closes it, too.
    if (event.key === "?") this.dialog.close();
    event.stopPropagation();
  }
}

/** @param {string} title @param {HTMLElement[]} groups */
function section(title, groups) {
  const heading = element("h2", "", title);
  heading.tabIndex = -1;
  return element("section", "", heading, ...groups);
}

function keyGroups() {
  const groups = SHORTCUTS.map(({ title, shortcuts }) => group(title, shortcuts.map(keyLine)));
  const inPlaces = KEYS_IN_PLACES.map(({ where, keys, text }) => line(caps(keys), `${where}: ${text}`));
  return [...groups, group("Where the focus is", inPlaces)];
}

/** @param {Shortcut} shortcut */
function keyLine({ keys, politeKeys = [], coverKeys = [], text }) {
  return line(caps([...keys, ...politeKeys, ...coverKeys]), text);
}

/** @param {string[]} keys */
const caps = (keys) => keys.map((key) => element("kbd", "", keyName(key)));
