import assert from "node:assert/strict";
import { test } from "node:test";

import { Moment } from "../../../../playground/player/frontend/model/moment.mjs";
import { lineOf } from "../../../../playground/player/frontend/story/line.mjs";
import { sceneOf } from "../../../../playground/player/frontend/story/scene.mjs";
import { runOf } from "./scenes.mjs";

/** A page that shows a run whose targets are amounts, and maybe the lines of a weight; somebody is to work the loss there. */
function pageOf(panel) {
  const description = runOf([[41.2, 38], [0, 0]], { classes: null });
  const moment = new Moment(description, { epoch: 9, loss: 0.0123, parameters: [1], isExact: true });
  return {
    run: { number: 1, description, records: { count: 1, lossAt: () => 0.62 }, flips: [], flipCount: 0, earlyEnd: [] },
    before: null, moment, threshold: 0.5, tried: null, guess: null, timeline: { end: 100, moving: false },
    header: { threshold: 0.5, what_changed: "", begins_as_taught: false, goes_on_from: null, went_to: null },
    chosen: { panel }, exercise: { open: { sums: new Set(), answers: new Set(), loss: true } }, lesson: null, sceneGuesses: {},
  };
}

test("the sentence does not tell the loss that somebody is to work", () => {
  const said = (panel) => lineOf(sceneOf(pageOf(panel), null), Infinity).moment;

  assert.match(said(null), /^The loss has fallen from 0\.6200 to 0\.0123; row 1 is furthest/);
  assert.equal(said({ name: "worked", of: 0 }), "Row 1 is furthest from its target: 41.20 instead of 38.00.");
});
