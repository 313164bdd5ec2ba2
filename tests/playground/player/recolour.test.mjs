import assert from "node:assert/strict";
import test from "node:test";

import { recoloured } from "../../../playground/player/frontend/charts/recolour.mjs";

const COLOURS = { "#1f2630": "#eceff4", "#ffffff": "#1a1f29" };

test("every colour of the map is exchanged, however deep it lies", () => {
  const figure = { data: [{ line: { color: "#1f2630" }, marker: { color: ["#1f2630", "#ffffff"] } }] };

  assert.deepEqual(recoloured(figure, COLOURS), {
    data: [{ line: { color: "#eceff4" }, marker: { color: ["#eceff4", "#1a1f29"] } }],
  });
});

test("a colour is exchanged once and not back", () => {
  assert.deepEqual(recoloured({ color: ["a", "b"] }, { a: "b", b: "a" }), { color: ["b", "a"] });
});

test("what is no colour of the map stays as it is", () => {
  const part = {
    title: "Loss",
    hover: "the line #1f2630",
    colour: "#123456",
    values: [0, -1.5, null, true, ""],
    nothing: null,
    empty: {},
    none: [],
  };

  assert.deepEqual(recoloured(part, COLOURS), part);
});

test("a name that every object knows is a name and no colour", () => {
  const part = { color: ["constructor", "toString", "__proto__"] };

  assert.deepEqual(recoloured(part, COLOURS), part);
});

test("a name of a field is never exchanged", () => {
  assert.deepEqual(recoloured({ "#ffffff": 1 }, COLOURS), { "#ffffff": 1 });
});

test("a column that is called like a colour keeps its name", () => {
  const figure = { data: [{ name: "#1f2630 → #ffffff" }], layout: { annotations: [{ text: "#1f2630" }] } };

  assert.deepEqual(recoloured(figure, COLOURS), figure);
  assert.deepEqual(recoloured(["#1f2630"], COLOURS), ["#1f2630"]);
});

test("the figure that was handed over stays as it was", () => {
  const figure = { data: [{ line: { color: "#1f2630" } }], layout: { font: { color: "#ffffff" } } };
  const before = structuredClone(figure);

  const other = recoloured(figure, COLOURS);

  assert.deepEqual(figure, before);
  assert.notEqual(other.data[0], figure.data[0]);
  assert.notEqual(other.layout, figure.layout);
});
