import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { isBlank, readNumber, shown } from "../../../playground/player/frontend/shared/number_parsing.mjs";
import { cellText } from "../../../playground/player/frontend/shared/wording.mjs";

/** What Python reads too: nncore/data/number_parsing.py. */
const CASES = JSON.parse(readFileSync(new URL("../../nncore/data/typed_number_cases.json", import.meta.url), "utf-8"));

test("a number is read, or refused, as Python does it", () => {
  for (const { text, value, reason, mend } of CASES) {
    const found = readNumber(text);
    if (reason) assert.deepEqual(found, { reason, mend }, JSON.stringify(text));
    else assert.ok(found === value, `${JSON.stringify(text)} is ${JSON.stringify(found)}`);
  }
  assert.ok(CASES.length > 80);
});

test("a number that the page has written reads back as exactly the same number", () => {
  for (const value of [0, 0.1 + 0.2, -0.16595599054485195, 1e-7, 123456789.123, 1e300, 5e-324, 1.7976931348623157e308]) {
    assert.equal(readNumber(cellText(value)), value);
  }
});

test("a text is blank if nothing can be seen in it", () => {
  for (const text of ["", " ", "\u00a0\t\n", "\u200b\ufeff"]) assert.ok(isBlank(text));
  assert.ok(!isBlank("0"));
});

test("a text is quoted on one short line", () => {
  assert.equal(shown(" 1\n2 "), "1 2");
  assert.equal(shown("9".repeat(41)), `${"9".repeat(39)}…`);
});
