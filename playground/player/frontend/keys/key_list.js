// The list of all keys, what every sign means, and what the words mean: one dialog, made from what they are.
import { KEYS_IN_PLACES, keyName, SHORTCUTS } from "./shortcuts.mjs";
import { group, line, signGroups } from "./sign_list.js";
import { element } from "../shared/element.js";
/**
 * @import { Shortcut } from "./shortcuts.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** @typedef {"keys" | "signs" | "words"} Section */

export class KeyList {
  /** @type {Record<Section, HTMLElement>} */
  #sections;
  #words = element("dl", "");

  #store;

  /** @param {HTMLElement} root the player's: its colours are wanted @param {Pick<Store, "assets">} store which has the glossary */
  constructor(root, store) {
    this.#store = store;
    this.dialog = root.appendChild(element("dialog", "key-list"));
    this.dialog.setAttribute("aria-label", "Keys, how to read the page, and its words");
    const close = element("button", "bare-button page-action", "Close");
    Object.assign(close, { type: "button", title: "Close (Escape)" });
    close.addEventListener("click", () => this.dialog.close());
    this.#sections = {
      keys: section("Keys", "keys", keyGroups()),
      signs: section("How to read it", "signs", signGroups()),
      words: section("Words", "words", [this.#words]),
    };
    const words = element("button", "bare-button page-action", "Words");
    Object.assign(words, { type: "button", title: "What the words mean" });
    words.addEventListener("click", () => this.#goTo("words"));
    this.dialog.append(element("div", "key-list-head", words, close), ...Object.values(this.#sections));
    this.dialog.addEventListener("keydown", (event) => this.#press(event));
    // A press beside the list meets the dialog itself.
    this.dialog.addEventListener("click", ({ target }) => { if (target === this.dialog) this.dialog.close(); });
  }

  /** @param {Section} name */
  open(name) {
    const glossary = Object.entries(this.#store.assets?.glossary ?? {});
    this.#words.replaceChildren(...glossary.map(([word, sentence]) => line([word], sentence)));
    if (!this.dialog.open) this.dialog.showModal();
    this.#goTo(name);
  }

  /** @param {Section} name */
  #goTo(name) {
    const wanted = this.#sections[name];
    wanted.querySelector("h2")?.focus({ preventScroll: true });
    if (name !== "keys") wanted.scrollIntoView({ block: name === "words" ? "start" : "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    // The key that has opened it closes it, too.
    if (event.key === "?") this.dialog.close();
    event.stopPropagation();
  }
}

/** @param {string} title @param {Section} name @param {HTMLElement[]} groups */
function section(title, name, groups) {
  const heading = element("h2", "", title);
  heading.tabIndex = -1;
  return element("section", `key-list-${name}`, heading, ...groups);
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
