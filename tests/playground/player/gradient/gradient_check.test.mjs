// The check of the gradient: asked for at the play-head as long as somebody looks at it, and written with a measurement's digits.

import assert from "node:assert/strict";
import { test } from "node:test";

import { checkedTexts } from "../../../../playground/player/frontend/gradient/checked_texts.mjs";
import { lackedCheck } from "../../../../playground/player/frontend/gradient/wanted_check.mjs";
import { PanelContents } from "../../../../playground/player/frontend/model/panel_contents.mjs";

const RUN = { number: 7, trained: 100 };
const CHECK = {
  run: 7, epoch: 4, analytic: [0.123456789, 1e-17, null], numeric: [-0.5, 0, null], relative_error: [1.234e-10, 0, null],
  too_small: [false, true, false], note: "",
};
const lacked = ({ epoch = 4, panel = { name: "gradient", of: true }, run = RUN, gradient = null } = {}) =>
  lackedCheck({ chosen: { panel }, timeline: { epoch, end: 100 }, run, contents: { gradient } });

test("it is wanted at the play-head, where somebody looks at it, once", () => {
  assert.equal(lacked(), 4);
  assert.equal(lacked({ panel: null }), null);
  assert.equal(lacked({ run: { ...RUN, trained: 3 } }), null);
  assert.equal(lacked({ gradient: CHECK }), null);
  assert.equal(lacked({ gradient: CHECK, epoch: 5 }), 5);
  assert.equal(lacked({ gradient: { ...CHECK, run: 6 } }), 4);
});

test("a derivative is written with seven digits, an error with two, and where there is nothing to check that is said", () => {
  assert.deepEqual(checkedTexts(CHECK, 0), ["0.1234568", "−0.5", "1.2\u00a0·\u00a010⁻¹⁰"]);
  assert.deepEqual(checkedTexts(CHECK, 1), ["10⁻¹⁷", "0", "too small to check"]);
  assert.deepEqual(checkedTexts(CHECK, 2), ["not finite", "not finite", "not finite"]);
});

test("what names columns as they were called belongs to no run any more", () => {
  const contents = new PanelContents();
  contents.take({ gradient: CHECK });
  contents.take({});
  assert.equal(contents.gradient, CHECK);

  contents.forgetNames();

  assert.deepEqual([contents.gradient.run, contents.gradient.epoch, contents.surface], [-1, 4, null]);
});
