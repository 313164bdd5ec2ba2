import assert from "node:assert/strict";
import test from "node:test";

import { SPEEDS, Timeline, WHOLE_RUN } from "../../../playground/player/frontend/timeline/timeline.mjs";

const speed = (name) => SPEEDS.find((each) => each.name === name);

/** A run that is trained to its end, with the play-head at epoch 0. */
function trained(end, scale = "linear") {
  const timeline = new Timeline();
  timeline.startRun(end);
  timeline.setScale(scale);
  timeline.newest = end;
  timeline.seek(0);
  return timeline;
}

function playedEpochs(timeline, frame) {
  const epochs = [timeline.epoch];
  timeline.play();
  while (!timeline.advance(frame)) if (timeline.epoch !== epochs.at(-1)) epochs.push(timeline.epoch);
  return [...epochs, timeline.epoch];
}

test("the even speed plays a whole run in twelve seconds, whatever its length and scale", () => {
  for (const [end, scale] of [[200, "linear"], [15_000, "log"], [1_000_000, "log"]]) {
    const timeline = trained(end, scale);
    timeline.play();
    let frames = 1;
    while (!timeline.advance(1 / 60)) frames += 1;

    assert.ok(Math.abs(frames / 60 - WHOLE_RUN) < 0.05, `${end} epochs took ${frames / 60} s`);
    assert.equal(timeline.epoch, end);
  }
});

test("on the logarithmic scale the first epochs are played one by one", () => {
  const epochs = playedEpochs(trained(15_000, "log"), 1 / 60);

  assert.deepEqual(epochs.slice(0, 60), Array.from({ length: 60 }, (_, epoch) => epoch));
});

test("the play-head never goes back while it plays", () => {
  const epochs = playedEpochs(trained(15_000, "log"), 1 / 60);

  assert.ok(epochs.every((epoch, index) => index === 0 || epoch >= epochs[index - 1]));
});

test("one epoch a second shows epoch 3 after three seconds", () => {
  const timeline = trained(50);
  timeline.speed = speed("1");
  timeline.play();

  for (let frame = 0; frame < 185; frame += 1) timeline.advance(1 / 60);

  assert.equal(timeline.epoch, 3);
});

test("the epoch that playing begins with is shown for a frame", () => {
  const timeline = trained(1000);
  timeline.speed = speed("fastest");
  timeline.play();

  timeline.advance(1 / 60);
  assert.equal(timeline.epoch, 0);
  timeline.advance(1 / 60);
  assert.equal(timeline.epoch, 1000);
});

test("as fast as it comes shows the newest epoch with the next frame", () => {
  const timeline = trained(1000);
  timeline.newest = 400;
  timeline.speed = speed("fastest");
  timeline.play();

  timeline.advance(1 / 60);
  timeline.advance(1 / 60);

  assert.equal(timeline.epoch, 400);
  assert.ok(timeline.playing);
});

test("playing waits at the newest epoch and goes on when more has come", () => {
  const timeline = trained(100);
  timeline.newest = 5;
  timeline.speed = speed("10");
  timeline.play();
  for (let frame = 0; frame < 120; frame += 1) timeline.advance(1 / 60);
  assert.equal(timeline.epoch, 5);

  timeline.newest = 100;
  for (let frame = 0; frame < 60; frame += 1) timeline.advance(1 / 60);

  assert.ok(timeline.epoch >= 14 && timeline.epoch <= 16, `epoch ${timeline.epoch}`);
});

test("every epoch can be stood on, on both scales: rounding never shows its neighbour", () => {
  for (const scale of ["linear", "log"]) {
    const timeline = trained(1_000_000, scale);
    for (const epoch of [0, 1, 2, 3, 9, 10, 99, 1_000, 14_999, 15_000, 999_999, 1_000_000]) {
      timeline.seek(epoch);
      assert.equal(timeline.epoch, epoch);
    }
  }
});

test("changing the scale keeps the epoch", () => {
  const timeline = trained(15_000, "linear");
  timeline.seek(37);

  timeline.setScale("log");

  assert.equal(timeline.epoch, 37);
});

test("a run that is retrained while it plays keeps its epoch, also on another axis", () => {
  const timeline = trained(1000);
  timeline.seek(500);
  timeline.play();

  timeline.startRun(1000);
  timeline.setScale("log");
  timeline.newest = 1000;

  assert.deepEqual([timeline.epoch, timeline.playing], [500, true]);
});

test("an epoch that is not yet trained is a goal, shown when it comes", () => {
  const timeline = trained(1000);
  timeline.newest = 10;

  timeline.seek(500);
  assert.deepEqual([timeline.epoch, timeline.goal, timeline.moving], [10, 500, true]);
  timeline.newest = 700;
  timeline.advance(0.016);

  assert.deepEqual([timeline.epoch, timeline.goal, timeline.moving], [500, null, false]);
});

