// Where the browser keeps what is too long for the address: short ones where the page finds them before it starts, tables in a database.
import { inTime } from "./in_time.mjs";
import { KeptDocuments } from "./kept_documents.mjs";
import { KeptTables } from "./kept_tables.mjs";

export class Keeping {
  #links;
  #tables;
  /** One thing after the other. @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** Whether something of this page's may stand in the database. */
  #hasTable = true;
  /** How many links have been kept without a table: one that came after a table stays when that is stored at last. */
  #shortOnes = 0;

  /**
   * @param {() => import("./kept_documents.mjs").Kept} storage
   * @param {import("./kept_tables.mjs").Database} database
   * @param {string} name of what this page keeps
   */
  constructor(storage, database, name) {
    this.#links = new KeptDocuments(storage, name);
    this.#tables = new KeptTables(database, name);
  }

  /**
   * Keep a link, in place of the one this page has kept before.
   * @param {string} link @param {string} table that it has not in itself; empty if it has
   * @returns {Promise<string>} its name; empty if it cannot be kept, or not in time
   */
  async keep(link, table) {
    if (table) return this.#keepTable(link, table);
    const name = this.#links.keep(link);
    if (name) this.#shortOnes += 1;
    if (this.#hasTable) void this.#next(() => this.#tables.forget());
    this.#hasTable = false;
    return name;
  }

  /** What a page has kept in the database; null if there is nothing, or nothing comes in time. @param {string} name */
  find(name) {
    return inTime(this.#tables.find(name), null);
  }

  /** @param {string} link @param {string} table */
  #keepTable(link, table) {
    this.#hasTable = true;
    const before = this.#shortOnes;
    const kept = this.#next(async () => {
      const name = await this.#tables.keep({ link, table });
      // A page finds the other one first.
      if (name && before === this.#shortOnes) this.#links.forget();
      return name;
    });
    return inTime(kept, "");
  }

  /** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  #next(act) {
    const next = this.#last.then(act);
    this.#last = next;
    return next;
  }
}
