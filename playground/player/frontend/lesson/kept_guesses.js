// What was guessed in lessons, as the tab remembers it: a reload loses none of it.
import { guessesFrom } from "./lesson_texts.mjs";
/** @import { SceneGuesses } from "./lesson_texts.mjs" */

const KEY = "neural-playground-lesson-guesses";

/** @returns {SceneGuesses} */
export function readGuesses() {
  try {
    return guessesFrom(sessionStorage.getItem(KEY));
  } catch {
    return {};
  }
}

/** @param {SceneGuesses} guesses */
export function keepGuesses(guesses) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(guesses));
  } catch {
    // A tab that keeps nothing asks again after a reload.
  }
}
