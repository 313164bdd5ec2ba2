import assert from "node:assert/strict";
import test from "node:test";

import { Wishes } from "../../../playground/player/frontend/link/pending_changes.mjs";

const HEADER = { choices: { measure: "loss", value_scale: "linear" }, limit: 0.5, before: 3 };

test("without a wish there is nothing to say", () => {
  assert.equal(new Wishes().open, null);
});

test("a wish is repeated until an answer shows that it has come true", () => {
  const wishes = new Wishes();
  wishes.add({ forget: true });

  wishes.check(HEADER);
  assert.deepEqual(wishes.open, { forget: true });
  wishes.check({ ...HEADER, before: null });

  assert.equal(wishes.open, null);
});

test("of two choices in quick succession the newer one counts", () => {
  const wishes = new Wishes();
  wishes.add({ choices: { measure: "accuracy", value_scale: "linear" } });
  wishes.add({ choices: { measure: "accuracy", value_scale: "log" } });

  wishes.check({ ...HEADER, choices: { measure: "accuracy", value_scale: "linear" } });
  assert.ok(wishes.has("choices"));
  wishes.check({ ...HEADER, choices: { measure: "accuracy", value_scale: "log" } });

  assert.ok(!wishes.has("choices"));
});

test("wishes come true one by one", () => {
  const wishes = new Wishes();
  wishes.add({ limit: 0.7 });
  wishes.add({ forget: true });

  wishes.check({ ...HEADER, limit: 0.7 });

  assert.deepEqual(wishes.open, { forget: true });
});
