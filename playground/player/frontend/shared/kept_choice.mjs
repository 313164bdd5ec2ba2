// A choice that a reload, or another player on the same page, goes on with: the tab remembers it.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} TabStorage */

/** @template {string} Name */
export class KeptChoice {
  #place;
  #storage;
  /** @type {Name} */ #name;

  /**
   * @param {string} place where the tab remembers it
   * @param {readonly Name[]} names of all that can be chosen; the first is chosen at first
   * @param {() => TabStorage} storage of the tab, which a browser may refuse
   * @param {string} navigation how the page was come to, as browsers call it: who goes to it anew begins with the first
   */
  constructor(place, names, storage, navigation) {
    this.#place = place;
    this.#storage = storage;
    this.#name = names[0];
    try {
      if (navigation === "navigate") storage().removeItem(place);
      const known = storage().getItem(place);
      this.#name = names.find((name) => name === known) ?? names[0];
    } catch {
      // A browser that keeps nothing.
    }
  }

  get name() {
    return this.#name;
  }

  /** @param {Name} name */
  keep(name) {
    this.#name = name;
    try {
      this.#storage().setItem(this.#place, name);
    } catch {
      // A browser that keeps nothing.
    }
  }
}
