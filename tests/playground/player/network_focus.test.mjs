import assert from "node:assert/strict";
import test from "node:test";

import { focusOf, shownLarge, sideOf } from "../../../playground/player/frontend/network/network_focus.mjs";

// 2-2-1 without biases: W1 is 0 … 3, W2 4 and 5.
const EDGES = [
  { parameter: 0, layer: 1, from: 0, to: 0 },
  { parameter: 1, layer: 1, from: 0, to: 1 },
  { parameter: 2, layer: 1, from: 1, to: 0 },
  { parameter: 3, layer: 1, from: 1, to: 1 },
  { parameter: 4, layer: 2, from: 0, to: 0 },
  { parameter: 5, layer: 2, from: 1, to: 0 },
];
const hidden = (index) => ({ layer: 1, index });
const chosen = (changed) => ({ row: 0, panel: null, parameter: null, pointed: null, ...changed });

test("a weight under the hand comes first, then what is pointed at, then the neuron whose curve is shown, then the weight that is worked", () => {
  const all = { parameter: 3, pointed: hidden(0), panel: { name: "curve", of: { layer: 2, index: 0 } } };

  assert.deepEqual(focusOf(chosen(all), EDGES), hidden(1));
  assert.deepEqual(focusOf(chosen({ ...all, parameter: null }), EDGES), hidden(0));
  assert.deepEqual(focusOf(chosen({ ...all, parameter: null, pointed: null }), EDGES), { layer: 2, index: 0 });
  assert.deepEqual(focusOf(chosen({ panel: { name: "worked", of: 5 } }), EDGES), { layer: 2, index: 0 });
  assert.deepEqual(focusOf(chosen({ panel: { name: "surface", of: [5, 0] } }), EDGES), { layer: 2, index: 0 });
  assert.equal(focusOf(chosen({}), EDGES), null);
});

test("the sum and the picture of the neuron whose curve is shown stay large until another one is pointed at", () => {
  const panel = { name: "curve", of: hidden(1) };

  assert.deepEqual(shownLarge(chosen({ panel })), hidden(1));
  assert.deepEqual(shownLarge(chosen({ panel, pointed: hidden(0) })), hidden(0));
  assert.deepEqual(shownLarge(chosen({ panel, pointed: { layer: 0, index: 0 } })), hidden(1));
  assert.equal(shownLarge(chosen({ panel: { name: "worked", of: 5 } })), null);
});

test("an input and a weight that is not drawn have no numbers to show", () => {
  assert.equal(focusOf(chosen({ pointed: { layer: 0, index: 1 } }), EDGES), null);
  assert.deepEqual(focusOf(chosen({ parameter: 99, pointed: hidden(0) }), EDGES), hidden(0));
});

test("edges come into a neuron or go out of it, and the others do neither", () => {
  assert.deepEqual(
    EDGES.map((edge) => sideOf(edge, hidden(1))),
    [null, "incoming", null, "incoming", null, "outgoing"],
  );
  assert.equal(sideOf(EDGES[0], null), null);
});
