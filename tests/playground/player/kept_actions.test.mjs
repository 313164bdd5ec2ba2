import assert from "node:assert/strict";
import { test } from "node:test";

import { KeptActions } from "../../../playground/player/frontend/app/kept_actions.mjs";

/** A screen with a network of three parameters, and what was done on it. */
function screen() {
  const store = { isComplete: true, header: { opened: 1 }, run: { description: { parameters: ["a", "b", "c"] } } };
  const kept = new KeptActions(store);
  const done = [];
  kept.catchUp();
  const perform = (what, concernsNetwork) => kept.perform(() => done.push(what), concernsNetwork);
  const comes = (told) => {
    Object.assign(store, told);
    kept.catchUp();
  };
  return { perform, comes, done };
}

const run = (...parameters) => ({ description: { parameters } });
const ON_ITS_WAY = { isComplete: false, run: { description: null } };

test("what is done is done at once as long as all is known of the run", () => {
  const { perform, done } = screen();

  perform("pressed");

  assert.deepEqual(done, ["pressed"]);
});

test("what is done while another run is on its way is done when all is known of it, in its order, and once", () => {
  const { perform, comes, done } = screen();

  comes(ON_ITS_WAY);
  perform("dragged");
  perform("let go", false);
  comes({});
  assert.deepEqual(done, []);
  comes({ isComplete: true, run: run("a", "b", "c") });
  comes({});

  assert.deepEqual(done, ["dragged", "let go"]);
});

test("it is not done to another network, nor to what is opened in the meantime; what was taken hold of is let go", () => {
  for (const other of [{ run: run("a", "b") }, { run: run("a", "b", "c"), header: { opened: 2 } }]) {
    const { perform, comes, done } = screen();

    comes(ON_ITS_WAY);
    perform("dragged");
    perform("let go", false);
    comes({ isComplete: true, ...other });

    assert.deepEqual(done, ["let go"]);
  }
});

test("what is pressed before anything is on the page is pressed nowhere", () => {
  const store = { isComplete: false, header: null, run: null };
  const kept = new KeptActions(store);
  const done = [];

  kept.perform(() => done.push("pressed"));
  Object.assign(store, { isComplete: true, header: { opened: 1 }, run: run("a") });
  kept.catchUp();

  assert.deepEqual(done, []);
});
