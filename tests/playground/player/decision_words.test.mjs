import assert from "node:assert/strict";
import test from "node:test";

import { inWords } from "../../../playground/player/frontend/decision/decision_words.mjs";
import { SHOWN_ROWS } from "../../../playground/player/frontend/model/shown_rows.mjs";

test("the epoch, how many rows are right, and what is to be said of the line are read aloud", () => {
  assert.equal(
    inWords(12000, 3, 4, "row 2 lies on the line"),
    "epoch 12,000. 3 of 4 rows are on the right side. Row 2 lies on the line.",
  );
});

test("of amounts no row is right or wrong", () => {
  assert.equal(inWords(0, null, 4, ""), "epoch 0.");
});

test("of a long table it is said that these are the first rows", () => {
  assert.equal(inWords(0, 7, SHOWN_ROWS, ""), `epoch 0. 7 of the first ${SHOWN_ROWS} rows are on the right side.`);
});
