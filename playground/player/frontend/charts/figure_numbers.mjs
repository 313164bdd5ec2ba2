// The numbers of a figure, as Python packs them: text in base 64 becomes an array again.

/** @typedef {{dtype: string, bdata: string}} Packed */

/** @type {Record<string, {new(buffer: ArrayBuffer): ArrayLike<number>}>} */
const ARRAYS = { i1: Int8Array, i2: Int16Array, i4: Int32Array, f8: Float64Array };

/**
 * @param {ArrayLike<number> | Packed} numbers
 * @returns {number[]} an array, whatever of its kind; what is one already is returned as it is
 */
export function numbersOf(numbers) {
  if (!("bdata" in numbers)) return /** @type {number[]} */ (numbers);
  const bytes = Uint8Array.from(atob(numbers.bdata), (letter) => letter.charCodeAt(0));
  return /** @type {number[]} */ (/** @type {unknown} */ (new ARRAYS[numbers.dtype](bytes.buffer)));
}
