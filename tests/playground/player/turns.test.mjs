import assert from "node:assert/strict";
import test from "node:test";

import { Turns } from "../../../playground/player/frontend/app/turns.mjs";

test("with something new in every frame, everybody comes every second frame", () => {
  const turns = new Turns(["network", "output"]);
  const drawn = [];

  for (let frame = 0; frame < 6; frame += 1) {
    turns.call();
    drawn.push(...turns.take(false));
  }

  assert.deepEqual(drawn, ["network", "output", "network", "output", "network", "output"]);
});

test("whoever has not come yet comes with the next frame, though nothing new has come", () => {
  const turns = new Turns(["network", "output"]);
  turns.call();

  assert.deepEqual(turns.take(false), ["network"]);
  assert.deepEqual(turns.take(false), ["output"]);
  assert.deepEqual(turns.take(false), []);
});

test("at rest all come at once", () => {
  const turns = new Turns(["network", "output"]);
  turns.call();

  assert.deepEqual(turns.take(true), ["network", "output"]);
});

test("somebody waits from the moment something is new until all have come", () => {
  const turns = new Turns(["network", "output"]);
  const waiting = [turns.isAnybodyWaiting];

  turns.call();
  waiting.push(turns.isAnybodyWaiting);
  turns.take(false);
  waiting.push(turns.isAnybodyWaiting);
  turns.take(false);

  assert.deepEqual([...waiting, turns.isAnybodyWaiting], [false, true, true, false]);
});
