/** Where an arrow key leads in the drawing: all neurons are one stop of the Tab key, and all edges another. */

/**
 * The neuron that a key leads to: up and down in its layer, left and right to the nearest one of the next layer.
 * @param {{layer: number, x: number, y: number}[]} nodes @param {number} current its place in `nodes`
 * @param {string} key as in KeyboardEvent.key
 * @returns {number | null} a place in `nodes`, or null if the key leads nowhere
 */
export function nextNode(nodes, current, key) {
  const here = nodes[current];
  if (key === "ArrowUp" || key === "ArrowDown") {
    const next = current + (key === "ArrowUp" ? -1 : 1);
    return nodes[next]?.layer === here.layer ? next : null;
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const layer = here.layer + (key === "ArrowLeft" ? -1 : 1);
  /** @type {number | null} */
  let nearest = null;
  for (const [i, node] of nodes.entries()) {
    if (node.layer !== layer) continue;
    if (nearest === null || Math.abs(node.y - here.y) < Math.abs(nodes[nearest].y - here.y)) nearest = i;
  }
  return nearest;
}

/**
 * The edge that a key leads to, in the order of the parameters.
 * @param {number} count @param {number} current @param {string} key
 * @returns {number | null}
 */
export function nextEdge(count, current, key) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : key === "ArrowUp" || key === "ArrowLeft" ? -1 : 0;
  const next = current + step;
  return step === 0 || next < 0 || next >= count ? null : next;
}
