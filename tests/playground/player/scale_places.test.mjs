import assert from "node:assert/strict";
import test from "node:test";

import { classLabels, labelPlaces, numberLabels } from "../../../playground/player/frontend/decision/scale_places.mjs";

const UPRIGHT = { threshold: 34, end: 17, className: 17 };

test("beside a scale of two classes each class stands in the middle of its own part", () => {
  const places = labelPlaces(classLabels(340, 0.5, UPRIGHT), 340);

  assert.equal(places.get("threshold"), 170);
  assert.deepEqual([places.get("low"), places.get("high")], [8.5, 331.5]);
  // Between the end of "threshold" at 170 + 17 and the beginning of "1" at 340 − 17.
  assert.equal(places.get("class 1"), (187 + 323) / 2);
  assert.equal(places.get("class 0"), (17 + 153) / 2);
});

test("wherever the threshold is, its text has room, nothing covers anything, and all stays within the ends", () => {
  for (let share = 0; share <= 1; share += 0.01) {
    for (const length of [40, 120, 340]) {
      const labels = classLabels(length, share, UPRIGHT);
      const places = labelPlaces(labels, length);
      const taken = labels.filter(({ name }) => places.has(name)).map(({ name, size }) => [places.get(name) - size / 2, places.get(name) + size / 2]);
      taken.sort(([one], [other]) => one - other);

      assert.ok(places.has("threshold"));
      assert.ok(taken[0][0] >= 0 && taken.at(-1)[1] <= length);
      for (let k = 1; k < taken.length; k++) assert.ok(taken[k][0] >= taken[k - 1][1]);
    }
  }
});

test("a threshold at the high end takes the place of that end's number, and its class has no part to be named in", () => {
  const places = labelPlaces(classLabels(340, 1, UPRIGHT), 340);

  assert.deepEqual([places.has("high"), places.has("class 1"), places.has("class 0")], [false, false, true]);
});

test("of numbers the colourless one is written where it has room between the ends", () => {
  assert.equal(labelPlaces(numberLabels(200, 0.5, 17), 200).get("middle"), 100);
  assert.equal(labelPlaces(numberLabels(200, 0.05, 17), 200).has("middle"), false);
});
