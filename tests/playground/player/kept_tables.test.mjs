import assert from "node:assert/strict";
import { test } from "node:test";

import { PATIENCE } from "../../../playground/player/frontend/link/in_time.mjs";
import { LONGEST } from "../../../playground/player/frontend/link/kept_documents.mjs";
import { KeptTables, MOST } from "../../../playground/player/frontend/link/kept_tables.mjs";
import { Keeping } from "../../../playground/player/frontend/link/keeping.mjs";
import { storageOf } from "./browser_storage.mjs";

/** A browser's database with room for so many characters. */
function databaseOf(room = Infinity) {
  const entries = new Map();
  return {
    entries,
    names: async () => [...entries.values()].map(({ name, date }) => ({ name, date })).sort((one, other) => one.date - other.date),
    get: async (name) => entries.get(name),
    remove: async (name) => void entries.delete(name),
    async put(entry) {
      const others = [...entries.values()].filter(({ name }) => name !== entry.name);
      const length = [...others, entry].reduce((sum, { link, table }) => sum + link.length + table.length, 0);
      if (length > room) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
      entries.set(entry.name, entry);
    },
  };
}

let today = 1_000_000;
const page = (database, name) => new KeptTables(database, name, () => (today += 1));
const namesIn = ({ entries }) => [...entries.keys()];

test("a page keeps the newest under its name, and finds it again", async () => {
  const database = databaseOf();
  const mine = page(database, "mine");

  assert.equal(await mine.keep({ link: "1a", table: "rows" }), "mine");
  assert.equal(await mine.keep({ link: "1b", table: "rows" }), "mine");

  const { link, table } = await page(database, "other").find("mine");
  assert.deepEqual([link, table], ["1b", "rows"]);
  assert.equal(await mine.find("gone"), null);
});

test("where there is no room the oldest goes, and not more than has to", async () => {
  const database = databaseOf(1000);
  for (const name of ["c", "a", "b"]) await page(database, name).keep({ link: "", table: "x".repeat(300) });

  assert.equal(await page(database, "large").keep({ link: "", table: "y".repeat(400) }), "large");

  assert.deepEqual(namesIn(database), ["a", "b", "large"]);
});

test("of many the oldest go, and what nobody has come back to for half a year", async () => {
  const database = databaseOf();
  for (let count = 0; count <= MOST; count += 1) await page(database, `${count}`).keep({ link: "1", table: "rows" });
  assert.deepEqual(namesIn(database), Array.from({ length: MOST }, (_, count) => `${count + 1}`));

  today += LONGEST + 1;
  await page(database, "new").keep({ link: "1", table: "rows" });

  assert.deepEqual(namesIn(database), ["new"]);
});

test("where a browser refuses there is no name, and nothing of anybody else goes", async () => {
  const database = databaseOf();
  await page(database, "other").keep({ link: "1", table: "rows" });
  const refused = async () => {
    throw new Error("SecurityError");
  };

  assert.equal(await page({ ...database, put: refused }, "mine").keep({ link: "1", table: "rows" }), "");
  assert.deepEqual(namesIn(database), ["other"]);

  const closed = page({ names: refused, get: refused, put: refused, remove: refused }, "mine");
  assert.equal(await closed.keep({ link: "1", table: "rows" }), "");
  assert.equal(await closed.find("other"), null);
  await closed.forget();
});

test("a page keeps what it has in one place: where its length belongs", async () => {
  const storage = storageOf();
  const database = databaseOf();
  const keeping = new Keeping(() => storage, database, "kept-mine");
  const stored = () => storage.kept.get("playground-kept-mine") ?? null;

  assert.equal(await keeping.keep("1short", ""), "kept-mine");
  assert.deepEqual([stored(), namesIn(database)], ["1short", []]);

  assert.equal(await keeping.keep("1rest", "rows"), "kept-mine");
  assert.deepEqual([stored(), namesIn(database)], [null, ["kept-mine"]]);

  assert.equal(await keeping.keep("1short", ""), "kept-mine");
  await keeping.find("kept-mine");
  assert.deepEqual([stored(), namesIn(database)], ["1short", []]);
});

/** A database that stores the link "1a" only when it is told to. */
function slowDatabase() {
  const database = databaseOf();
  let release;
  const isReleased = new Promise((resolve) => {
    release = resolve;
  });
  const slow = {
    ...database,
    async put(entry) {
      if (entry.link === "1a") await isReleased;
      await database.put(entry);
    },
  };
  return { slow, release };
}

test("what is kept last stands there last, however long the one before takes", async () => {
  const { slow, release } = slowDatabase();
  const keeping = new Keeping(() => storageOf(), slow, "kept-mine");

  const both = [keeping.keep("1a", "rows"), keeping.keep("1b", "rows")];
  release();
  await Promise.all(both);

  assert.equal((await keeping.find("kept-mine")).link, "1b");
});

test("a short link that is kept while a table is being stored stays, and the table goes", async () => {
  const { slow, release } = slowDatabase();
  const storage = storageOf();
  const keeping = new Keeping(() => storage, slow, "kept-mine");

  const table = keeping.keep("1a", "rows");
  await keeping.keep("1short", "");
  release();
  await table;
  await keeping.find("kept-mine");

  assert.equal(storage.kept.get("playground-kept-mine"), "1short");
  assert.deepEqual(namesIn(slow), []);
});

test("a database that never answers is waited for a few seconds, and then there is nothing", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const never = () => new Promise(() => {});
  const keeping = new Keeping(storageOf, { names: never, get: never, put: never, remove: never }, "kept-mine");

  const answers = Promise.all([keeping.find("kept-mine"), keeping.keep("1rest", "rows"), keeping.keep("1more", "rows")]);
  mock.timers.tick(PATIENCE);

  assert.deepEqual(await answers, [null, "", ""]);
});

test("of a damaged entry there is what is left of it, as text", async () => {
  const database = databaseOf();
  database.entries.set("damaged", { name: "damaged", date: 1, table: 5 });

  assert.deepEqual(await page(database, "mine").find("damaged"), { link: "", table: "" });
});
