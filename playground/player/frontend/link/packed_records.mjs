// Records out of fewer bytes, bit by bit as they were; the twin of playground/player/protocol/packed_records.py.

const BLOCK = 32;
const WHOLE = 2;

/**
 * @param {ArrayBuffer} buffer
 * @param {number} place the byte at which they begin, a multiple of four
 * @param {number} count how many records
 * @param {number} columns how many 32-bit numbers each of them has
 * @returns {{table: Uint32Array, end: number}} one record after the other, and the byte behind the last one
 */
export function unpack(buffer, place, count, columns) {
  const table = new Uint32Array(count * columns);
  const whole = Math.min(WHOLE, count) * columns;
  table.set(new Uint32Array(buffer, place, whole));
  const widthsAt = place + 4 * whole;
  const blocks = Math.ceil(Math.max(0, count - WHOLE) / BLOCK);
  const widths = new Uint8Array(buffer, widthsAt, blocks * columns);
  let end = widthsAt + 4 * Math.ceil(widths.length / 4);
  for (let block = 0; block < blocks; block += 1) {
    const first = WHOLE + block * BLOCK;
    const held = Math.min(BLOCK, count - first);
    for (let column = 0; column < columns; column += 1) {
      const width = widths[block * columns + column];
      const words = new Uint32Array(buffer, end, Math.ceil((held * width) / 32));
      end += words.byteLength;
      unpackColumn(table, first * columns + column, columns, held, words, width);
    }
  }
  return { table, end };
}

/**
 * Fill one column of one block: each number is told by its second difference, written zigzag in `width` bits.
 * @param {Uint32Array} table @param {number} at the place of the first number @param {number} step to the next one
 * @param {number} held how many @param {Uint32Array} words @param {number} width
 */
function unpackColumn(table, at, step, held, words, width) {
  let value = table[at - step] | 0;
  let difference = (value - table[at - 2 * step]) | 0;
  for (let number = 0; number < held; number += 1) {
    const zigzag = width ? bitsAt(words, number * width, width) : 0;
    difference = (difference + ((zigzag >>> 1) ^ -(zigzag & 1))) | 0;
    value = (value + difference) | 0;
    table[at + number * step] = value;
  }
}

/** @param {Uint32Array} words @param {number} bit @param {number} width from 1 to 32 */
function bitsAt(words, bit, width) {
  const word = bit >>> 5;
  const shift = bit & 31;
  let bits = words[word] >>> shift;
  if (shift + width > 32) bits |= words[word + 1] << (32 - shift);
  return width === 32 ? bits : bits & ((1 << width) - 1);
}
