import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { KEPT, KeptDocuments, nameOf, STORED } from "../../../playground/player/frontend/link/kept_documents.mjs";

/** A browser's storage for so many characters. */
function storageOf(room = Infinity) {
  const kept = new Map();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
    setItem(name, text) {
      const others = [...kept].reduce((sum, [other, { length }]) => sum + (other === name ? 0 : length), 0);
      if (others + text.length > room) throw new Error("QuotaExceededError");
      kept.set(name, text);
    },
  };
}

const page = (storage) => new KeptDocuments(() => storage);

test("a link is kept under a name of its own, which is the same for the same link", () => {
  const storage = storageOf();

  const name = page(storage).keep("1abc");

  assert.match(name, new RegExp(`^${KEPT}[0-9a-z]{8,}$`));
  assert.equal(storage.getItem(STORED + name), "1abc");
  assert.equal(page(storage).keep("1abc"), name);
  assert.notEqual(nameOf("1abc"), nameOf("1abd"));
  assert.notEqual(nameOf("1abc"), nameOf("1acb"));
});

test("a page keeps one: what was open before it was changed is let go, and what another page keeps stays", () => {
  const storage = storageOf();
  const other = page(storage).keep("of another page");
  const mine = page(storage);

  const before = mine.keep("before");
  const after = mine.keep("after");

  assert.equal(storage.getItem(STORED + before), null);
  assert.equal(storage.getItem(STORED + after), "after");
  assert.equal(storage.getItem(STORED + other), "of another page");
});

test("what is oldest is let go where there are many, or where there is no room", () => {
  const many = storageOf();
  const first = page(many).keep("0");
  for (let count = 1; count <= 8; count += 1) page(many).keep(String(count));
  assert.equal(many.getItem(STORED + first), null);
  assert.equal(many.getItem(STORED + nameOf("1")), "1");

  const narrow = storageOf(500);
  const old = page(narrow).keep("x".repeat(300));
  const name = page(narrow).keep("y".repeat(400));
  assert.equal(narrow.getItem(STORED + old), null);
  assert.equal(narrow.getItem(STORED + name)?.length, 400);
});

test("where a browser keeps nothing, or not so much, there is no name", () => {
  const refuses = new KeptDocuments(() => {
    throw new Error("SecurityError");
  });

  assert.equal(refuses.keep("1abc"), "");
  assert.equal(page(storageOf(10)).keep("x".repeat(11)), "");
});

test("a list that somebody else has written is no list", () => {
  const storage = storageOf();
  for (const list of ["{", "7", '{"a": 1}', '["elsewhere", 7, null]']) {
    storage.setItem(`${STORED}kept`, list);
    storage.setItem("elsewhere", "stays");

    assert.equal(storage.getItem(STORED + page(storage).keep("1abc")), "1abc");
    assert.equal(storage.getItem("elsewhere"), "stays");
  }
});

test("Python and the browser call it by one name", () => {
  const source = (file) => readFileSync(new URL(`../../../playground/${file}`, import.meta.url), "utf8");

  assert.match(source("document/link_text.py"), new RegExp(`^KEPT = "${KEPT}"$`, "m"));
  assert.match(source("opens_links.py"), new RegExp(`^STORED = "${STORED}"$`, "m"));
});
