import assert from "node:assert/strict";
import { test } from "node:test";
import { allDone, doneFrom, hintNow, HINTS, isEdited, keptText, occasionAt } from "../../../../playground/player/frontend/story/hints.mjs";
import { meets, placeOfHint, reachOfHint } from "../../../../playground/player/frontend/story/hint_place.mjs";
import { runOf } from "./scenes.mjs";

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const SIZE = { width: 120, height: 20 };
const BOUNDS = box(0, 0, 500, 400);
const TARGET = box(200, 200, 50, 24);
const noteAt = ({ left, top }) => box(left, top, SIZE.width, SIZE.height);

test("what was done is remembered, and whatever else is kept under that name is nothing", () => {
  assert.deepEqual([...doneFrom(keptText(new Set(["point"])))], ["point"]);
  for (const kept of [null, "", "{", "3", '{"weight":1}', '["else"]']) assert.equal(doneFrom(kept).size, 0);
});

test("one thing is pointed out at a time; the next when it was done, and none any more when they are closed", () => {
  assert.equal(hintNow(new Set(), "beginning", false), "weight");
  assert.equal(hintNow(new Set(["weight"]), "beginning", false), "point");
  assert.equal(hintNow(new Set(["weight", "point"]), "beginning", false), "cell");
  assert.equal(hintNow(new Set(["point"]), "beginning", false), "weight");
  assert.equal(allDone().size, HINTS.length);
  for (const occasion of ["beginning", "end"]) assert.equal(hintNow(allDone(), occasion, false), null);
});

test("where what was played has come to its end, rows are pointed at, for which it is trained anew", () => {
  assert.equal(hintNow(new Set(), "end", false), "point");
  assert.equal(hintNow(new Set(["point"]), "end", false), "cell");
  assert.equal(hintNow(new Set(["point", "cell"]), "end", false), null);
  assert.equal(hintNow(new Set(), null, false), null);
});

test("where there is little room the first one stands alone, and no other one takes its place", () => {
  assert.equal(hintNow(new Set(), "beginning", true), "weight");
  assert.equal(hintNow(new Set(["weight"]), "beginning", true), null);
  assert.equal(hintNow(new Set(), "end", true), null);
});

test("nothing is pointed out while it moves, in a lesson, in what was opened later, or while something is to be mended", () => {
  const timeline = { epoch: 0, end: 100, moving: false };
  const store = { header: { opened: 1 }, hidesFuture: true, isStale: false, lesson: null, run: { finished: true }, timeline };
  const atTheEnd = { ...store, hidesFuture: false, timeline: { ...timeline, epoch: 100 } };

  assert.equal(occasionAt(store, 0, false), "beginning");
  assert.equal(occasionAt(atTheEnd, 100, true), "end");
  assert.equal(occasionAt(atTheEnd, 100, false), null);
  for (const [at, epoch] of [[store, 0], [atTheEnd, 100]]) {
    assert.equal(occasionAt({ ...at, isStale: true }, epoch, true), null);
    assert.equal(occasionAt({ ...at, lesson: { scene: 1 } }, epoch, true), null);
    assert.equal(occasionAt({ ...at, header: { opened: 2 } }, epoch, true), null);
    assert.equal(occasionAt({ ...at, timeline: { ...at.timeline, moving: true } }, epoch, true), null);
  }
});

test("a cell is changed by whoever changes the table that is open", () => {
  const changed = "A new run: the table has changed.";
  const at = (rows, header = {}) => ({ run: runOf(rows), header: { opened: 1, what_changed: changed, ...header } });
  const first = at([[0, 0], [1, 1]], { what_changed: "" });
  const edited = at([[0, 1], [1, 1]]);

  assert.equal(isEdited(null, first), false);
  assert.equal(isEdited(first, edited), true);
  assert.equal(isEdited(edited, edited), false);
  // Another example, and taking back.
  assert.equal(isEdited(first, at([[0, 0], [1, 0], [1, 1]], { opened: 2, what_changed: "" })), false);
  assert.equal(isEdited(first, at([[0, 0], [1, 0], [1, 1]], { opened: 2 })), false);
  assert.equal(isEdited(edited, at([[0, 0], [1, 1]], { what_changed: "" })), false);
  // Another seed, or another scaling of the same rows.
  assert.equal(isEdited(first, at([[0, 0], [1, 1]], { what_changed: "Seed: 1 → 2." })), false);
  const scaled = at([[0, 0], [1, 1]], { what_changed: "Scaling: none → standard." });
  scaled.run.train.scaled = [[-1], [1]];
  assert.equal(isEdited(first, scaled), false);
});

