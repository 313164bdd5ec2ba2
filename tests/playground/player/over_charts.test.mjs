// One thing lies over the charts at a time: it is kept as far as a run has what it is of, and told to Python to be opened again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { comesIntoSight, openedPanel, panelWithin, shownPanel, subjectOf, toldOf } from "../../../playground/player/frontend/model/over_charts.mjs";

const RUN = { train: { inputs: [] }, layer_sizes: [2, 3, 1], parameters: Array.from({ length: 9 }, () => ({})) };
const CURVE = { name: "curve", of: { layer: 1, index: 2 } };
const WORKED = { name: "worked", of: 8 };
const SURFACE = { name: "surface", of: [0, 8] };
const CHECK = { name: "gradient", of: true };
const TRUTH = { name: "truth", of: true };
const WHY = { name: "why", of: true };

test("what is opened lies over the charts as Python was told of it", () => {
  for (const panel of [CURVE, WORKED, SURFACE, CHECK, TRUTH, null]) assert.deepEqual(openedPanel(toldOf(panel)), panel);
});

test("why a run failed is not kept: what is opened again may not fail", () => {
  assert.equal(openedPanel(toldOf(WHY)), null);
});

test("a panel is of one thing, and of nothing that another panel is of", () => {
  assert.equal(subjectOf(WORKED, "worked"), 8);
  assert.equal(subjectOf(WORKED, "curve"), null);
  assert.equal(subjectOf(null, "worked"), null);
});

test("a panel stays with a run that has what it is of, and goes with one that has not", () => {
  for (const panel of [CURVE, WORKED, SURFACE, WHY, null]) assert.equal(panelWithin(panel, RUN), panel);
  assert.equal(panelWithin(CURVE, { ...RUN, layer_sizes: [2, 2, 1] }), null);
  for (const panel of [WORKED, SURFACE]) assert.equal(panelWithin(panel, { ...RUN, parameters: RUN.parameters.slice(1) }), null);
});

test("why a run failed is shown as long as it has failed", () => {
  assert.equal(shownPanel({ chosen: { panel: WHY }, failure: {} })?.name, "why");
  assert.equal(shownPanel({ chosen: { panel: WHY }, failure: null }), null);
  assert.equal(shownPanel({ chosen: { panel: CURVE }, failure: null })?.name, "curve");
});

test("why a run failed comes into sight when it is asked for, not when it is there again because the mend was undone", () => {
  const laid = (panel, failure) => ({ panel, shown: shownPanel({ chosen: { panel }, failure }), opened: 1 });
  const [unasked, asked, mended] = [laid(null, {}), laid(WHY, {}), laid(WHY, null)];
  assert.equal(comesIntoSight(unasked, asked), true);
  assert.equal(comesIntoSight(asked, mended), false);
  assert.equal(comesIntoSight(mended, asked), false);
  assert.equal(comesIntoSight(asked, unasked), false);
  assert.equal(comesIntoSight(unasked, { ...asked, opened: 2 }), false);
});
