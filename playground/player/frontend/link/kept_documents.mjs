// Links too long for an address: the browser keeps them, and the address only names them.

/** As in playground/document/link_text.py. */
export const KEPT = "kept-";

/** As in playground/opens_links.py. */
export const STORED = "playground-";

/** Where the names stand of all that is kept, what was kept last at the end. */
const LIST = `${STORED}kept`;

/** As many are kept: a tab has one of them. */
const MOST = 8;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Kept */

/**
 * Two 32-bit Fowler–Noll–Vo hashes (FNV-1a): the same name for the same text.
 * @param {string} text
 */
export function nameOf(text) {
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit ^ (place & 0xff), 0x01000193);
  }
  return KEPT + [one, other].map((part) => (part >>> 0).toString(36)).join("");
}

export class KeptDocuments {
  #storage;
  /** What this page has kept last. */
  #own = "";

  /** @param {() => Kept} storage that a browser may refuse */
  constructor(storage) {
    this.#storage = storage;
  }

  /** Keep a link, in place of the one this page has kept before. @param {string} text @returns {string} its name; empty if it cannot be kept */
  keep(text) {
    const name = nameOf(text);
    try {
      const storage = this.#storage();
      const names = readNames(storage).filter((other) => other !== name);
      if (this.#own && this.#own !== name) drop(storage, names, names.indexOf(this.#own));
      while (names.length >= MOST) drop(storage, names, 0);
      put(storage, names, name, text);
      this.#own = name;
      return name;
    } catch {
      return "";
    }
  }
}

/** Put it there, and let what is oldest go as long as there is no room. @param {Kept} storage @param {string[]} names @param {string} name @param {string} text */
function put(storage, names, name, text) {
  for (;;) {
    try {
      storage.setItem(STORED + name, text);
      break;
    } catch (full) {
      if (!names.length) throw full;
      drop(storage, names, 0);
    }
  }
  storage.setItem(LIST, JSON.stringify([...names, name]));
}

/** @param {Kept} storage @param {string[]} names @param {number} place nothing happens at none */
function drop(storage, names, place) {
  if (place < 0) return;
  for (const name of names.splice(place, 1)) storage.removeItem(STORED + name);
}

/** @param {Kept} storage @returns {string[]} */
function readNames(storage) {
  try {
    const names = JSON.parse(storage.getItem(LIST) ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string" && name.startsWith(KEPT)) : [];
  } catch {
    return [];
  }
}
