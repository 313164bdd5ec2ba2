// Descriptions that leave out the names of neurons and parameters, because another run on the page has the same.
/** @import { Description, ToldDescription } from "../shared/types" */

/**
 * @param {ToldDescription} told
 * @param {(run: number) => Readonly<ToldDescription> | null | undefined} descriptionOf what is known of another run
 * @returns {Description | null} null if nobody has the names: then the run is asked for once more
 */
export function withNames({ names_of: run, ...told }, descriptionOf) {
  if (run === undefined) return /** @type {Description} */ (told);
  const { parameters, neuron_names: neuronNames, layer_names: layerNames } = descriptionOf(run) ?? {};
  if (!parameters || !neuronNames || !layerNames) return null;
  return { ...told, parameters, neuron_names: neuronNames, layer_names: layerNames };
}
