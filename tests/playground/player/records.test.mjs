import assert from "node:assert/strict";
import test from "node:test";

import { Records } from "../../../playground/player/frontend/model/records.mjs";

/** Records of one parameter: loss = epoch / 2, test loss = 0, parameter = −epoch. */
function rowsOf(epochs) {
  return [Uint32Array.from(epochs), Float32Array.from(epochs.flatMap((epoch) => [epoch / 2, 0, -epoch]))];
}

function filled(...epochs) {
  const records = new Records(3);
  records.add(0, ...rowsOf(epochs));
  return records;
}

test("records are found by the last epoch that is not later", () => {
  const records = filled(0, 2, 4, 8);

  assert.deepEqual([0, 1, 2, 7, 8, 99].map((epoch) => records.epochAt(records.placeOf(epoch))), [0, 0, 2, 4, 8, 8]);
});

test("a record gives back its loss and its parameters", () => {
  const records = filled(0, 1, 2);

  assert.equal(records.lossAt(2), 1);
  assert.deepEqual([...records.parametersAt(2)], [-2]);
});

test("an answer that comes twice changes nothing", () => {
  const records = filled(0, 1, 2);

  assert.equal(records.add(0, ...rowsOf([0, 1, 2])), 0);
  assert.equal(records.count, 3);
});

test("of an answer that overlaps only the new part is taken", () => {
  const records = filled(0, 1, 2);

  assert.equal(records.add(1, ...rowsOf([1, 2, 3, 4])), 2);
  assert.deepEqual([records.count, records.newest, records.lossAt(4)], [5, 4, 2]);
});

test("an answer that would leave a gap is ignored", () => {
  const records = filled(0, 1, 2);

  assert.equal(records.add(5, ...rowsOf([5, 6])), 0);
  assert.equal(records.newest, 2);
});

test("many small answers are one long run", () => {
  const records = new Records(3);
  for (let from = 0; from < 5000; from += 7) {
    records.add(from, ...rowsOf(Array.from({ length: 7 }, (_, index) => from + index)));
  }

  for (const epoch of [0, 1023, 1024, 4321]) {
    assert.equal(records.placeOf(epoch), epoch);
    assert.deepEqual([...records.parametersAt(epoch)], [-epoch]);
  }
});

test("before anything has come there is no record", () => {
  const records = new Records(3);

  assert.deepEqual([records.newest, records.placeOf(0), records.count], [-1, -1, 0]);
});
