import assert from "node:assert/strict";
import test from "node:test";

import { ChartZoom, ticksWithin } from "../../../playground/player/frontend/charts/chart_zoom.mjs";

const LINEAR = /** @type {const} */ ("linear");

/** A layout as Python sends it: the epochs to 200, the values to a top that grows while it is trained. */
function layout(top = 1, end = 200) {
  return {
    uirevision: "constant",
    xaxis: { range: [0, end], tickvals: [0, end], ticktext: ["0", String(end)] },
    yaxis: { range: [0, top], tickmode: "array", tickvals: [0, top], ticktext: ["0", String(top)] },
  };
}

function zoomedTo(xaxis, yaxis) {
  const zoom = new ChartZoom();
  zoom.apply(layout(), "loss", LINEAR);
  zoom.look({ xaxis: { range: xaxis }, yaxis: { range: yaxis } });
  return zoom;
}

test("nobody has zoomed: every figure is shown whole", () => {
  const zoom = zoomedTo([0, 200], [0, 1]);
  const grown = layout(3);

  zoom.apply(grown, "loss", LINEAR);

  assert.equal(zoom.isZoomed, false);
  assert.deepEqual([grown.xaxis.range, grown.yaxis.range], [[0, 200], [0, 3]]);
});

test("a part stays the same while the figure grows", () => {
  const zoom = zoomedTo([50, 100], [0.2, 0.4]);
  const grown = layout(3);

  zoom.apply(grown, "loss", LINEAR);

  assert.deepEqual([grown.xaxis.range, grown.yaxis.range], [[50, 100], [0.2, 0.4]]);
});

test("an axis that is not zoomed goes on growing beside one that is", () => {
  const zoom = zoomedTo([50, 100], [0, 1]);
  const grown = layout(3);

  zoom.apply(grown, "loss", LINEAR);

  assert.deepEqual([grown.xaxis.range, grown.yaxis.range], [[50, 100], [0, 3]]);
});

test("another measure and another length of the run are shown whole", () => {
  for (const [subject, end] of [["accuracy", 200], ["loss", 500]]) {
    const zoom = zoomedTo([50, 100], [0.2, 0.4]);
    const other = layout(1, end);

    zoom.apply(other, subject, LINEAR);

    assert.equal(zoom.isZoomed, false);
    assert.deepEqual(other.xaxis.range, [0, end]);
  }
});

test("looking at the whole again is no part any more", () => {
  const zoom = zoomedTo([50, 100], [0.2, 0.4]);

  assert.equal(zoom.look({ xaxis: { range: [0, 200] }, yaxis: { range: [0, 1 + 1e-9] } }), true);
  assert.equal(zoom.isZoomed, false);
  assert.equal(zoom.look({ xaxis: { range: [0, 200] }, yaxis: { range: [0, 1] } }), false);
});

test("a part has round epochs of its own at its axis", () => {
  assert.deepEqual(ticksWithin([48, 103], "linear").ticktext, ["50", "60", "70", "80", "90", "100"]);
  assert.deepEqual(ticksWithin([10_100, 10_900], "linear").ticktext, ["10,200", "10,400", "10,600", "10,800"]);
  assert.deepEqual(ticksWithin([2.1, 3.9], "linear").ticktext, ["3"]);
});

test("on a logarithmic axis they stand where their epochs do", () => {
  const { tickvals, ticktext } = ticksWithin([Math.log1p(3.5), Math.log1p(120)], "log");

  assert.deepEqual(ticktext, ["5", "10", "20", "50", "100"]);
  assert.deepEqual(tickvals, [5, 10, 20, 50, 100].map(Math.log1p));
  assert.deepEqual(ticksWithin([Math.log1p(101.5), Math.log1p(129)], "log").ticktext, ["105", "110", "115", "120", "125"]);
  assert.deepEqual(ticksWithin([-0.1, Math.log1p(20_000)], "log").ticktext, ["0", "1", "10", "100", "1,000", "10,000"]);
});
