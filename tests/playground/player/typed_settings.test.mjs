import assert from "node:assert/strict";
import { test } from "node:test";

import { typedSettings } from "../../../playground/player/frontend/link/typed_settings.js";

test("what stands in the fields of the settings is that of what is open, also while the page is drawn", () => {
  const field = (/** @type {string} */ className, /** @type {string} */ value) => ({ value, closest: () => ({ className }) });
  const fields = [field("st-key-learning_rate_12 other", "0,5,"), field("st-key-epochs_12", "200"), field("st-key-seed_2", "7"), field("st-key-more", "")];
  globalThis.document = /** @type {Document} */ (/** @type {unknown} */ ({ querySelectorAll: () => fields }));

  assert.deepEqual(typedSettings(12), { learning_rate: "0,5,", epochs: "200" });
  assert.deepEqual(typedSettings(1), {});
});
