import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_PASTE, mayNotFit } from "../../../playground/player/frontend/app/pasted_cells.mjs";

const four = { columns: 4, rows: 4, row: 0, column: 0 };

test("of numbers that just fit Python is told nothing", () => {
  assert.equal(mayNotFit("1\t0,25\t1\n0\t0,75\t1", four), false);
  assert.equal(mayNotFit("1\t0\t0\t1", { ...four, row: 4 }), false);
  assert.equal(mayNotFit("5.1", four), false);
  assert.equal(mayNotFit("1\t0\t0\t1\r\n1\t1\t1\t1\r\n", { ...four, row: 2 }), false);
  assert.equal(mayNotFit("3\t4\t", four), false); // an empty last cell is one like any other
  assert.equal(mayNotFit("\n", four), false);
});

test("of what may not fit it is told", () => {
  assert.equal(mayNotFit("1\t2\t3\t4\t5", four), true); // a column past the last
  assert.equal(mayNotFit("1\t2", { ...four, column: 3 }), true);
  assert.equal(mayNotFit("1\t0\t0\t1\n1\t1\t1\t1", four), true); // two rows of before stay below
  assert.equal(mayNotFit("a\tb\n1\t2", four), true); // names
  assert.equal(mayNotFit("1\tyes", four), true); // a word
  assert.equal(mayNotFit("1,0\n2,0", four), true); // several numbers in a line
  assert.equal(mayNotFit("1.050\n950", four), true); // a thousand, or one
});

test("of a cell that is out of sight it is told unless the text fits wherever that is", () => {
  const unseen = { ...four, row: null, column: null };
  assert.equal(mayNotFit("5.1", unseen), false);
  assert.equal(mayNotFit("5.1\n5.2", unseen), false);
  assert.equal(mayNotFit("1\t2", unseen), true);
  assert.equal(mayNotFit("1\n2", { ...unseen, columns: 1 }), true); // it may be the whole table, and rows of before stay
});

test("of a text that is too long it is told in any case", () => {
  assert.equal(mayNotFit("1\n".repeat(LONGEST_PASTE), { ...four, rows: 1e9 }), true);
});
