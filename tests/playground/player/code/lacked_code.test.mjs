import assert from "node:assert/strict";
import test from "node:test";

import { lacksCode } from "../../../../playground/player/frontend/code/lacked_code.mjs";

const RUN = { number: 7, finished: true };
const CODE = { run: 7, is_finished: true, lines: [], note: "" };

test("code is asked for only where somebody reads it", () => {
  assert.equal(lacksCode({ showsCode: false, code: null, run: RUN }), false);
  assert.equal(lacksCode({ showsCode: true, code: null, run: RUN }), true);
});

test("code that is there is not asked for again", () => {
  assert.equal(lacksCode({ showsCode: true, code: CODE, run: RUN }), false);
});

test("another run has other code, and a run that has ended has its number of epochs", () => {
  assert.equal(lacksCode({ showsCode: true, code: CODE, run: { ...RUN, number: 8 } }), true);
  assert.equal(lacksCode({ showsCode: true, code: { ...CODE, is_finished: false }, run: RUN }), true);
  assert.equal(lacksCode({ showsCode: true, code: null, run: null }), false);
});
