// Links with tables of thousands of rows: a browser's database has room for them.
import { LONGEST } from "./kept_documents.mjs";

/** The oldest goes before there are more: each has megabytes. */
export const MOST = 40;

/**
 * A link to all but its table, and that.
 * @typedef {object} KeptTable
 * @property {string} link
 * @property {string} table
 *
 * @typedef {object} Database what `table_database.js` does with the browser's
 * @property {() => Promise<{name: string, date: number}[]>} names the oldest first
 * @property {(name: string) => Promise<KeptTable | undefined>} get
 * @property {(kept: KeptTable & {name: string, date: number}) => Promise<void>} put
 * @property {(name: string) => Promise<void>} remove
 */

/** As `KeptDocuments`, and everything takes a moment. */
export class KeptTables {
  #database;
  #name;
  #now;

  /**
   * @param {Database} database that a browser may refuse
   * @param {string} name of what this page keeps
   * @param {() => number} now in milliseconds
   */
  constructor(database, name, now = Date.now) {
    this.#database = database;
    this.#name = name;
    this.#now = now;
  }

  /** Keep it in place of what this page has kept before. @param {KeptTable} kept @returns {Promise<string>} its name; empty if it cannot be kept */
  async keep(kept) {
    try {
      const date = this.#now();
      const others = (await this.#database.names()).filter(({ name }) => name !== this.#name);
      while (others.length >= MOST || (others.length && date - others[0].date > LONGEST)) await this.#removeFirst(others);
      await this.#put({ ...kept, name: this.#name, date }, others);
      return this.#name;
    } catch {
      return "";
    }
  }

  /** What a page has kept; null if there is nothing. @param {string} name @returns {Promise<KeptTable | null>} */
  async find(name) {
    try {
      const found = await this.#database.get(name);
      return found ? { link: textOf(found.link), table: textOf(found.table) } : null;
    } catch {
      return null;
    }
  }

  /** Keep nothing any more. */
  async forget() {
    try {
      await this.#database.remove(this.#name);
    } catch {
      // A browser that keeps nothing.
    }
  }

  /** Where there is no room the oldest goes. @param {KeptTable & {name: string, date: number}} kept @param {{name: string}[]} others */
  async #put(kept, others) {
    for (;;) {
      try {
        await this.#database.put(kept);
        return;
      } catch (refused) {
        const isFull = refused instanceof Error && refused.name === "QuotaExceededError";
        if (!isFull || !others.length) throw refused;
        await this.#removeFirst(others);
      }
    }
  }

  /** @param {{name: string}[]} others */
  async #removeFirst(others) {
    await this.#database.remove(others.shift()?.name ?? "");
  }
}

/** Empty where an entry is damaged: Python answers what it can read. @param {unknown} kept */
function textOf(kept) {
  return typeof kept === "string" ? kept : "";
}
