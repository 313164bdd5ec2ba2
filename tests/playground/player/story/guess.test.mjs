import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answersTo, answerTo, guessInWords, rightForGood, rowsInShort, sketchInWords, withGuess,
} from "../../../../playground/player/frontend/story/guess.mjs";
import { guessed } from "../../../../playground/player/frontend/story/sayings/guessed.mjs";
import { sceneOf } from "./scenes.mjs";

const RIGHT = [[0.1, 0], [0.9, 1], [0.9, 1], [0.1, 0]];
const ALL_RIGHT = { verdicts: ["right", "right", "right", "right"], epoch: 100, flips: [[2, [1]], [4, [2]]] };
const guess = (answer, asks = "row") => withGuess(null, 1, { asks, answer });
const told = (epoch, given) => guessInWords(sceneOf(RIGHT, { epoch, ending: ALL_RIGHT, ...given }));

test("each row of a small table can be ticked, and yes and no where that is asked", () => {
  assert.deepEqual(answersTo("row", [1, 2]).map(({ value, label, name }) => [value, label, name]), [[0, "1", "Guess row 1"], [1, "2", "Guess row 2"]]);
  assert.deepEqual(answersTo("whether", [1, 2]).map(({ label }) => label), ["Yes", "No"]);
  assert.deepEqual(answersTo(null, [1, 2]), []);
  assert.deepEqual(answersTo("row", Array.from({ length: 9 }, (_, row) => row)), []);
});

test("rows are told in few characters where all of them can be", () => {
  const short = (inputs, targets) => rowsInShort({ train: { inputs, targets } });
  assert.deepEqual(short([[0, 0, 1], [1, 1, 1]], [[0], [1]]), ["0 0 1→0", "1 1 1→1"]);
  assert.deepEqual(short([[-1, 1]], [[1]]), ["−1 1→1"]);
  assert.deepEqual(short([[0, 0, 1], [0.25, 1, 1]], [[0], [1]]), []);
  assert.deepEqual(short(Array.from({ length: 5 }, () => [0]), Array.from({ length: 5 }, () => [1])), []);
});

test("an answer counts for the question it was given to, of the same run", () => {
  const yes = guess(1, "whether");
  assert.equal(answerTo(yes, 1, "whether"), 1);
  assert.equal(answerTo(guess(0, "whether"), 1, "whether"), 0);
  // One edits a target, says yes, and clears the comparison: the same run asks for a row now.
  assert.equal(answerTo(yes, 1, "row"), null);
  assert.equal(answerTo(yes, 2, "whether"), null);
  assert.equal(answerTo(null, 1, "row"), null);
});

test("a row is right for good since its last flip, always, or never", () => {
  const ending = { verdicts: ["right", "wrong", "right", null], epoch: 100, flips: [[2, [0, 1]], [9, [0]]] };
  assert.deepEqual(rightForGood(ending), [9, Infinity, 0, Infinity]);
  assert.equal(rightForGood({ ...ending, flips: null }), null);
});

test("a guess stands alone until the last flip is on the screen, then the truth stands beside it", () => {
  assert.equal(told(0, { guess: guess(1) }), "Your guess: row 2. Press Train to see.");
  assert.equal(told(0, { guess: guess(1, "whether") }), "Your guess: yes. Press Train to see.");
  assert.equal(told(0, { guess: null }), null);
  assert.equal(told(3, { guess: guess(1) }), "Your guess: row 2.");
  assert.equal(told(4, { guess: guess(1) }), "You guessed row 2; it was row 3, wrong until epoch 4.");
  assert.equal(told(4, { guess: guess(2) }), "You guessed row 3, and so it was: wrong until epoch 4.");
  assert.equal(told(9, { guess: guess(1), ending: null }), "Your guess: row 2.");
});

