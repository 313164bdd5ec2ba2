import assert from "node:assert/strict";
import { test } from "node:test";
import { Deeds } from "../../../playground/player/frontend/link/commands.mjs";

test("what is done is said again until Python has confirmed it", () => {
  const deeds = new Deeds();

  deeds.add({ kind: "undo" });
  deeds.add({ kind: "new_weights" });

  assert.deepEqual(deeds.open.map(({ kind, number }) => [kind, number]), [["undo", 2], ["new_weights", 4]]);
  deeds.check({ deeds_done: 2 });
  assert.deepEqual(deeds.open.map(({ kind }) => kind), ["new_weights"]);
  deeds.check({ deeds_done: 4 });
  assert.equal(deeds.open, null);
});

test("of one gesture only the newest is said, under a number of its own", () => {
  const deeds = new Deeds();
  const gesture = deeds.newGesture();

  deeds.add({ kind: "set_parameter", value: 1 }, gesture);
  deeds.add({ kind: "set_parameter", value: 2 }, gesture);

  assert.deepEqual(deeds.open, [{ kind: "set_parameter", value: 2, gesture: 1, opened: 0, number: 3 }]);
});

test("two undos are two deeds", () => {
  const deeds = new Deeds();

  deeds.add({ kind: "undo" });
  deeds.add({ kind: "undo" });

  assert.equal(deeds.open.length, 2);
});

test("a new player on an old page counts on from what Python has done", () => {
  const deeds = new Deeds();

  deeds.check({ deeds_done: 7, opened: 2 });

  deeds.add({ kind: "undo" });
  const [{ number, gesture, opened }] = deeds.open;
  assert.ok(number > 7 && gesture > 7);
  assert.equal(opened, 2);
});
