import assert from "node:assert/strict";
import test from "node:test";

import { firstMovedBy } from "../../../playground/player/frontend/worked/first_worked.mjs";

test("the update that is worked first is of a weight that the row has a part in", () => {
  const article = { layer_sizes: [3, 1], bias: false };
  assert.equal(firstMovedBy(article, [1, 1, 1]), 0);
  assert.equal(firstMovedBy(article, [0, 0, 1]), 2);
  // W1 is 2 × 3, row by row: the weights of input 2 begin at 3.
  assert.equal(firstMovedBy({ layer_sizes: [2, 3, 1], bias: true }, [0, -1]), 3);
});

test("where all inputs are 0 it is a bias, if there is one", () => {
  assert.equal(firstMovedBy({ layer_sizes: [2, 3, 1], bias: true }, [0, 0]), 6);
  assert.equal(firstMovedBy({ layer_sizes: [2, 3, 1], bias: false }, [0, 0]), 0);
});
