// Which weight is to be dragged by somebody who has never dragged one: one that does something.

/**
 * @param {{port: unknown, layer: number, from: number | null}[]} edges
 * @param {ArrayLike<number>} inputs of the chosen row: what is multiplied by 0 changes no output
 * @returns {number} the place of an edge whose number is shown; -1 if there is none
 */
export function edgeToTry(edges, inputs) {
  const does = edges.findIndex(({ port, layer, from }) => port && layer === 1 && from !== null && inputs[from] !== 0);
  return does >= 0 ? does : edges.findIndex(({ port }) => port);
}
