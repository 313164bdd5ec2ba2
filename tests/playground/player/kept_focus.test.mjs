import assert from "node:assert/strict";
import { test } from "node:test";

import { successorOf } from "../../../playground/player/frontend/app/kept_focus.mjs";

const OF_TWO = ["Name of column 1", "Remove column 1", "Name of column 2", "Remove column 2", "Add column"];

test("the keyboard goes on at what is called the same", () => {
  assert.equal(successorOf(["Name of column 1", "Remove column 1"], OF_TWO, false), 1);
});

test("where nothing is called so any more it goes on at the last before it that is left, as soon as all is there", () => {
  const names = ["Name of column 1", "Remove column 1", "Name of column 2", "Remove column 2", "Name of column 3", "Remove column 3"];

  assert.equal(successorOf(names, OF_TWO, false), -1);
  assert.equal(OF_TWO[successorOf(names, OF_TWO, true)], "Remove column 2");
});

test("what has no name is taken for nothing else", () => {
  assert.equal(successorOf(["", ""], ["", "Add column"], true), -1);
  assert.equal(successorOf([], OF_TWO, true), -1);
});
