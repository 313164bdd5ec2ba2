import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { readNumberOrFraction } from "../../../playground/player/frontend/shared/fraction_parsing.mjs";

/** What Python reads too: nncore/data/fraction_parsing.py. */
const CASES = JSON.parse(readFileSync(new URL("../../nncore/data/typed_fraction_cases.json", import.meta.url), "utf-8"));

test("a number or a fraction is read, or refused, as Python does it", () => {
  for (const { text, value, reason, mend } of CASES) {
    const found = readNumberOrFraction(text);
    if (reason) assert.deepEqual(found, { reason, mend }, JSON.stringify(text));
    else assert.ok(found === value, `${JSON.stringify(text)} is ${JSON.stringify(found)}`);
  }
  assert.ok(CASES.length > 20);
});
