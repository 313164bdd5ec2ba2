import assert from "node:assert/strict";
import test from "node:test";

import { LinkToPython } from "../../../playground/player/frontend/link/link_to_python.js";
import { Store } from "../../../playground/player/frontend/model/store.mjs";

// The link asks the page whether it is connected; where there is none, it is.
globalThis.document = { querySelector: () => null };

const RUN = { run: 1, described: true, records: 11, recorded: 11, flips: 0, flipCount: 0, trained: 10, exactWanted: null };
const AT_REST = {
  complete: true, unheard: false, runs: [RUN], trained: 10, finished: false, end: 100, playing: false, trainingOn: false,
  goal: null, hurried: false, stocked: false, ample: false, undrawn: 0, charted: 10, sinceCharts: 1, chartCost: 0, gradientWanted: null, workedAhead: [],
};
const STEPPING = { ...AT_REST, goal: 11 };

const ANSWER = { answers: 1, choices: {}, before: null, commands_done: 0, opened: 1 };

/** What is looked at, as every request says it. */
const looking = (epoch) => ({ viewpoint: { epoch, row: 0, neuron: null } });

function linked() {
  const sent = [];
  return { sent, link: new LinkToPython((request) => sent.push(request), new Store()) };
}

test("where somebody has come to rest is told once, however often the page looks", () => {
  const { sent, link } = linked();

  for (let frame = 0; frame < 5; frame += 1) link.pull(AT_REST, looking(10));

  assert.deepEqual(sent.map(({ viewpoint }) => viewpoint.epoch), [10]);
});

test("a step does not wait for the answer to what was only told", () => {
  const { sent, link } = linked();
  link.pull(AT_REST, looking(10));

  link.pull(STEPPING, looking(10));

  assert.deepEqual(sent.map(({ number, until }) => [number, until]), [[1, undefined], [2, 11]]);
});

test("and while the step is not answered, nothing more is asked", () => {
  const { sent, link } = linked();
  link.pull(AT_REST, looking(10));
  link.pull(STEPPING, looking(10));

  link.receive(ANSWER, false);
  link.pull(STEPPING, looking(10));

  assert.equal(sent.length, 2);
});

test("what is looked at next is told when the answer has come", () => {
  const { sent, link } = linked();
  link.pull(AT_REST, looking(10));
  link.pull(AT_REST, looking(4));
  link.receive(ANSWER, false);

  link.pull(AT_REST, looking(4));

  assert.deepEqual(sent.map(({ viewpoint }) => viewpoint.epoch), [10, 4]);
});

test("nothing is missing when all is told and answered, and not a moment before", () => {
  const { link } = linked();

  const isSilent = [link.pull(AT_REST, looking(10)), link.pull(AT_REST, looking(10))];
  link.receive(ANSWER, false);
  isSilent.push(link.pull(AT_REST, looking(10)), link.pull(STEPPING, looking(10)));

  assert.deepEqual(isSilent, [false, false, true, false]);
});

test("a table of thousands of rows is given time to be opened: what is asked meanwhile would end its drawing", (t) => {
  let now = 100_000;
  t.mock.method(performance, "now", () => now);
  const store = new Store();
  const sent = [];
  const link = new LinkToPython((request) => sent.push(request), store);
  store.commands.add({ kind: "open_kept", name: "kept-1", link: "1rest", table: "rows" });

  link.pull(AT_REST, looking(10));
  now += 9_000;
  link.pull(STEPPING, looking(10));
  assert.equal(sent.length, 1);

  now += 2_000; // lost
  link.pull(STEPPING, looking(10));
  assert.deepEqual(sent.map(({ commands }) => commands.length), [1, 1]);
});

test("a page that is drawn anew says all by itself, however long that takes; one that never comes is asked at last", (context) => {
  let now = 1000;
  context.mock.method(performance, "now", () => now);
  const { sent, link } = linked();
  link.pull(STEPPING, looking(10));
  link.receive({ ...ANSWER, page_is_old: true }, false);

  now += 5000;
  link.pull({ ...STEPPING, goal: 12 }, looking(10));

  assert.equal(sent.length, 1);
  link.receive({ ...ANSWER, answers: 0, page_is_old: false }, false);
  link.pull({ ...STEPPING, goal: 12 }, looking(10));
  assert.equal(sent.length, 2);
  link.receive({ ...ANSWER, answers: 2, page_is_old: true }, false);
  now += 11_000;
  link.pull({ ...STEPPING, goal: 13 }, looking(10));
  assert.equal(sent.length, 3);
});

test("who takes away what is on the screen while it plays waits until that moment is told, however far it plays on", async () => {
  const { sent, link } = linked();
  const playing = { ...AT_REST, playing: true, finished: true, trained: 100, runs: [{ ...RUN, trained: 100 }], charted: 100 };
  link.pull(playing, looking(4));
  assert.equal(sent.length, 0);

  const told = link.tell(looking(5).viewpoint);
  link.pull(playing, looking(6));
  link.pull(playing, looking(7));

  assert.deepEqual(sent.map(({ viewpoint }) => viewpoint.epoch), [5]);
  link.receive(ANSWER, false);
  await told;
  assert.equal(link.tell(looking(5).viewpoint), null);
  link.pull(playing, looking(8));
  assert.equal(sent.length, 1);
});

test("who takes away a second moment before the first is told has both wait until Python knows the second", async () => {
  const { sent, link } = linked();
  const playing = { ...AT_REST, playing: true, finished: true, trained: 100, runs: [{ ...RUN, trained: 100 }], charted: 100 };
  /** @type {number[]} */
  const told = [];
  void link.tell(looking(5).viewpoint)?.then(() => told.push(5));
  void link.tell(looking(6).viewpoint)?.then(() => told.push(6));
  await Promise.resolve();
  assert.deepEqual(told, []);

  link.pull(playing, looking(7));
  link.receive(ANSWER, false);
  await Promise.resolve();

  assert.deepEqual([sent.map(({ viewpoint }) => viewpoint.epoch), told], [[6], [5, 6]]);
});

test("nobody waits for a moment of a run that is there no more", async () => {
  const { link } = linked();
  const told = link.tell(looking(5).viewpoint);

  link.receive({ ...ANSWER, answers: 0 }, true);

  await told;
});
