// Lines that are blanked are worked one by one: what is typed and said belongs to one update, and no number is told ahead.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { arithmeticOf } from "../../../../playground/player/frontend/network/arithmetic.mjs";
import { Exercise } from "../../../../playground/player/frontend/worked/exercise.mjs";
import { isOpen, openOnScreen } from "../../../../playground/player/frontend/worked/open_numbers.mjs";

const line = (name, value, expression, terms = []) => ({ name, label: name, value, expression, terms, note: "", place: {} });
/** A weight, z, y, and a line that only repeats y; the gradient has too many numbers to be read. */
const WORKED = {
  run: 7, epoch: 4, row: 1, parameter: 2, batch: 0, batches: 1,
  lines: [
    line("w", 2, null),
    line("z", 6, ["·", ["input", 0], 3], [0]),
    line("y", 0.9, ["tanh", ["input", 1]], [1]),
    line("again y", 0.9, ["input", 2], [2]),
    line("gradient", 5, null),
  ],
  first_shown: [1, 2, 4],
  sections: [["Forward", [0, 1, 2]], ["Backward", [3, 4]]],
};
const SHOWN = [1, 2, 4];
/** The same, with one line fewer at first. */
const DEEPER = { ...WORKED, first_shown: [2, 4] };
const judged = (number, kind, is_done) => ({ number, kind, is_done, sentence: `${kind}.` });

let exercise = new Exercise();
beforeEach(() => {
  exercise = new Exercise();
  exercise.follow(WORKED);
});

test("nothing is blank at first", () => {
  assert.deepEqual(WORKED.lines.map((_, at) => exercise.isBlank(at)), [false, false, false, false, false]);
});

test("the switch blanks every line that can be worked, what repeats its number too, and brings all back", () => {
  exercise.turn();

  assert.deepEqual(WORKED.lines.map((_, at) => exercise.isBlank(at)), [false, true, true, true, false]);
  exercise.turn();
  assert.ok(!exercise.isBlank(1));
});

test("the sum and the answer of a neuron are kept back until they are worked, on the page too, as long as the lines are seen", () => {
  const of = (kind, each) => ({ ...each, kind, place: { layer: 1, unit: 0 } });
  const lines = WORKED.lines.map((each) => ({ z: of("pre_activation", each), y: of("activation", each) })[each.name] ?? each);
  exercise.follow({ ...WORKED, lines });
  const neuron = { layer: 1, index: 0 };

  exercise.turn();

  const seen = openOnScreen({ exercise, chosen: { panel: { name: "worked", of: 2 } } });
  assert.ok(isOpen(seen.sums, neuron) && isOpen(seen.answers, neuron));
  assert.ok(!isOpen(openOnScreen({ exercise, chosen: { panel: null } }).sums, neuron));
  exercise.show(1);
  assert.ok(!isOpen(exercise.open.sums, neuron));
  assert.ok(isOpen(exercise.open.answers, neuron));
});

test("the loss of the whole table is kept back while it is worked; that of a few rows stands nowhere else", () => {
  const ofRows = (/** @type {number} */ batches) => {
    const lines = WORKED.lines.map((each) => (each.name === "z" ? { ...each, kind: "loss" } : each));
    const worked = new Exercise();
    worked.follow({ ...WORKED, lines, batches });
    return worked;
  };
  const [whole, some] = [ofRows(1), ofRows(3)];

  assert.ok(!whole.open.loss);
  for (const worked of [whole, some]) worked.turn();
  assert.ok(whole.open.loss && !some.open.loss);
  assert.ok(!openOnScreen({ exercise: whole, chosen: { panel: null } }).loss);
  whole.show(1);
  assert.ok(!whole.open.loss);
});

test("a sum that a lesson asks for is kept back until somebody has guessed it", () => {
  const lesson = { name: "weights", scene: 1, question: { asks_sum: true } };
  const store = { exercise, chosen: { panel: null }, lesson, run: { description: { layer_sizes: [3, 1] } } };
  const isKeptBack = (guesses, question = lesson.question) =>
    isOpen(openOnScreen({ ...store, lesson: { ...lesson, question }, sceneGuesses: guesses }).sums, { layer: 1, index: 0 });

  assert.ok(isKeptBack({}));
  assert.ok(!isKeptBack({ "weights 1": "0.7" }));
  assert.ok(!isKeptBack({}, { asks_sum: false }));
  assert.ok(!isKeptBack({}, null));
});

