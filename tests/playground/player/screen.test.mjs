import assert from "node:assert/strict";
import { test } from "node:test";

import { Screen } from "../../../playground/player/frontend/app/screen.js";

/** A view that notes of which epoch it is. */
function view() {
  return { epoch: null, arranged: 0, arrange() { this.arranged += 1; }, draw({ epoch }) { this.epoch = epoch; }, remove() {} };
}

/** A store in which the play-head stands on another epoch whenever it is moved. */
function playing() {
  let shown = -1;
  return {
    run: { description: {} }, isComplete: true, timeline: { playing: true }, moment: { epoch: 0 },
    look() {
      const isNew = shown !== this.moment.epoch;
      shown = this.moment.epoch;
      return isNew;
    },
  };
}

test("in every frame of a run that plays all parts of the page are of one epoch", () => {
  const store = playing();
  const views = Array.from({ length: 4 }, view);
  const screen = new Screen(store, views);

  for (let epoch = 0; epoch < 5; epoch += 1) {
    store.moment = { epoch };
    screen.draw();
    assert.deepEqual(views.map((each) => each.epoch), [epoch, epoch, epoch, epoch]);
  }
});

test("a frame in which nothing is new draws nothing", () => {
  const views = [view()];
  const screen = new Screen(playing(), views);

  assert.deepEqual([screen.draw(), screen.draw(), views[0].arranged], [true, false, 1]);
  screen.redraw();
  assert.deepEqual([screen.isDrawn, screen.draw(), screen.isDrawn], [false, true, true]);
});
