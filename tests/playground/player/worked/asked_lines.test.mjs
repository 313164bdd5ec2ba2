// What was asked of a line is asked until it is asked again, or until another weight or another row has other lines.

import assert from "node:assert/strict";
import { test } from "node:test";

import { AskedLines } from "../../../../playground/player/frontend/worked/asked_lines.mjs";

const worked = (changed = {}) => ({ parameter: 2, lines: [{}, {}, {}], ...changed });

test("what is asked for comes, and goes when it is asked for again", () => {
  const asked = new AskedLines();

  asked.toggle("noted", 1);
  asked.unfold(2, 3);
  assert.deepEqual([[...asked.noted], [...asked.unfolded], [...asked.whole]], [[1], [[2, 3]], []]);
  asked.toggle("noted", 1);
  assert.equal(asked.noted.size, 0);
  asked.unfold(2, 4);  // pressed in another line
  assert.deepEqual([...asked.unfolded], [[2, 4]]);
  asked.unfold(2, 4);
  assert.equal(asked.unfolded.size, 0);
});

test("it stays from epoch to epoch, and says nothing of another weight's lines", () => {
  const asked = new AskedLines();
  asked.follow(worked());
  asked.toggle("whole", 1);

  asked.follow(worked());
  assert.equal(asked.whole.size, 1);
  asked.follow(worked({ parameter: 3 }));
  assert.equal(asked.whole.size, 0);
});

test("lines that a row lacks are not asked for, and all lines are those of every weight", () => {
  const asked = new AskedLines();
  asked.follow(worked());
  asked.unfold(1, 3);
  asked.all = true;

  asked.follow(worked({ lines: [{}, {}] }));

  assert.equal(asked.unfolded.size, 0);
  assert.equal(asked.all, true);
});
