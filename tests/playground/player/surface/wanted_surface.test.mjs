// Which picture of the loss is asked for: that at the play-head, unless it is there; first over the weights that moved most.

import assert from "node:assert/strict";
import { test } from "node:test";

import { largestMovers } from "../../../../playground/player/frontend/surface/largest_movers.mjs";
import { lackedSurface } from "../../../../playground/player/frontend/surface/wanted_surface.mjs";

const RUN = { number: 7, trained: 100, finished: true };
const PICTURE = { run: 7, trained: 100, epoch: 4, parameters: [0, 2] };
const lacked = ({ epoch = 4, of = [0, 2], run = RUN, lossPicture = null } = {}) =>
  lackedSurface({ chosen: { panel: of && { name: "surface", of } }, timeline: { epoch, end: 100 }, run, contents: { surface: lossPicture } });

test("the picture at the play-head is wanted, as soon as its epoch is trained", () => {
  assert.deepEqual(lacked(), { epoch: 4, parameters: [0, 2] });
  assert.deepEqual(lacked({ epoch: 100 }), { epoch: 100, parameters: [0, 2] });
  assert.equal(lacked({ run: { ...RUN, trained: 3 } }), null);
  assert.equal(lacked({ of: null }), null);
});

test("what is there is asked for again for another run, other weights, or when the path has come to its end", () => {
  assert.equal(lacked({ lossPicture: PICTURE }), null);
  assert.notEqual(lacked({ lossPicture: { ...PICTURE, run: 6 } }), null);
  assert.notEqual(lacked({ lossPicture: PICTURE, of: [2, 0] }), null);
  assert.notEqual(lacked({ lossPicture: { ...PICTURE, trained: 50 } }), null);
  assert.equal(lacked({ lossPicture: { ...PICTURE, trained: 50 }, run: { ...RUN, finished: false } }), null);
});

test("the first choice are the two weights that moved most, in their order", () => {
  const recorded = (...records) => ({ count: records.length, parametersAt: (place) => records[place] });

  assert.deepEqual(largestMovers(recorded([0, 1, 2], [-9, 1, 7]), 3), [0, 2]);
  assert.deepEqual(largestMovers(recorded([0, 0, 0], [1, 5, 3]), 3), [1, 2]);
  assert.deepEqual(largestMovers(recorded([0, 0, 0]), 3), [0, 1]);
  assert.deepEqual(largestMovers(recorded([0, 0, 0, 0], [1, 2, 2, 2]), 4), [1, 2]);
  assert.deepEqual(largestMovers(null, 3), [0, 1]);
});
