import assert from "node:assert/strict";
import { test } from "node:test";
import { changesByEpoch, changeLogText } from "../../../playground/player/frontend/timeline/change_log.mjs";

const change = (epoch, text) => ({ epoch, what: "learning_rate", text });

test("the changes of a run are told with their epochs", () => {
  const { texts: [text] } = changeLogText([change(40, "learning rate 0.1"), change(1500, "learning rate 2")], "");

  assert.equal(text, "Changed: learning rate 0.1 at epoch 40; learning rate 2 at epoch 1,500");
});

test("of many changes the newest are told, and all are there to be asked for", () => {
  const { texts, whole } = changeLogText([1, 2, 3].map((epoch) => change(epoch, `learning rate ${epoch}`)), "");

  assert.deepEqual(texts, ["Changed: 2 earlier; learning rate 3 at epoch 3", "3 changes, the last at epoch 3"]);
  assert.equal(whole.split("\n").length, 3);
});

test("the many changes that a run begins with are only counted", () => {
  const set = [0, 1, 2, 3].map((index) => ({ ...change(0, `w${index} = 1`), index, value: 1 }));

  assert.deepEqual(changeLogText(set, "").texts, ["4 starting weights set"]);
  const frozen = { ...change(0, "w3 frozen"), index: 3, frozen: true };
  assert.deepEqual(changeLogText([...set, frozen], "").texts, ["4 starting weights set, 1 frozen"]);
  assert.deepEqual(changeLogText([...set, change(0, "learning rate 2")], "").texts, ["5 changes at epoch 0"]);
});

test("where nothing was changed the what_changed is told, if there is any", () => {
  assert.equal(changeLogText([], "A new run: the table has changed.").texts[0], "A new run: the table has changed.");
  assert.equal(changeLogText([], "").texts[0], "");
});

test("what was changed at one epoch is one mark", () => {
  assert.deepEqual(changesByEpoch([change(4, "a"), change(4, "b"), change(7, "c")]), [[4, "a; b"], [7, "c"]]);
});
