import assert from "node:assert/strict";
import test from "node:test";

import { hoverOf } from "../../../playground/player/frontend/charts/line_hover.mjs";

test("a weight is told as the page writes numbers, with a real minus", () => {
  const line = { y: new Float64Array([-0.5, 12345.678, NaN]), hovertemplate: "the weight a → b<br>is %{y:.2f}.<extra></extra>" };

  assert.deepEqual(hoverOf(line), {
    text: ["−0.5000", "12,346", ""],
    hovertemplate: "the weight a → b<br>is %{text}.<extra></extra>",
  });
});

test("a line that says its own sentences keeps them", () => {
  assert.equal(hoverOf({ y: [1], hovertemplate: undefined }), null);
});
