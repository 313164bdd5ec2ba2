import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { tableDatabase } from "../../../playground/player/frontend/link/table_database.js";

/** A request that a browser answers in a moment. */
function answered(told) {
  const request = { ...told };
  queueMicrotask(() => (request.error ? request.onerror() : request.onsuccess()));
  return request;
}

/** What stands in the database, and all that was ever put there. */
function storeOf() {
  const stored = new Map();
  const put = [];
  const changed = (transaction) => {
    queueMicrotask(() => transaction.oncomplete?.());
    return { transaction };
  };
  const within = (transaction) => ({
    get: (name) => answered({ result: stored.get(name) }),
    count: (name) => answered({ result: Number(stored.has(name)) }),
    put(entry) {
      put.push(entry);
      stored.set(entry.name, entry);
      return changed(transaction);
    },
    delete(name) {
      stored.delete(name);
      return changed(transaction);
    },
  });
  return { stored, put, within };
}

/** A browser whose database holds one entry; it refuses to open it so many times. */
function browser(refusals = 0, store = storeOf()) {
  const connections = [];
  store.stored.set("mine", { name: "mine", date: 1, link: "1rest", table: "rows" });
  let refused = 0;
  globalThis.indexedDB = {
    open() {
      if (refused < refusals) {
        refused += 1;
        return answered({ error: new Error("UnknownError") });
      }
      const connection = {
        isOpen: true,
        close() {
          this.isOpen = false;
        },
        transaction() {
          if (!this.isOpen) throw new Error("InvalidStateError");
          return { objectStore: () => store.within({}) };
        },
      };
      connections.push(connection);
      return answered({ result: connection });
    },
  };
  return connections;
}

afterEach(() => delete globalThis.indexedDB);

test("a database that was refused once is asked for again", async () => {
  browser(1);
  const database = tableDatabase();

  await assert.rejects(database.get("mine"), /UnknownError/);

  assert.equal((await database.get("mine")).link, "1rest");
});

test("all that is asked of it goes over one connection", async () => {
  const connections = browser();
  const database = tableDatabase();

  await Promise.all([database.get("mine"), database.get("other")]);
  await database.get("mine");

  assert.equal(connections.length, 1);
});

test("a connection that the browser has closed is opened again", async () => {
  const connections = browser();
  const database = tableDatabase();
  await database.get("mine");

  connections[0].isOpen = false;
  connections[0].onclose();

  assert.equal((await database.get("mine")).link, "1rest");
});

test("where the database is to be changed or cleared the connection makes way, and is opened again", async () => {
  const connections = browser();
  const database = tableDatabase();
  await database.get("mine");

  connections[0].onversionchange();

  assert.equal(connections[0].isOpen, false);
  assert.equal((await database.get("mine")).link, "1rest");
});

test("a table is stored once for all the links that are kept with it", async () => {
  const store = storeOf();
  browser(0, store);
  const database = tableDatabase();

  for (const link of ["1a", "1b", "1c"]) await database.put({ name: "new", date: 2, link, table: "rows" });

  assert.equal(store.put.filter(({ table }) => table === "rows").length, 1);
  const { link, table } = await database.get("new");
  assert.deepEqual([link, table], ["1c", "rows"]);
});

test("a table that has changed, or that another page has removed, is stored again", async () => {
  browser();
  const [database, another] = [tableDatabase(), tableDatabase()];

  await database.put({ name: "new", date: 2, link: "1a", table: "rows" });
  await database.put({ name: "new", date: 3, link: "1b", table: "more" });
  assert.equal((await another.get("new")).table, "more");

  await another.remove("new");
  assert.equal(await another.get("new"), undefined);
  await database.put({ name: "new", date: 4, link: "1c", table: "more" });
  assert.equal((await another.get("new")).table, "more");
});

test("what was kept in one piece is found as well, and goes whole", async () => {
  const store = storeOf();
  browser(0, store);
  const database = tableDatabase();
  assert.equal((await database.get("mine")).table, "rows");

  await database.put({ name: "mine", date: 2, link: "1b", table: "more" });
  assert.equal((await database.get("mine")).table, "more");

  await database.remove("mine");
  assert.equal(store.stored.size, 0);
});
