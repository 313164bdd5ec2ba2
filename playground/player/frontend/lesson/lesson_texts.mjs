// What is said of a lesson that is open: where one is in it, and what became of a guess.
/** @import { TaughtScene } from "../shared/types" */

/** @typedef {Readonly<Record<string, string>>} SceneGuesses what somebody has guessed, by the keys of scenes */

/** What a scene is called where guesses are kept. @param {TaughtScene} scene */
export const keyOf = ({ name, scene }) => `${name} ${scene}`;

/** @param {TaughtScene} scene @returns {string} such as "2 of 6" */
export const placeText = ({ scene, scenes }) => `${scene} of ${scenes}`;

/**
 * The guess of a scene beside the truth, which the run has computed.
 * @param {NonNullable<TaughtScene["question"]>} question @param {string} guess
 * @returns {string} such as "You said row 2; the run says row 3."
 */
export function verdictText({ truth }, guess) {
  return guess === truth ? `You said ${guess}, and so it is.` : `You said ${guess}; the run says ${truth}.`;
}

/**
 * Guesses with another one, or without the one of a scene.
 * @param {SceneGuesses} guesses @param {TaughtScene} scene @param {string | null} guess
 * @returns {SceneGuesses}
 */
export function withSceneGuess(guesses, scene, guess) {
  const key = keyOf(scene);
  const others = Object.fromEntries(Object.entries(guesses).filter(([other]) => other !== key));
  return guess === null ? others : { ...others, [key]: guess };
}

/**
 * All that is read of a scene at the moment, as a screen reader hears it.
 * @param {TaughtScene} scene @param {string | null} guess
 */
export function spokenText(scene, guess) {
  const { question } = scene;
  const said = question && guess !== null ? [verdictText(question, guess), question.answer] : [scene.text, question?.text ?? ""];
  return [`Scene ${placeText(scene)}: ${scene.heading}.`, ...said].filter(Boolean).join(" ");
}

/**
 * The guesses that a browser has kept as a text; none where it is no such text.
 * @param {string | null} text
 * @returns {SceneGuesses}
 */
export function guessesFrom(text) {
  try {
    const given = JSON.parse(text ?? "{}");
    const entries = Object.entries(given ?? {}).filter(([, guess]) => typeof guess === "string");
    return Object.fromEntries(/** @type {[string, string][]} */ (entries));
  } catch {
    return {};
  }
}
