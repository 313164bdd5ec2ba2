// What somebody has guessed, and what it was.
import { guessInWords, sketchInWords } from "../guess.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const guessed = {
  kind: "guess",
  priority: 10,
  say(scene) {
    const [answer, curve] = [guessInWords(scene), sketchInWords(scene)];
    if (answer === null) return curve;
    return [...(curve ?? []).map((drawn) => `${answer} ${drawn}`), answer];
  },
};
