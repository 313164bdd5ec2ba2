import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetName, leaveName, takeName } from "../../../playground/player/frontend/link/page_name.mjs";

/** What a tab remembers. */
function tab(remembered = {}) {
  const all = new Map(Object.entries(remembered));
  return {
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, text) => all.set(key, text),
    removeItem: (key) => all.delete(key),
    copy: () => tab(Object.fromEntries(all)),
  };
}

const open = (storage, opened) => takeName(() => storage, opened);
const leave = (storage, name) => leaveName(() => storage, name);

test("a page that is loaded again has the name it had", () => {
  const storage = tab();
  const name = open(storage, "");
  assert.match(name, /^kept-[0-9a-z]{21}$/);

  leave(storage, name);

  assert.equal(open(storage, name), name);
});

test("another page in the same tab has another name, and what is gone back to is not written over", () => {
  const storage = tab();
  const first = open(storage, "");
  leave(storage, first);

  const second = open(storage, "");
  leave(storage, second);
  const third = open(storage, first);

  assert.equal(new Set([first, second, third]).size, 3);
});

test("a tab made from another one, or a bookmark that is opened, has a name of its own", () => {
  const storage = tab();
  const name = open(storage, "");

  assert.notEqual(open(storage.copy(), name), name);
  assert.notEqual(open(tab(), name), name);

  // A page that a browser has put aside, and shows again.
  leave(storage, name);
  forgetName(() => storage);
  assert.notEqual(open(storage.copy(), name), name);
});

test("where a browser refuses there is a name all the same", () => {
  const refused = () => {
    throw new Error("SecurityError");
  };

  leaveName(refused, "kept-1");
  forgetName(refused);
  assert.match(takeName(refused, "kept-1"), /^kept-[0-9a-z]{21}$/);
});