test("an input as the network sees it is kept back where a lesson asks for it, in the sum alone that is written out", () => {
  const lesson = { name: "scaling", scene: 2, question: { asks_sum: false, asks_scaled: 1 } };
  const store = { exercise, chosen: { panel: null }, lesson, run: { description: { layer_sizes: [2, 1] } } };
  const run = { layer_sizes: [2, 1], activations: ["linear"], bias: false };
  const trace = { inputs: [1.5, -0.4], preActivations: [[1.1]], activations: [[1.1]] };
  const written = (sceneGuesses) => arithmeticOf(run, [1, 1], trace, { layer: 1, index: 0 }, 100, openOnScreen({ ...store, sceneGuesses })).sum;

  assert.match(written({}), /^1\.5 × 1\.00 \+ \? × 1\.00 = 1\.10/);
  assert.match(written({ "scaling 2": "1" }), /\+ −0\.4 × 1\.00/);
});

test("a line is blanked by itself", () => {
  exercise.blank(1);

  assert.ok(exercise.isBlank(1));
  assert.ok(!exercise.isBlank(2));
});

test("what is typed is judged, and a line that is right has its number back", () => {
  exercise.turn();
  exercise.type(2, "0,9");
  exercise.answer(WORKED, 2);

  assert.deepEqual(exercise.asked, { number: 1, update: { epoch: 4, row: 1, parameter: 2, batch: 0 }, line: "y", text: "0,9" });
  exercise.receive(judged(1, "right", true));
  assert.equal(exercise.asked, null);
  assert.equal(exercise.done(2), "right");
  assert.ok(!exercise.isBlank(2));
  assert.ok(!exercise.isBlank(3));
  assert.ok(exercise.isBlank(1));
});

test("a line that is wrong stays blank, with what is typed and what is said", () => {
  exercise.turn();
  exercise.type(1, "5");
  exercise.answer(WORKED, 1);

  exercise.receive(judged(1, "wrong", false));

  assert.ok(exercise.isBlank(1));
  assert.equal(exercise.typed(1), "5");
  assert.equal(exercise.verdict.sentence, "wrong.");
});

test("of two answers the later one counts", () => {
  exercise.turn();
  exercise.answer(WORKED, 1);
  exercise.answer(WORKED, 2);

  exercise.receive(judged(1, "right", true));

  assert.ok(exercise.isBlank(1));
  assert.equal(exercise.asked.line, "y");
});

test("the next blank is the one beneath, and after the last the first that is left", () => {
  exercise.turn();

  assert.equal(exercise.after(SHOWN, null), 1);
  assert.equal(exercise.after(SHOWN, 1), 2);
  assert.equal(exercise.after(SHOWN, 2), 1);
  exercise.show(1);
  assert.equal(exercise.after(SHOWN, 1), 2);
  exercise.show(2);
  assert.equal(exercise.after(SHOWN, 2), null);
});

test("what was answered stays while the same update is worked, and another one is blank again", () => {
  exercise.turn();
  exercise.show(1);

  exercise.follow({ ...WORKED });
  assert.ok(!exercise.isBlank(1));
  exercise.follow({ ...WORKED, row: 0 });
  assert.ok(exercise.isBlank(1));
});

test("in another update every line that is shown is blank again, not the first ones alone", () => {
  exercise.follow(DEEPER);
  exercise.lines.all = true;
  exercise.turn();

  exercise.follow({ ...DEEPER, epoch: 5 });

  assert.deepEqual(DEEPER.lines.map((_, at) => exercise.isBlank(at)), [false, true, true, true, false]);
});

test("what comes to be shown after the switch is blank, one line or all, and what was answered stays", () => {
  exercise.follow(DEEPER);
  exercise.turn();
  exercise.show(2);
  assert.ok(!exercise.isBlank(1));

  exercise.lines.unfold(1, 2);
  exercise.blankShown();
  assert.deepEqual(DEEPER.lines.map((_, at) => exercise.isBlank(at)), [false, true, false, false, false]);
  const { version } = exercise;
  exercise.lines.all = true;
  exercise.blankShown();

  assert.deepEqual(DEEPER.lines.map((_, at) => exercise.isBlank(at)), [false, true, false, true, false]);
  assert.notEqual(exercise.version, version);
});

test("nothing that comes to be shown is blank without the switch", () => {
  exercise.follow(DEEPER);
  exercise.lines.all = true;
  exercise.blankShown();

  assert.ok(!exercise.isBlank(1));
});

test("a line that was blanked by itself is not blank in another update", () => {
  exercise.blank(1);

  exercise.follow({ ...WORKED, epoch: 5 });

  assert.ok(!exercise.isBlank(1));
});

test("an answer to an update that is left is not asked for any more", () => {
  exercise.turn();
  exercise.answer(WORKED, 1);

  exercise.follow({ ...WORKED, epoch: 5 });
  exercise.receive(judged(1, "right", true));

  assert.equal(exercise.asked, null);
  assert.ok(exercise.isBlank(1));
});
