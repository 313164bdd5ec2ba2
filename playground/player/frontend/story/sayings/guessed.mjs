// What somebody has guessed, and what it was.
import { guessInWords } from "../guess.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const guessed = {
  kind: "guess",
  priority: 10,
  say(scene) {
    const told = guessInWords(scene);
    return told === null ? null : [told];
  },
};
