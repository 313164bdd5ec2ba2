// The browser's database, with one entry for each page that keeps a table there.
/** @import { Database } from "./kept_tables.mjs" */

const ENTRIES = "kept";
const BY_DATE = "date";

/** A table stands beside its link, without a date, as each move of the play-head changes the link and not the megabytes. @param {string} name */
const tableOf = (name) => `${name}/table`;

/** @returns {Database} */
export function tableDatabase() {
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;
  /** The table that was stored last. */
  let stored = { name: "", table: "" };
  const openAgain = () => {
    opened = null;
  };
  const entries = async (/** @type {IDBTransactionMode} */ mode) => {
    opened ??= open(openAgain).catch((refused) => {
      openAgain();
      throw refused;
    });
    return (await opened).transaction(ENTRIES, mode).objectStore(ENTRIES);
  };
  return {
    names: async () => namesIn((await entries("readonly")).index(BY_DATE)),
    async get(name) {
      const store = await entries("readonly");
      const [kept, { table } = {}] = await Promise.all([answer(store.get(name)), answer(store.get(tableOf(name)))]);
      return kept && { table, ...kept };
    },
    async put({ table, ...kept }) {
      const store = await entries("readwrite");
      const name = tableOf(kept.name);
      // Another page may have removed it to make room.
      const isThere = name === stored.name && table === stored.table && (await answer(store.count(name))) > 0;
      if (!isThere) store.put({ name, table });
      await done(store.put(kept));
      stored = { name, table };
    },
    async remove(name) {
      const store = await entries("readwrite");
      store.delete(tableOf(name));
      await done(store.delete(name));
    },
  };
}

/** @param {() => void} closed called when the connection has ended @returns {Promise<IDBDatabase>} */
async function open(closed) {
  const request = indexedDB.open("playground", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: "name" }).createIndex(BY_DATE, "date");
  const database = await answer(request);
  database.onclose = closed;
  // Somebody clears what the page keeps: that would wait for this connection.
  database.onversionchange = () => {
    database.close();
    closed();
  };
  return database;
}

/** Without their tables. @param {IDBIndex} byDate @returns {Promise<{name: string, date: number}[]>} */
function namesIn(byDate) {
  return new Promise((resolve, reject) => {
    /** @type {{name: string, date: number}[]} */
    const names = [];
    const request = byDate.openKeyCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(names);
      names.push({ name: String(cursor.primaryKey), date: Number(cursor.key) });
      cursor.continue();
    };
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A change is there when its transaction is over: only then a browser looks for the room. @param {IDBRequest} request @returns {Promise<void>} */
function done(request) {
  const transaction = /** @type {IDBTransaction} */ (request.transaction);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}
