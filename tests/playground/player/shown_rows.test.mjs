import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHOWN_ROWS, shownRows, withShownRows } from "../../../playground/player/frontend/model/shown_rows.mjs";

const table = (rows) => {
  const numbers = Array.from({ length: rows }, (_, row) => row);
  return { inputs: numbers.map((row) => [row]), scaled: numbers.map((row) => [row]), targets: numbers.map(() => [0]), row_numbers: numbers };
};

test("a table that is not long is shown as it is", () => {
  const short = table(SHOWN_ROWS);
  assert.equal(shownRows(short), short);
});

test("of a long table the first rows are shown, in all that is known of them", () => {
  const shown = shownRows(table(SHOWN_ROWS + 5));
  for (const part of Object.values(shown)) assert.equal(part.length, SHOWN_ROWS);
  assert.deepEqual(shown.inputs.at(-1), [SHOWN_ROWS - 1]);
  const run = withShownRows({ train: table(SHOWN_ROWS + 1), test: null, epochs: 3 });
  assert.deepEqual([run.train.targets.length, run.test, run.epochs], [SHOWN_ROWS, null, 3]);
});

test("as many are shown as Python says", () => {
  const python = readFileSync(new URL("../../../playground/tables/shown_rows.py", import.meta.url), "utf8");
  assert.equal(Number(python.match(/SHOWN_ROWS = ([\d_]+)/)[1].replaceAll("_", "")), SHOWN_ROWS);
});