test("a note stands beside its target, inside its bounds, and its arrow ends at the target", () => {
  const place = placeOfHint(TARGET, SIZE, [], BOUNDS);
  assert.ok(!meets(noteAt(place), TARGET));
  const tip = place.arrow.match(/ ([\d.]+) ([\d.]+)$/).slice(1).map(Number);
  assert.equal(tip[0], 225);
  assert.ok(tip[1] < TARGET.top && tip[1] > TARGET.top - 10);
});

test("a note between two things stands right above its target, and its arrow goes straight down", () => {
  const beside = [box(0, 100, 150, 200), box(300, 100, 200, 200), box(0, 225, 500, 60)];
  const place = placeOfHint(TARGET, SIZE, beside, BOUNDS);
  assert.equal(place.left + SIZE.width / 2, 225);
  assert.ok(place.top + SIZE.height < TARGET.top);
  const points = place.arrow.match(/[\d.]+ [\d.]+/g).map((point) => point.split(" ").map(Number));
  assert.ok(points.every(([x, y]) => x === 225 && y >= place.top + SIZE.height && y < TARGET.top));
});

test("a note between two lines that stand close is right at its target, without an arrow", () => {
  const around = [box(0, 0, 500, 170), box(0, 228, 500, 172), box(0, 180, 150, 60), box(300, 180, 200, 60)];
  const place = placeOfHint(TARGET, { width: 120, height: 18 }, around, BOUNDS);
  assert.deepEqual([place.left + 60, place.arrow, place.head], [225, "", ""]);
  assert.ok(place.top > 170 && place.top + 18 < TARGET.top);
});

test("a note covers nothing, wherever that stands around it", () => {
  let hidden = 0;
  for (let x = 40; x <= 400; x += 30) {
    for (let y = 100; y <= 300; y += 20) {
      const obstacle = box(x, y, 60, 18);
      if (meets(obstacle, TARGET)) continue;
      const place = placeOfHint(TARGET, SIZE, [obstacle], BOUNDS);
      if (!place) hidden += 1;
      else assert.ok(!meets(noteAt(place), obstacle), `${x} ${y}`);
    }
  }
  assert.equal(hidden, 0);
});

test("a note near an edge goes to the other side, and one without any room is not shown", () => {
  const corner = placeOfHint(box(440, 4, 50, 24), SIZE, [], BOUNDS);
  assert.ok(corner.left + SIZE.width <= 500 && corner.top >= 0);
  assert.equal(placeOfHint(TARGET, SIZE, [box(0, 0, 500, 195), box(0, 228, 500, 200)], BOUNDS), null);
  assert.equal(placeOfHint(TARGET, SIZE, [], box(190, 190, 80, 60)), null);
});

test("what lies beyond the reach of a note is in nobody's way", () => {
  const reach = reachOfHint(TARGET, SIZE);
  const free = placeOfHint(TARGET, SIZE, [], BOUNDS);
  let beyond = 0;
  for (let x = -200; x <= 700; x += 20) {
    for (let y = -100; y <= 500; y += 20) {
      if (meets(box(x, y, 10, 10), reach)) continue;
      beyond += 1;
      assert.deepEqual(placeOfHint(TARGET, SIZE, [box(x, y, 10, 10)], BOUNDS), free);
    }
  }
  assert.ok(beyond > 100);
});

test("boxes that only touch have no place in common", () => {
  assert.ok(meets(TARGET, box(249, 223, 10, 10)));
  for (const [left, top] of [[250, 200], [190, 200], [200, 224], [200, 190]]) assert.ok(!meets(TARGET, box(left, top, 10, 10)));
});
