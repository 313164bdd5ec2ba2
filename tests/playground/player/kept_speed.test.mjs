import assert from "node:assert/strict";
import { test } from "node:test";
import { KEPT_SPEED, KeptSpeed } from "../../../playground/player/frontend/timeline/kept_speed.mjs";
import { SPEEDS } from "../../../playground/player/frontend/timeline/timeline.mjs";

const tab = (name) => {
  const kept = new Map(name === undefined ? [] : [[KEPT_SPEED, name]]);
  return { setItem: (key, text) => kept.set(key, text), getItem: (key) => kept.get(key) ?? null, removeItem: (key) => kept.delete(key) };
};

test("a page that is reloaded, or come back to, goes on at the speed that was chosen", () => {
  for (const navigation of ["reload", "back_forward"]) {
    const storage = tab();
    new KeptSpeed(() => storage, "navigate").keep(SPEEDS[3]);

    assert.equal(new KeptSpeed(() => storage, navigation).speed, SPEEDS[3]);
  }
});

test("a page that is gone to anew plays its whole run evenly, and so it does after a reload", () => {
  const storage = tab(SPEEDS[3].name);

  assert.equal(new KeptSpeed(() => storage, "navigate").speed, SPEEDS[0]);
  assert.equal(new KeptSpeed(() => storage, "reload").speed, SPEEDS[0]);
});

test("what is no speed is none, and where a browser keeps nothing the page still has the one that was chosen", () => {
  assert.equal(new KeptSpeed(() => tab("7"), "reload").speed, SPEEDS[0]);

  const kept = new KeptSpeed(() => {
    throw new DOMException("refused", "SecurityError");
  }, "reload");
  kept.keep(SPEEDS[2]);
  assert.equal(kept.speed, SPEEDS[2]);
});
