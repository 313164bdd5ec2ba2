// How high a line stands at a place between its points.

/**
 * How far down a line is at a position, on the straight stroke that is drawn between two of its points.
 * @param {ArrayLike<number>} x ascending @param {ArrayLike<number>} y @param {number} position
 * @param {(value: number) => number} down pixels of a value
 */
export function heightAt(x, y, position, down) {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= position) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return down(y[0]);
  const left = down(y[low - 1]);
  if (low === x.length) return left;
  const share = (position - x[low - 1]) / (x[low] - x[low - 1]);
  return left + share * (down(y[low]) - left);
}
