import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownEnding } from "../../../../playground/player/frontend/story/known_ending.mjs";
import { runOf } from "./scenes.mjs";

const ROWS = [[0.2, 0], [0.8, 1], [0.6, 0]];

/** A run of 100 epochs that ends with these outputs, and counts how often its end is looked up. */
function store(given = {}) {
  const run = {
    description: runOf(ROWS), trained: 100, finished: true, isWhole: true, exactEpoch: 100, flips: [], flipCount: 0, asked: 0,
    after(epoch) {
      this.asked += 1;
      return { epoch, loss: 0.1, parameters: [1], isExact: true };
    },
    ...given,
  };
  return { run, threshold: 0.5, header: { threshold: 0.5 } };
}

test("the end of a run is computed once, however many frames ask for it", () => {
  const [known, playing] = [new KnownEnding(), store()];
  const first = known.of(playing);
  assert.deepEqual(first.verdicts, ["right", "right", "wrong"]);
  for (let frame = 0; frame < 10; frame += 1) assert.equal(known.of(playing), first);
  assert.equal(playing.run.asked, 1);
});

test("with another threshold, another run or more of the run the end is another one", () => {
  const [known, playing] = [new KnownEnding(), store({ finished: false })];
  assert.equal(known.of(playing), null);
  playing.run.finished = true;
  assert.equal(known.of(playing).verdicts[2], "wrong");
  playing.threshold = 0.7;
  assert.deepEqual(known.of(playing).verdicts, ["right", "right", "right"]);
  assert.equal(known.of(playing).flips, null);
  assert.equal(known.of({ ...playing, run: store({ trained: 50 }).run }).epoch, 50);
});

test("flips that come later belong to the same end", () => {
  const [known, playing] = [new KnownEnding(), store({ flipCount: 1 })];
  assert.equal(known.of(playing).flips, null);
  playing.run.flips = [[7, [1]]];
  assert.deepEqual(known.of(playing).flips, [[7, [1]]]);
});