test("rows that are the last together are told together", () => {
  const ending = { ...ALL_RIGHT, flips: [[4, [1, 2]]] };
  assert.equal(told(4, { guess: guess(1), ending }), "You guessed row 2; it was rows 2 and 3, wrong until epoch 4.");
});

test("rows that are never right are told at the end, and not before", () => {
  const ending = { ...ALL_RIGHT, verdicts: ["right", "wrong", "undecided", "right"], flips: [] };
  assert.equal(told(99, { guess: guess(1), ending }), "Your guess: row 2.");
  assert.equal(told(100, { guess: guess(0), ending }), "You guessed row 1; in the end rows 2 and 3 are not right.");
  const one = { ...ending, verdicts: ["right", "wrong", "right", "right"] };
  assert.equal(told(100, { guess: guess(1), ending: one }), "You guessed row 2, and it is never right for good.");
});

test("where no row was ever wrong that is said", () => {
  assert.equal(told(1, { guess: guess(1), ending: { ...ALL_RIGHT, flips: [] } }), "You guessed row 2; no row was ever wrong.");
});

test("yes and no are answered at the end by what the run shows", () => {
  const stuck = { ...ALL_RIGHT, verdicts: ["undecided", "undecided", "right", "right"] };
  assert.equal(told(99, { guess: guess(1, "whether") }), "Your guess: yes.");
  assert.equal(told(100, { guess: guess(1, "whether") }), "You guessed yes, and so it is: in the end all four rows are right.");
  assert.equal(told(100, { guess: guess(0, "whether") }), "You guessed no: in the end all four rows are right.");
  assert.equal(told(100, { guess: guess(0, "whether"), ending: stuck }), "You guessed no, and so it is: in the end 2 of 4 rows are right.");
});

test("a guess keeps its sketch, and what was guessed of another run counts no more", () => {
  const sketched = withGuess(guess(1), 1, { sketch: [0.5] });
  assert.deepEqual([sketched.answer, sketched.sketch], [1, [0.5]]);
  assert.deepEqual(withGuess(sketched, 2, { asks: "row", answer: 0 }), { run: 2, asks: "row", answer: 0, sketch: null });
});

const AXES = { measure: "loss", across: [0, 100], epochs: "linear", up: [0, 1], isLog: false };
const drawn = (axes = {}) => withGuess(guess(1), 1, { sketch: { heights: Array.from({ length: 121 }, () => 0.8), axes: { ...AXES, ...axes } } });
const compared = (epoch, given) => sketchInWords(sceneOf(RIGHT, { epoch, guess: drawn(), ending: ALL_RIGHT, ...given }))?.[0] ?? null;

test("a sketched loss and the loss that came stand together wherever the play-head rests", () => {
  assert.equal(compared(20, { loss: 0.05 }), "You guessed a loss of 0.2 at epoch 20; it is lower: 0.0500.");
  assert.equal(compared(20, { loss: 0.5 }), "You guessed a loss of 0.2 at epoch 20; it is higher: 0.5000.");
  assert.equal(compared(100, { loss: 0.21 }), "You guessed a loss of 0.2 at the end; it is nearly that: 0.2100.");
});

test("nothing is said of a sketch before anything is played, while it plays, or of another measure", () => {
  assert.equal(compared(0), null);
  assert.equal(compared(20, { isMoving: true }), null);
  assert.equal(compared(20, { guess: drawn({ measure: "accuracy" }) }), null);
  assert.equal(compared(20, { guess: guess(1) }), null);
});

test("a row that was guessed and a sketch are told together where there is room", () => {
  const scene = sceneOf(RIGHT, { epoch: 100, loss: 0.05, guess: drawn(), ending: ALL_RIGHT });
  const row = "You guessed row 2; it was row 3, wrong until epoch 4.";
  assert.deepEqual(guessed.say(scene), [
    `${row} You guessed a loss of 0.2 at the end; it is lower: 0.0500.`, `${row} You drew a loss of 0.2; it is 0.0500.`, row,
  ]);
});
