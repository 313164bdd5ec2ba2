import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { tableDatabase } from "../../../playground/player/frontend/link/table_database.js";

/** A request that a browser answers in a moment. */
function answered(told) {
  const request = { ...told };
  queueMicrotask(() => (request.error ? request.onerror() : request.onsuccess()));
  return request;
}

/** A browser whose database holds one entry; it refuses to open it so many times. */
function browser(refusals = 0) {
  const connections = [];
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
          return { objectStore: () => ({ get: (name) => answered({ result: { name, link: "1rest", table: "rows" } }) }) };
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
