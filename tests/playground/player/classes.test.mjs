import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  calledClass,
  className,
  countsOf,
  targetClass,
  UNDECIDED,
  verdictOf,
} from "../../../playground/player/frontend/model/classes.mjs";

// The same table of cases as nncore's own tests read.
const CASES = JSON.parse(readFileSync(new URL("class_cases.json", import.meta.url), "utf8"));
const TWO = CASES[0].classes;
const BIPOLAR = CASES.find(({ classes }) => classes?.values[0] === -1).classes;
const SEVERAL = CASES.find(({ classes }) => classes?.kind === "several").classes;

const COUNT_NAMES = {
  true_positives: "truePositives",
  true_negatives: "trueNegatives",
  false_positives: "falsePositives",
  false_negatives: "falseNegatives",
};

for (const { case: name, classes, threshold, targets, outputs, wanted, called, verdicts, counts } of CASES) {
  test(name, () => {
    const columns = targets[0].length;
    const flat = Float64Array.from(outputs.flat(), Number);

    assert.deepEqual(targets.map((row) => targetClass(classes, row)), wanted);
    assert.deepEqual(targets.map((_, row) => calledClass(classes, flat, row * columns, columns, threshold)), called);
    assert.deepEqual(targets.map((row, at) => verdictOf(classes, row, flat, threshold, at * columns)), verdicts);
    const found = countsOf(classes, { targets }, flat, threshold);
    if (counts === null) assert.equal(found, null);
    else for (const [key, count] of Object.entries(counts)) assert.equal(found[COUNT_NAMES[key] ?? key], count, key);
  });
}

test("tables without rows, and without a row that is judged, are not counted", () => {
  assert.equal(countsOf(TWO, { targets: [] }, new Float64Array(0), 0.5), null);
  assert.equal(countsOf(TWO, { targets: [[0.5]] }, Float64Array.of(0.5), 0.5), null);
});

test("a class is called by its target, or by its column", () => {
  assert.equal(className({ classes: TWO, target_names: ["target"] }, 0), "0");
  assert.equal(className({ classes: BIPOLAR, target_names: ["target"] }, 0), "−1");
  assert.equal(className({ classes: SEVERAL, target_names: ["cat", "dog", "hen"] }, 2), "hen");
  assert.equal(className({ classes: SEVERAL, target_names: ["cat", "dog", "hen"] }, UNDECIDED), "none");
  assert.equal(className({ classes: null, target_names: ["price"] }, 0), "none");
});
