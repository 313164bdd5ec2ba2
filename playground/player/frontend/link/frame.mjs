// One message from Python: a header as JSON, then epochs and records as plain numbers.

/**
 * @typedef {object} Message
 * @property {any} header
 * @property {Uint32Array} epochs
 * @property {Float32Array} rows one record after the other, each header.width numbers long
 */

/**
 * Read what `playground.player.reply.frame` wrote.
 * @param {Uint8Array} bytes
 * @returns {Message}
 */
export function decode(bytes) {
  // A copy: the bytes arrive in the middle of a larger buffer, where numbers of four bytes may not begin.
  const { buffer } = bytes.slice();
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const epochs = new Uint32Array(buffer, 4 + length, header.count);
  const rows = new Float32Array(buffer, 4 + length + 4 * header.count, header.count * header.width);
  return { header, epochs, rows };
}
