import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { KEPT, KeptDocuments, LONGEST, STORED } from "../../../playground/player/frontend/link/kept_documents.mjs";
import { storageOf } from "./browser_storage.mjs";

let today = 1_000_000;
const page = (storage, name) => new KeptDocuments(() => storage, KEPT + name, () => today);
const textsOf = ({ kept }) => Object.fromEntries([...kept].filter(([key]) => key.startsWith(STORED + KEPT)));

test("a page keeps its newest link under its own name", () => {
  const storage = storageOf();
  const mine = page(storage, "mine");

  assert.equal(mine.keep("before"), "kept-mine");
  assert.equal(mine.keep("after"), "kept-mine");

  assert.deepEqual(textsOf(storage), { "playground-kept-mine": "after" });
});

test("what two pages with the same table keep is two things: a change of one leaves the other's", () => {
  const storage = storageOf();
  const one = page(storage, "one");
  const other = page(storage, "other");
  one.keep("the same");
  other.keep("the same");

  one.keep("changed");

  assert.deepEqual(textsOf(storage), { "playground-kept-one": "changed", "playground-kept-other": "the same" });
});

test("nothing goes because there are many; what nobody has come back to for half a year goes", () => {
  const storage = storageOf();
  for (let count = 0; count < 50; count += 1) page(storage, `${count}`).keep("text");
  assert.equal(Object.keys(textsOf(storage)).length, 50);

  today += LONGEST / 2;
  page(storage, "7").keep("kept again");
  today += LONGEST / 2 + 1;
  page(storage, "new").keep("text");

  assert.deepEqual(Object.keys(textsOf(storage)), ["playground-kept-7", "playground-kept-new"]);
  assert.equal(storage.kept.size, 4); // with their dates
});

test("where there is no room the oldest goes, and not more than has to", () => {
  const storage = storageOf(1000);
  for (const name of ["c", "a", "b"]) {
    today += 1;
    page(storage, name).keep("x".repeat(200));
  }

  assert.equal(page(storage, "large").keep("y".repeat(400)), "kept-large");

  assert.deepEqual(Object.keys(textsOf(storage)).sort(), ["playground-kept-a", "playground-kept-b", "playground-kept-large"]);
});

test("for what has no room at all nothing goes", () => {
  const storage = storageOf(500);
  page(storage, "a").keep("x".repeat(300));

  assert.equal(page(storage, "large").keep("y".repeat(501)), "");

  assert.deepEqual(Object.keys(textsOf(storage)), ["playground-kept-a"]);
});

test("what was kept without a date is not taken for old", () => {
  const storage = storageOf();
  storage.setItem("playground-kept-1", "of before");

  page(storage, "mine").keep("text");

  assert.equal(storage.getItem("playground-kept-1"), "of before");
});

test("where a browser refuses there is no name, and nothing of anybody else is touched", () => {
  const refuses = new KeptDocuments(() => {
    throw new Error("SecurityError");
  }, "kept-mine");
  assert.equal(refuses.keep("1abc"), "");

  const storage = storageOf();
  storage.setItem("elsewhere", "stays");
  today += LONGEST * 3;
  page(storage, "mine").keep("1abc");
  assert.equal(storage.getItem("elsewhere"), "stays");
});

test("Python and the browser call it by one name", () => {
  const source = (file) => readFileSync(new URL(`../../../playground/${file}`, import.meta.url), "utf8");

  assert.match(source("document/link_text.py"), new RegExp(`^KEPT = "${KEPT}"$`, "m"));
  assert.match(source("opens_links.py"), new RegExp(`^STORED = "${STORED}"$`, "m"));
});
