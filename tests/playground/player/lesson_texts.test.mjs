import assert from "node:assert/strict";
import test from "node:test";
import { guessesFrom, keyOf, placeText, spokenText, verdictText, withSceneGuess } from "../../../playground/player/frontend/lesson/lesson_texts.mjs";

const question = { text: "Which row?", choices: ["row 2", "row 3"], truth: "row 3", answer: "Until epoch 3.", then: 4 };
const scene = { name: "bias", title: "Why a bias", scene: 2, scenes: 5, next_lesson: "", heading: "No line", text: "Four rows.", look_at: [], question };

test("a scene says where it stands in its lesson", () => {
  assert.equal(placeText(scene), "2 of 5");
});

test("a guess stands beside the truth", () => {
  assert.equal(verdictText(question, "row 2"), "You said row 2; the run says row 3.");
  assert.equal(verdictText(question, "row 3"), "You said row 3, and so it is.");
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
