import assert from "node:assert/strict";
import { test } from "node:test";

import { Moment } from "../../../../playground/player/frontend/model/moment.mjs";
import { lineOf } from "../../../../playground/player/frontend/story/line.mjs";
import { sceneOf } from "../../../../playground/player/frontend/story/scene.mjs";
import { runOf } from "./scenes.mjs";

/** A page that shows a run whose targets are amounts, and maybe the lines of a weight; somebody is to work the loss there. */
function pageOf(panel, { answers = new Set(), row = 0, rows = [[41.2, 38], [0, 0]] } = {}) {
  const description = runOf(rows, { classes: null });
  const moment = new Moment(description, { epoch: 9, loss: 0.0123, parameters: [1], isExact: true });
  return {
    run: { number: 1, description, records: { count: 1, lossAt: () => 0.62 }, flips: [], flipCount: 0, earlyEnd: [] },
    before: null, moment, threshold: 0.5, tried: null, guess: null, timeline: { end: 100, moving: false },
    header: { threshold: 0.5, what_changed: "", begins_as_taught: false, goes_on_from: null, went_to: null },
    chosen: { panel, row }, exercise: { open: { sums: new Set(), answers, loss: true } }, lesson: null, sceneGuesses: {},
  };
}

test("the sentence does not tell the loss that somebody is to work", () => {
  const said = (panel) => lineOf(sceneOf(pageOf(panel), null), Infinity).moment;

  assert.match(said(null), /^The loss has fallen from 0\.6200 to 0\.0123; row 1 is furthest/);
  assert.equal(said({ name: "worked", of: 0 }), "Row 1 is furthest from its target: 41.20 instead of 38.00.");
});

test("nor the output of the chosen row that somebody is to work", () => {
  const worked = { name: "worked", of: 0 };
  const said = (row, rows) => lineOf(sceneOf(pageOf(worked, { answers: new Set(["1/0"]), row, rows }), null), Infinity).moment;

  assert.equal(said(0), "Row 1 is furthest from its target.");
  assert.equal(said(1), "Row 1 is furthest from its target: 41.20 instead of 38.00.");
  assert.equal(said(0, [[0.5, 0], [0.5, 1]]), "Row 1 is furthest from its target."); // not that both get the same answer, 0.5
  assert.equal(said(0, [[41.2, 38]]) ?? "", "");
});
