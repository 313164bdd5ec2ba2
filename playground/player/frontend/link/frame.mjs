// One message from Python: a header as JSON, then the records of each run, packed.
import { unpack } from "./packed_records.mjs";

/**
 * @typedef {object} RunPart what a message says of one run; see playground/player/protocol/reply.py
 * @property {number} run its number
 * @property {number} called the number of what its rows are called; its description may come later
 * @property {number} from the place of the first record in the run
 * @property {number} width how many numbers a record has
 * @property {number} recorded how many records Python has
 * @property {number} trained the newest epoch Python has
 * @property {boolean} finished
 * @property {number} end where it ends, as far as is known
 * @property {string[]} early_end why it ended earlier than planned
 * @property {number[]} changed_at the epochs at which it was changed on the way; its description may come later
 * @property {number} threshold at which its flips were found
 * @property {number} known_flips the place of the first flip
 * @property {Array<[number, number[]]>} flips
 * @property {number} flip_count how many flips Python has found
 * @property {import("../shared/types.js").ToldDescription} [description]
 * @property {{epoch: number, loss: number, parameters: number[]}} [exact]
 * @property {Uint32Array} epochs
 * @property {Float32Array} rows one record after the other, each `width` numbers long
 *
 * @typedef {object} Message
 * @property {import("../shared/types.js").Header} header what the page says besides
 * @property {RunPart[]} runs the one on the screen, then the one before
 */

/**
 * Read what `playground.player.protocol.frame` wrote.
 * @param {Uint8Array} bytes
 * @returns {Message}
 */
export function decode(bytes) {
  // A copy: the bytes arrive in the middle of a larger buffer, where numbers of four bytes may not begin.
  const { buffer } = bytes.slice();
  const length = new DataView(buffer).getUint32(0, true);
  const { runs: parts = [], ...header } = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  let place = 4 + length;
  const runs = parts.map((/** @type {any} */ { count, ...part }) => {
    const epochs = unpack(buffer, place, count, 1);
    const rows = unpack(buffer, epochs.end, count, part.width);
    place = rows.end;
    return { ...part, epochs: epochs.table, rows: new Float32Array(rows.table.buffer) };
  });
  return { header, runs };
}
