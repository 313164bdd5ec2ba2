import assert from "node:assert/strict";
import { test } from "node:test";
import { LEFT, forgetLeftLink, leaveLink } from "../../../playground/player/frontend/link/left_link.mjs";

test("a tab remembers the newest link beside the one in the address, and what is looked at, until the page is there again", () => {
  const kept = new Map();
  const tab = { setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key) };

  leaveLink(() => tab, "old", "new", { epoch: 40, row: 2 });
  assert.deepEqual(JSON.parse(kept.get(LEFT)), { written: "old", link: "new", viewpoint: { epoch: 40, row: 2 } });

  forgetLeftLink(() => tab);
  assert.equal(kept.size, 0);
});

test("a browser that keeps nothing is left without a word", () => {
  const refused = () => {
    throw new DOMException("refused", "SecurityError");
  };

  leaveLink(refused, "old", "new", null);
  forgetLeftLink(refused);
});
