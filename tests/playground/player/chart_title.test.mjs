import assert from "node:assert/strict";
import { test } from "node:test";
import { chartTitle } from "../../../playground/player/frontend/charts/chart_title.mjs";

const MEASURES = [
  ["loss", "½ Σ (y − t)²", "The loss, ½ Σ (y − t)², summed over the rows"],
  ["mean_absolute_error", "Mean absolute error", "Mean absolute error, in the target's unit"],
  ["r_squared", "R²", "R², share of the variance explained"],
];
const choices = (measure) => ({ measure, value_scale: "auto", epoch_scale: "auto" });

test("the chart is called by what it measures, and the loss by its name", () => {
  assert.equal(chartTitle(MEASURES, choices("mean_absolute_error")), "Mean absolute error");
  assert.equal(chartTitle(MEASURES, choices("r_squared")), "R²");
  assert.equal(chartTitle(MEASURES, choices("loss")), "Loss");
});

test("where a run has no such measure its loss is shown, and the chart called so", () => {
  assert.equal(chartTitle(MEASURES, choices("accuracy")), "Loss");
  assert.equal(chartTitle(MEASURES, null), "Loss");
});
