import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { bringFocusBack, giveFocusAt, leaveFocus, placeOfFocus } from "../../../playground/player/frontend/shared/lasting_focus.js";

class Part {
  isConnected = true;
  matches = () => document.activeElement === this;
  focus() {
    if (this.isConnected) document.activeElement = this;
  }
}

const [body, elsewhere] = [new Part(), new Part()];

beforeEach(() => {
  globalThis.HTMLElement = Part;
  globalThis.document = { body, activeElement: body };
});

/** A player with one part that has the focus is taken off the page; a browser gives the focus to the page then. */
function takenAway() {
  const part = new Part();
  part.focus();
  leaveFocus({ contains: (element) => element === part });
  part.isConnected = false;
  document.activeElement = body;
  return part;
}

test("what had the focus has it again when its player is back on the page", () => {
  const part = takenAway();
  assert.equal(placeOfFocus([elsewhere, part]), 1);

  part.isConnected = true;
  bringFocusBack();

  assert.equal(document.activeElement, part);
});

test("what was made anew while the player was away has the focus in its place", () => {
  const [part, next] = [takenAway(), new Part()];
  next.isConnected = false;
  giveFocusAt([next], placeOfFocus([part]));
  assert.deepEqual([placeOfFocus([part]), placeOfFocus([next])], [-1, 0]);

  next.isConnected = true;
  bringFocusBack();

  assert.equal(document.activeElement, next);
});

test("a focus that has gone elsewhere meanwhile stays there", () => {
  const part = takenAway();
  part.isConnected = true;
  document.activeElement = elsewhere;

  bringFocusBack();

  assert.equal(document.activeElement, elsewhere);
  document.activeElement = body;
  bringFocusBack();
  assert.equal(document.activeElement, body);
});

test("in a list that is made anew the focus is in the same place, or at the end of a shorter one", () => {
  const before = [new Part(), new Part(), new Part()];
  before[2].focus();
  const place = placeOfFocus(before);

  for (const [after, expected] of [[[new Part(), new Part(), new Part()], 2], [[new Part(), new Part()], 1]]) {
    giveFocusAt(after, place);
    assert.equal(document.activeElement, after[expected]);
  }
});

test("a list in which nothing had the focus takes it from nobody", () => {
  elsewhere.focus();

  giveFocusAt([new Part(), new Part()], placeOfFocus([new Part()]));
  giveFocusAt([], 0);

  assert.equal(document.activeElement, elsewhere);
});
