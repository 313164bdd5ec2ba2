import assert from "node:assert/strict";
import test from "node:test";

import { isPolite, SHORTCUTS, shortcutAt, titleOf } from "../../../playground/player/frontend/keys/shortcuts.mjs";

const NOWHERE = { isTyping: false, isBusy: false, isProjected: false, isCovered: false };
const does = (key, place = {}) => shortcutAt(key, { ...NOWHERE, ...place })?.does ?? null;

test("no key does two things", () => {
  const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);
  const keys = all.flatMap(({ keys: own, politeKeys = [], projectorKeys = [] }) => [...own, ...politeKeys, ...projectorKeys]);

  assert.equal(new Set(keys).size, keys.length);
  assert.equal(new Set(all.map((shortcut) => shortcut.does)).size, all.length);
});

test("a key that is held down goes through the epochs, and does all else once", () => {
  const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

  assert.deepEqual(
    all.filter(({ once }) => !once).map((shortcut) => shortcut.does),
    ["play", "step", "back", "reset", "nextFlip", "previousFlip", "uncover"],
  );
});

test("Streamlit's own keys, r and c, are nobody's", () => {
  assert.equal(does("r"), null);
  assert.equal(does("c"), null);
});

test("while somebody types no key does anything", () => {
  for (const key of ["k", " ", "ArrowRight", "?", "PageDown"]) assert.equal(does(key, { isTyping: true, isProjected: true }), null);
});

test("space plays and arrows step, but not where they have another use", () => {
  assert.deepEqual([" ", "ArrowRight", "ArrowLeft"].map((key) => does(key)), ["play", "step", "back"]);
  assert.deepEqual([" ", "ArrowRight", "ArrowLeft"].map((key) => does(key, { isBusy: true })), [null, null, null]);
  assert.equal(does("k", { isBusy: true }), "play");
  assert.deepEqual([" ", "ArrowRight", "k"].map(isPolite), [true, true, false]);
});

test("a remote control goes through the flips on a projector, and scrolls elsewhere", () => {
  assert.deepEqual(["PageDown", "PageUp"].map((key) => does(key, { isProjected: true })), ["nextFlip", "previousFlip"]);
  assert.deepEqual(["PageDown", "PageUp"].map((key) => does(key)), [null, null]);
});

test("Escape closes what lies over the charts, and leaves the projector only after that", () => {
  assert.equal(does("Escape"), null);
  assert.equal(does("Escape", { isCovered: true, isProjected: true }), "uncover");
  assert.equal(does("Escape", { isProjected: true }), "toggleProjector");
});

test("a button says its key", () => {
  assert.equal(titleOf("play"), "Play or pause (K, Space)");
  assert.equal(titleOf("train", "Reset and play"), "Reset and play (T)");
});