test("a run that ends before the goal is shown to its end", () => {
  const timeline = trained(1000);
  timeline.newest = 10;
  timeline.seek(500);

  timeline.end = 120;
  timeline.newest = 120;
  timeline.advance(0.016);

  assert.deepEqual([timeline.epoch, timeline.goal], [120, null]);
});

test("pause stops both playing and going to a goal", () => {
  const timeline = trained(1000);
  timeline.newest = 10;
  timeline.seek(500);

  timeline.pause();

  assert.deepEqual([timeline.goal, timeline.playing, timeline.epoch], [null, false, 10]);
});

test("play at the end starts from 0", () => {
  const timeline = trained(100);
  timeline.seek(100);

  timeline.play();

  assert.equal(timeline.epoch, 0);
});

test("a run retrained by an edit keeps the play-head", () => {
  const timeline = trained(100);
  timeline.seek(40);

  timeline.startRun(100);
  assert.equal(timeline.goal, 40);
  timeline.newest = 60;
  timeline.advance(0.016);

  assert.deepEqual([timeline.epoch, timeline.moving], [40, false]);
});

test("a play-head at the end stays at the end of a longer run", () => {
  const timeline = trained(100);
  timeline.seek(100);

  timeline.startRun(300);

  assert.equal(timeline.goal, 300);
});

test("a play-head at the end stays where it is if the longer run was changed there, and plays on", () => {
  const timeline = trained(100);
  timeline.seek(100);

  timeline.startRun(200, { changedAt: [40, 100] });
  timeline.newest = 200;
  timeline.advance(0.016);
  assert.deepEqual([timeline.epoch, timeline.moving], [100, false]);

  timeline.play();
  timeline.advance(0.016);
  timeline.advance(0.016);
  assert.ok(timeline.epoch >= 100 && timeline.epoch < 200, String(timeline.epoch));
});

test("a run that is edited while it plays goes on playing from where it was", () => {
  const timeline = trained(100);
  timeline.seek(40);
  timeline.play();

  timeline.startRun(100);
  timeline.newest = 100;
  timeline.advance(0.016);

  assert.ok(timeline.playing);
  assert.equal(timeline.epoch, 40);
});

test("a run that plays from an epoch that has not yet come waits for it", () => {
  const timeline = trained(100);
  timeline.speed = speed("10");
  timeline.seek(40);
  timeline.startRun(100);
  timeline.newest = 20;

  timeline.play();
  for (let frame = 0; frame < 60; frame += 1) timeline.advance(1 / 60);
  assert.deepEqual([timeline.epoch, timeline.wanted, timeline.playing], [20, 40, true]);
  timeline.newest = 100;
  timeline.advance(0);

  assert.equal(timeline.epoch, 40);
});

test("what is opened anew is shown from its end", () => {
  const timeline = trained(100);
  timeline.seek(40);
  timeline.play();

  timeline.startRun(2000, { atEnd: true });

  assert.deepEqual([timeline.goal, timeline.playing], [2000, false]);
});

test("what is opened where somebody stood is shown from there, as soon as that is trained", () => {
  const timeline = trained(100);
  timeline.play();

  timeline.startRun(2000, { atEnd: true, at: 41 });

  assert.deepEqual([timeline.goal, timeline.playing, timeline.wanted], [41, false, 41]);
  timeline.newest = 2000;
  timeline.advance(0.016);
  assert.equal(timeline.epoch, 41);
});

test("places on the slider and epochs are each other's inverse", () => {
  for (const scale of ["linear", "log"]) {
    const timeline = trained(15_000, scale);
    for (const epoch of [0, 1, 4, 100, 15_000]) assert.equal(timeline.epochAtShare(timeline.shareOf(epoch)), epoch);
  }
});

test("beside the slider is its end", () => {
  const timeline = trained(15_000, "log");

  assert.deepEqual([timeline.epochAtShare(-1), timeline.epochAtShare(2)], [0, 15_000]);
});

test("a run of no epochs stands at 0", () => {
  const timeline = trained(0);

  assert.deepEqual([timeline.epoch, timeline.share], [0, 0]);
});

test("what will be on the screen after some seconds is told by the speed", () => {
  const timeline = trained(1000);
  timeline.speed = speed("120");
  timeline.seek(100);

  assert.ok(Math.abs(timeline.epochAfter(2) - 340) < 1e-6);
  assert.equal(timeline.epochAfter(60), 1000);
});

test("where it stands is known also while nothing of a new run can be shown", () => {
  const timeline = new Timeline();
  timeline.startRun(100);
  timeline.newest = 100;
  timeline.seek(40);

  timeline.startRun(100);
  assert.deepEqual([timeline.epoch, timeline.wanted], [0, 40]);

  timeline.newest = 100;
  timeline.seek(40);
  timeline.play();
  timeline.startRun(100);
  assert.deepEqual([timeline.epoch, timeline.wanted], [0, 40]);
});
