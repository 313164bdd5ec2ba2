// Links too long for an address: the browser keeps them, and the address only names them.

/** As in playground/document/link_text.py. */
export const KEPT = "kept-";

/** As in playground/opens_links.py. */
export const STORED = "playground-";

/** Before a name, where it stands when that link was kept last. */
const DATE = `${STORED}date-`;

/** Milliseconds after which nobody comes back to one any more: half a year. */
export const LONGEST = 182 * 24 * 60 * 60 * 1000;

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Kept */

/**
 * Each page keeps its newest link under a name of its own, which no other page writes to. What others keep goes only where it
 * is very old, or where there is no room: then the oldest first.
 */
export class KeptDocuments {
  #storage;
  #name;
  #now;

  /**
   * @param {() => Kept} storage that a browser may refuse
   * @param {string} name of what this page keeps
   * @param {() => number} now in milliseconds
   */
  constructor(storage, name, now = Date.now) {
    this.#storage = storage;
    this.#name = name;
    this.#now = now;
  }

  /** Keep a link, in place of the one this page has kept before. @param {string} text @returns {string} its name; empty if it cannot be kept */
  keep(text) {
    try {
      const storage = this.#storage();
      const others = othersByDate(storage, this.#name, this.#now());
      while (others.length && this.#now() - others[0].date > LONGEST) remove(storage, others.shift()?.name ?? "");
      put(storage, this.#name, text, others);
      storage.setItem(DATE + this.#name, String(this.#now()));
      return this.#name;
    } catch {
      return "";
    }
  }

  /** Keep nothing any more. */
  forget() {
    try {
      remove(this.#storage(), this.#name);
    } catch {
      // A browser that keeps nothing.
    }
  }
}

/** All that other pages keep, the oldest first; what has no date yet has the one of today. @param {Kept} storage @param {string} name @param {number} now */
function othersByDate(storage, name, now) {
  const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
  const names = keys.filter((key) => key.startsWith(STORED + KEPT)).map((key) => key.slice(STORED.length));
  const others = names.filter((other) => other !== name).map((other) => ({ name: other, date: dateOf(storage, other, now) }));
  return others.sort((one, other) => one.date - other.date);
}

/** @param {Kept} storage @param {string} name @param {number} now */
function dateOf(storage, name, now) {
  const date = Number(storage.getItem(DATE + name));
  if (date > 0) return date;
  storage.setItem(DATE + name, String(now));
  return now;
}

/** Put it there, and let what is oldest go as long as there is no room. @param {Kept} storage @param {string} name @param {string} text @param {{name: string}[]} others */
function put(storage, name, text, others) {
  const gone = /** @type {Map<string, string>} */ (new Map());
  for (const other of [...others, null]) {
    try {
      storage.setItem(STORED + name, text);
      return;
    } catch (full) {
      if (other) {
        gone.set(other.name, storage.getItem(STORED + other.name) ?? "");
        storage.removeItem(STORED + other.name);
        continue;
      }
      // There is no room for it at all, so nothing need go.
      for (const [kept, itsText] of gone) storage.setItem(STORED + kept, itsText);
      throw full;
    }
  }
}

/** @param {Kept} storage @param {string} name */
function remove(storage, name) {
  storage.removeItem(STORED + name);
  storage.removeItem(DATE + name);
}
