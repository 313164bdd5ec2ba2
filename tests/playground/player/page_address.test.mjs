import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { storageOf } from "./browser_storage.mjs";

const PAGE = "https://example.org/";

/** A browser's database that stores nothing before it is told to. */
function slowDatabase() {
  const waiting = [];
  const answered = (request) => {
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  const store = {
    index: () => ({ openKeyCursor: () => answered({ result: null }) }),
    put({ link }) {
      const transaction = {};
      if (link) waiting.push(() => transaction.oncomplete());
      return { transaction };
    },
    count: () => answered({ result: 0 }),
    delete() {
      const transaction = {};
      queueMicrotask(() => transaction.oncomplete?.());
      return { transaction };
    },
  };
  const connection = { transaction: () => ({ objectStore: () => store }) };
  return { waiting, open: () => answered({ result: connection }) };
}

const indexedDB = slowDatabase();
const location = { href: PAGE };
/** What is done when the page is left. */
const leaving = new Set();
Object.assign(globalThis, {
  indexedDB,
  location,
  window: globalThis,
  addEventListener: (name, act) => name === "pagehide" && leaving.add(act),
  removeEventListener: (_, act) => leaving.delete(act),
  document: { documentElement: { dataset: {} } },
  history: {
    state: null,
    replaceState(_, __, href) {
      location.href = href;
    },
  },
});
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { value: storageOf(), configurable: true });
const { PageAddress } = await import("../../../playground/player/frontend/link/page_address.js");

const { LEFT } = await import("../../../playground/player/frontend/link/left_link.mjs");

/** All that the browser has begun goes on until it waits. */
const goesOn = () => setImmediate();

/** An address that is asked for while each of two tables is being stored, as by a copied link. */
async function addressOfTwo() {
  location.href = PAGE;
  const address = new PageAddress(() => {}, () => null);
  for (const number of [1, 2]) {
    address.take(number, `1rest${number}`, true, true, 7);
    if (number === 1) address.takeTable(7, "rows");
    void address.now;
    await goesOn();
  }
  return address;
}

async function stored() {
  indexedDB.waiting.shift()();
  await goesOn();
}

afterEach(async () => {
  while (indexedDB.waiting.length) await stored();
});

test("a table that was stored is in the address though a newer one is being stored", async () => {
  await addressOfTwo();
  assert.equal(location.href, PAGE);

  await stored();

  assert.match(location.href, /#document=kept-/);
});

test("a table that is stored late does not take the place of a newer link", async () => {
  const address = await addressOfTwo();

  address.take(3, "1short", false, true, 0);
  void address.now;
  await stored();

  assert.equal(location.href, `${PAGE}#document=1short`);
});

test("a page that is left while nothing is to be written leaves what is looked at beside the link in its address", async () => {
  location.href = PAGE;
  const viewpoint = { epoch: 0, row: 2 };
  const address = new PageAddress(() => {}, () => viewpoint);
  address.take(1, "1first", false, true, 0);
  viewpoint.epoch = 40;

  for (const act of leaving) act();

  assert.deepEqual(JSON.parse(sessionStorage.getItem(LEFT)), { written: "1first", link: "1first", viewpoint: { epoch: 40, row: 2 } });
  address.remove();
});

test("a page whose address is given another link is left for that, and not for its own", () => {
  location.href = PAGE;
  const address = new PageAddress(() => {}, () => null);
  assert.ok(!address.isAnother);
  address.take(1, "1own", false, true, 0);
  assert.ok(!address.isAnother);

  location.href = `${PAGE}#document=1another`;

  assert.ok(address.isAnother);
  address.remove();
});
