import assert from "node:assert/strict";
import { test } from "node:test";
import { Commands } from "../../../playground/player/frontend/link/commands.mjs";

test("what is done is said again until Python has confirmed it", () => {
  const commands = new Commands();

  commands.add({ kind: "undo" });
  commands.add({ kind: "new_weights" });

  assert.deepEqual(commands.open.map(({ kind, number }) => [kind, number]), [["undo", 2], ["new_weights", 4]]);
  commands.check({ commands_done: 2 });
  assert.deepEqual(commands.open.map(({ kind }) => kind), ["new_weights"]);
  commands.check({ commands_done: 4 });
  assert.equal(commands.open, null);
});

test("of a drag only the newest command is said, under a number of its own", () => {
  const commands = new Commands();
  const gesture = commands.newGesture();

  commands.add({ kind: "set_parameter", value: 1 }, gesture);
  commands.add({ kind: "set_parameter", value: 2 }, gesture);

  assert.deepEqual(commands.open, [{ kind: "set_parameter", value: 2, gesture: 1, opened: 0, number: 3 }]);
});

test("two undos are two commands", () => {
  const commands = new Commands();

  commands.add({ kind: "undo" });
  commands.add({ kind: "undo" });

  assert.equal(commands.open.length, 2);
});

test("a new player on an old page counts on from what Python has done", () => {
  const commands = new Commands();

  commands.check({ commands_done: 7, opened: 2 });

  commands.add({ kind: "undo" });
  const [{ number, gesture, opened }] = commands.open;
  assert.ok(number > 7 && gesture > 7);
  assert.equal(opened, 2);
});
