// What the picture shows, in words: for whoever has it read aloud.
import { SHOWN_ROWS } from "../model/shown_rows.mjs";
import { epochText } from "../shared/wording.mjs";
import { capital } from "../story/counted_words.mjs";

/**
 * @param {number} epoch @param {number | null} right how many rows are on the right side, if that can be said
 * @param {number} rows that are shown @param {string} sentence what is to be said of the line
 */
export function inWords(epoch, right, rows, sentence) {
  const answered = right === null ? "" : ` ${right} of ${rows === SHOWN_ROWS ? "the first " : ""}${rows} rows are on the right side.`;
  return `epoch ${epochText(epoch)}.${answered}${sentence && ` ${capital(sentence)}.`}`;
}
