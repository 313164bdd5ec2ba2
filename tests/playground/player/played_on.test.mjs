import assert from "node:assert/strict";
import { test } from "node:test";
import { Timeline } from "../../../playground/player/frontend/timeline/timeline.mjs";

test("a run is played on once somebody goes to another epoch or plays it", () => {
  const timeline = new Timeline();
  for (const move of [() => timeline.seek(40), () => timeline.play()]) {
    timeline.startRun(100);
    timeline.newest = 100;
    assert.equal(timeline.isPlayedOn, false);
    move();
    assert.equal(timeline.isPlayedOn, true);
  }
});

test("of what is opened no change is told first, and of a run that begins for a change that change is", () => {
  const timeline = new Timeline();
  timeline.startRun(100, { atEnd: true, at: 0, isOpened: true });
  assert.equal(timeline.isPlayedOn, true);
  timeline.startRun(100, { atEnd: true, at: 40 });
  assert.equal(timeline.isPlayedOn, false);
});

test("a run that begins while another one plays is played on when it comes to rest", () => {
  const timeline = new Timeline();
  timeline.startRun(100);
  timeline.newest = 100;
  timeline.play();
  timeline.startRun(100);
  timeline.newest = 100;
  assert.equal(timeline.isPlayedOn, false);
  timeline.play({ goesOn: true });
  assert.equal(timeline.isPlayedOn, false);
  timeline.pause();
  assert.equal(timeline.isPlayedOn, true);
});
