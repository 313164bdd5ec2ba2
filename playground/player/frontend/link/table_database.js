// The browser's database, with one entry for each page that keeps a table there.
/** @import { Database } from "./kept_tables.mjs" */

const ENTRIES = "kept";
const BY_DATE = "date";

/** @returns {Database} */
export function tableDatabase() {
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;
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
    get: async (name) => answer((await entries("readonly")).get(name)),
    put: async (kept) => done((await entries("readwrite")).put(kept)),
    remove: async (name) => done((await entries("readwrite")).delete(name)),
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
