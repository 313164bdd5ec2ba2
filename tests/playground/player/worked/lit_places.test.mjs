import assert from "node:assert/strict";
import test from "node:test";

import { litBy, litByCode, NOWHERE } from "../../../../playground/player/frontend/worked/lit_places.mjs";

const place = (kind, changed = {}) => ({ kind, row: null, layer: null, unit: null, parameter: null, ...changed });
const INPUT = { place: place("input", { row: 2, layer: 0, unit: 1 }), code: "X" };
const SUM = { place: place("neuron", { row: 2, layer: 1, unit: 0 }), code: "z1" };
const LOSS = { place: place("row", { row: 2 }), code: "" };
const WORKED = { lines: [INPUT, LOSS, { ...SUM, place: { ...SUM.place, unit: 5 } }, SUM], first_shown: [3] };

test("a number lights what it belongs to, and the line of code that computes it", () => {
  assert.deepEqual(litBy(SUM), { parameter: null, pointed: { layer: 1, index: 0 }, pointedRow: 2, pointedCode: "z1" });
  assert.deepEqual(litBy(LOSS), { parameter: null, pointed: null, pointedRow: 2, pointedCode: "" });
});

test("a line of code lights what is worked there, the lines that are read first before all others", () => {
  assert.deepEqual(litByCode("z1", WORKED).pointed, { layer: 1, index: 0 });
  assert.deepEqual(litByCode("X", WORKED), { parameter: null, pointed: { layer: 0, index: 1 }, pointedRow: 2, pointedCode: "X" });
});

test("without a worked update a line of code lights itself, and one that computes nothing lights nothing", () => {
  assert.deepEqual(litByCode("z1", null), { ...NOWHERE, pointedCode: "z1" });
  assert.deepEqual(litByCode("", WORKED), NOWHERE);
});
