import assert from "node:assert/strict";
import test from "node:test";

import {
  barColours,
  classTones,
  leadOf,
  markerColour,
  paintClasses,
  paintNumbers,
  scaleOf,
  scaleTones,
  shareOf,
} from "../../../playground/player/frontend/decision/decision_colours.mjs";

const COLOURS = { ink: "#000000", surface: "#ffffff", positive: "#0000ff", negative: "rgb(255, 128, 0)" };
const numbers = (...targets) => ({
  classes: null,
  train: { targets: targets.map((target) => [target]) },
  activations: ["linear"],
  target_scaling: { offset: [0], scale: [1] },
});

test("classes run from 0 to 1 around the threshold", () => {
  const scale = scaleOf({ classes: { values: [0, 1] } }, 0, 0.4);

  assert.deepEqual(scale, { lowest: 0, middle: 0.4, highest: 1 });
  // Half of the way from 0.4 to 1 is half of the blue half: 0.5 + 0.25.
  assert.deepEqual([0, 0.2, 0.4, 0.7, 1, 7, -7].map((value) => shareOf(scale, value)), [0, 0.25, 0.5, 0.75, 1, 1, 0]);
});

test("classes −1 and 1 run from −1 to 1", () => {
  assert.deepEqual(scaleOf({ classes: { values: [-1, 1] } }, 0, 0), { lowest: -1, middle: 0, highest: 1 });
});

test("numbers of both signs have no colour at 0", () => {
  assert.deepEqual(scaleOf(numbers(-2, 6, 1), 0, 0.5), { lowest: -2, middle: 0, highest: 6 });
});

test("numbers of one sign have the colour of that sign only", () => {
  assert.deepEqual(scaleOf(numbers(5, 2), 0, 0.5), { lowest: 2, middle: 2, highest: 5 });
  assert.deepEqual(scaleOf(numbers(-5, -2), 0, 0.5), { lowest: -5, middle: -2, highest: -2 });
  assert.equal(shareOf(scaleOf(numbers(5, 2), 0, 0.5), 1), 0.5);
});

test("targets that are all the same still have a scale", () => {
  assert.deepEqual(scaleOf(numbers(3, 3), 0, 0.5), { lowest: 0, middle: 0, highest: 3 });
  assert.deepEqual(scaleOf(numbers(0, 0), 0, 0.5), { lowest: -1, middle: 0, highest: 1 });
});

test("a single target has the range of the output, if that has one", () => {
  const single = (activation) => ({ ...numbers(0.01), activations: ["relu", activation] });

  assert.deepEqual(scaleOf(single("sigmoid"), 0, 0.5), { lowest: 0, middle: 0, highest: 1 });
  assert.deepEqual(scaleOf(single("tanh"), 0, 0.5), { lowest: -1, middle: 0, highest: 1 });
  assert.deepEqual(scaleOf(single("relu"), 0, 0.5), { lowest: 0, middle: 0, highest: 0.01 });
  const scaled = { ...single("sigmoid"), target_scaling: { offset: [2], scale: [10] } };
  assert.deepEqual(scaleOf(scaled, 0, 0.5), { lowest: 2, middle: 2, highest: 12 });
});

test("a marker has the full colour of its number", () => {
  assert.equal(markerColour(COLOURS, 1), "rgb(0, 0, 255)");
  assert.equal(markerColour(COLOURS, 0), "rgb(255, 128, 0)");
  assert.equal(markerColour(COLOURS, 0.5), "rgb(255, 255, 255)");
});

test("the bar has no colour at the middle of the scale", () => {
  const [low, middle, high] = barColours(COLOURS, { lowest: 0, middle: 0.5, highest: 1 });

  assert.equal(middle, "rgb(255, 255, 255)");
  // Half of the way from white: 255 − 127.5 = 127.5, and 255 − 0.5 · 127 = 191.5, both rounded up.
  assert.deepEqual([low, high], ["rgb(255, 192, 128)", "rgb(128, 128, 255)"]);
});

test("cells are painted by their number, and not at all where there is none", () => {
  const pixels = new Uint32Array(3);

  paintNumbers(pixels, [0.5, 1, NaN], { lowest: 0, middle: 0.5, highest: 1 }, scaleTones(COLOURS));

  // 128 is 0x80.
  assert.deepEqual([...pixels], [0xffffffff, 0xffff8080, 0]);
});

test("cells are painted by their largest class, more strongly where it leads by more", () => {
  const pixels = new Uint32Array(4);
  const tones = classTones(COLOURS, 3);

  paintClasses(pixels, [0, 1, 0, 0.3, 0.4, 0.3, 0, 0, 1, NaN, NaN, NaN], tones);

  assert.equal(pixels[0], tones[1][256]);
  assert.equal(pixels[1], tones[1][Math.round(0.1 * 256)]);
  assert.ok(pixels[1] > pixels[0]);
  assert.equal(pixels[2], tones[2][256]);
  assert.equal(pixels[3], 0);
});

test("a class leads by its distance to the largest other one", () => {
  const lead = leadOf([0.2, 0.7, 0.1, 0.5, 0.25, 0.25], 3, 0);

  assert.deepEqual([...lead], [0.2 - 0.7, 0.25]);
});
