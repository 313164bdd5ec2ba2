import assert from "node:assert/strict";
import test from "node:test";
import { guessesFrom, keyOf, placeText, spokenText, typedGuess, verdictText, withSceneGuess } from "../../../playground/player/frontend/lesson/lesson_texts.mjs";

const question = { text: "Which row?", choices: ["row 2", "row 3"], truth: "row 3", answer: "Until epoch 3.", then: 4 };
const scene = { name: "bias", title: "Why a bias", scene: 2, scenes: 5, next_lesson: "", heading: "No line", text: "Four rows.", look_at: [], question };

test("a scene says where it stands in its lesson", () => {
  assert.equal(placeText(scene), "2 of 5");
});

test("a guess stands beside the truth", () => {
  assert.equal(verdictText(question, "row 2"), "You said row 2; the run says row 3.");
  assert.equal(verdictText(question, "row 3"), "You said row 3, and so it is.");
});

/** @param {string} truth */
const asked = (truth) => ({ ...question, choices: [], truth });

for (const [guess, truth] of [
  ["15000", "15,000"], ["15 000", "15,000"], ["15,000", "15,000"], ["1,234,567", "1,234,567"], ["0,25", "0.25"], [".25", "0.25"],
  ["-1", "−1"], ["−1.0", "−1"], ["+4", "4"], ["0.41", "0.4100"], ["0.41004", "0.4100"], ["-2.5", "−2.500"], ["12345.7", "12,345.7"],
  ["4.56e-9", "4.56\u00a0·\u00a010⁻⁹"], ["-1e12", "−10¹²"], ["1 − 10⁻¹²", "1 − 10⁻¹²"],
]) {
  test(`the number ${guess} is right where the run says ${truth}`, () => {
    assert.equal(verdictText(asked(truth), guess), `You said ${guess}, and so it is.`);
  });
}

for (const [guess, truth] of [
  ["14999", "15,000"], ["15", "15,000"], ["0.3", "0.4100"], ["0.74", "0.7333"], ["0.4101", "0.4100"], ["1", "−1"], ["3.4", "3"], ["0", "4.56\u00a0·\u00a010⁻⁹"],
  ["1", "1\u00a0−\u00a010⁻¹²"], ["0", "not finite"],
]) {
  test(`the number ${guess} is another one where the run says ${truth}`, () => {
    assert.equal(verdictText(asked(truth), guess), `You said ${guess}; the run says ${truth}.`);
  });
}

for (const [guess, truth] of [["0.4", "0.4100"], ["0,73", "0.7333"], ["-2.5", "−2.512"], ["15.000", "15.0004"]]) {
  test(`the number ${guess} is right as far as it goes where the run says ${truth}`, () => {
    assert.equal(verdictText(asked(truth), guess), `You said ${guess}, right as far as it goes; the run says ${truth}.`);
  });
}

for (const [typed, truth, guess] of [
  ["15,000", "9", "15,000"], ["15.000", "12,345", "15,000"], ["15 000", "15,000", "15,000"], [" 4 ", "4", "4"], ["−1,500", "−1", "−1,500"],
  ["1,5", "4", "1,5"], ["0.125", "4", "0.125"], ["15.000", "0.4100", "15.000"],
]) {
  test(`${typed} is read as ${guess} where the run says ${truth}`, () => {
    assert.deepEqual(typedGuess(asked(truth), typed), { guess });
  });
}

for (const [typed, truth, refusal] of [
  ["15,000", "0.4100", '"15,000" can mean 15000 or 15.0. Write 15000 or 15.0.'], ["", "4", "Type a number first."],
  ["four", "4", 'A guess must be a number. Got "four".'],
]) {
  test(`"${typed}" is refused where the run says ${truth}`, () => {
    assert.deepEqual(typedGuess(asked(truth), typed), { refusal });
  });
}

test("a choice is no number", () => {
  assert.equal(verdictText({ ...question, choices: ["3", "3.0"], truth: "3" }, "3.0"), "You said 3.0; the run says 3.");
});

test("a guess is kept by its scene, and taken back without the others", () => {
  const other = { ...scene, scene: 3 };
  const guesses = withSceneGuess(withSceneGuess({}, scene, "row 2"), other, "row 3");

  assert.deepEqual(guesses, { [keyOf(scene)]: "row 2", [keyOf(other)]: "row 3" });
  assert.deepEqual(withSceneGuess(guesses, scene, null), { [keyOf(other)]: "row 3" });
});

test("who listens hears the question before the answer, and then the answer in its place", () => {
  assert.equal(spokenText(scene, null), "Scene 2 of 5: No line. Four rows. Which row?");
  assert.equal(spokenText(scene, "row 2"), "Scene 2 of 5: No line. You said row 2; the run says row 3. Until epoch 3.");
  assert.equal(spokenText({ ...scene, question: null }, null), "Scene 2 of 5: No line. Four rows.");
});

test("what a browser kept is read, and whatever else stands there is passed over", () => {
  assert.deepEqual(guessesFrom('{"bias 2":"row 2","bias 3":7}'), { "bias 2": "row 2" });
  for (const text of [null, "", "row 2", "null", "[1]"]) assert.deepEqual(guessesFrom(text), {});
});
