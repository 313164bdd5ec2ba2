// Why a run failed is asked at its end, once; what helps, as long as somebody reads it and it is not all tried.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lackedWhy } from "../../../playground/player/frontend/why/wanted_why.mjs";

const RUN = { number: 3, finished: true };
const AT_THE_END = {
  run: RUN, why: null, chosen: { panel: null }, isStale: false, commands: { open: null }, timeline: { epoch: 200, end: 200, moving: false },
};
const KNOWN = { run: 3, progress: 0.5, findings: [], tried: [], offers: [] };
const wanted = (given = {}) => lackedWhy({ ...AT_THE_END, ...given });

test("at the end of a run what there is to be said is asked for, once", () => {
  assert.equal(wanted(), "find");
  assert.equal(wanted({ why: KNOWN }), null);
  assert.equal(wanted({ why: { ...KNOWN, run: 2 } }), "find");
});

test("nothing is asked before the end, while something moves, or while something is to be mended", () => {
  assert.equal(wanted({ run: null }), null);
  assert.equal(wanted({ run: { ...RUN, finished: false } }), null);
  assert.equal(wanted({ timeline: { epoch: 199, end: 200, moving: false } }), null);
  assert.equal(wanted({ timeline: { epoch: 200, end: 200, moving: true } }), null);
  assert.equal(wanted({ isStale: true }), null);
  assert.equal(wanted({ commands: { open: [{}] } }), null);
});

test("what helps is tried as long as somebody reads it", () => {
  const chosen = { panel: { name: "why", of: true } };

  assert.equal(wanted({ why: KNOWN, chosen }), "try");
  assert.equal(wanted({ why: { ...KNOWN, progress: 1 }, chosen }), null);
});
