import assert from "node:assert/strict";
import test from "node:test";

import { PendingChanges } from "../../../playground/player/frontend/link/pending_changes.mjs";

const HEADER = { choices: { measure: "loss", value_scale: "linear" }, before: 3 };

test("without a pending change there is nothing to say", () => {
  assert.equal(new PendingChanges().open, null);
});

test("a pending change is repeated until an answer shows that it has come true", () => {
  const pendingChanges = new PendingChanges();
  pendingChanges.add({ forget: true });

  pendingChanges.check(HEADER);
  assert.deepEqual(pendingChanges.open, { forget: true });
  pendingChanges.check({ ...HEADER, before: null });

  assert.equal(pendingChanges.open, null);
});

test("of two choices in quick succession the newer one counts", () => {
  const pendingChanges = new PendingChanges();
  pendingChanges.add({ choices: { measure: "accuracy", value_scale: "linear" } });
  pendingChanges.add({ choices: { measure: "accuracy", value_scale: "log" } });

  pendingChanges.check({ ...HEADER, choices: { measure: "accuracy", value_scale: "linear" } });
  assert.ok(pendingChanges.has("choices"));
  pendingChanges.check({ ...HEADER, choices: { measure: "accuracy", value_scale: "log" } });

  assert.ok(!pendingChanges.has("choices"));
});

test("pending changes come true one by one", () => {
  const pendingChanges = new PendingChanges();
  pendingChanges.add({ choices: { measure: "accuracy", value_scale: "linear" } });
  pendingChanges.add({ forget: true });

  pendingChanges.check({ ...HEADER, choices: { measure: "accuracy", value_scale: "linear" } });

  assert.deepEqual(pendingChanges.open, { forget: true });
});
