// A run as Python describes it: its table, its network, what was changed on the way. Python's side of it:
// playground/player/protocol/description.py.

/** A pair of numbers: the ends of a range, or a place measured from the left and from the top. */
export type Pair = [number, number];

/** A row of numbers, whatever keeps them. */
export type Numbers = ArrayLike<number>;

/** A neuron by its place; layer 0 are the inputs. */
export interface Neuron {
  layer: number;
  index: number;
}

/** A scaled number is (raw − offset) / scale; one of each a column. */
export interface Scaling {
  offset: number[];
  scale: number[];
}

/** The training or the test rows, row by row. */
export interface Table {
  /** raw */
  inputs: number[][];
  /** as the network sees them */
  scaled: number[][];
  targets: number[][];
  /** what the rows are called */
  row_numbers: number[];
  /** which of them are validation rows; of test rows only, and only where there are some */
  validation?: number[];
}

/** What one parameter is called; see playground/text/parameter_names.py. */
export interface ParameterName {
  name: string;
  label: string;
  layer: string;
  is_bias: boolean;
}

/** The row that is asked about. */
export interface Situation {
  /** raw */
  inputs: number[];
  scaled: number[];
}

/** What was done to a run on the way; see playground/player/protocol/change_log.py. */
export interface Change {
  epoch: number;
  what: string;
  text: string;
  /** the parameter it concerns, if one */
  index?: number;
  value?: number;
  frozen?: boolean;
  /** the neuron it concerns, if one */
  neuron?: Neuron;
}

/**
 * A formula as Python has read it: a number, an input of the table by its place, or an operation on expressions by its name in
 * nncore/formulas/operations.py.
 */
export type Expression = number | ["input", number] | [string, ...Expression[]];

/** Where a network's parameters lie: all that is needed to compute with them. */
export interface Shape {
  readonly layer_sizes: number[];
  /** one a layer of neurons */
  readonly activations: string[];
  readonly bias: boolean;
}

/** What Python says of a run before its first record, and what does not change any more; see playground/player/protocol/description.py. */
export interface Description extends Shape {
  readonly epochs: number;
  /** which function of the outputs is made small, and how the rows are put together: another one gives numbers of another kind */
  readonly loss: string;
  /** of all that enter the network: the table's own inputs, and behind them the derived ones */
  readonly input_names: string[];
  /** what the derived ones are; left out where there are none */
  readonly derived?: readonly Expression[];
  readonly target_names: string[];
  /** in the order of the flat vector */
  readonly parameters: ParameterName[];
  readonly neuron_names: string[][];
  readonly layer_names: string[];
  readonly train: Table;
  readonly test: Table | null;
  readonly input_scaling: Scaling;
  readonly target_scaling: Scaling;
  /** null where the targets are numbers of another kind */
  readonly classes: import("../model/classes.mjs").Classes | null;
  /** Whether a plane tells the classes apart, where a single neuron is to find one; null elsewhere, or where nobody knows. */
  readonly separable: boolean | null;
  /** why right and wrong are not shown; empty where they are */
  readonly not_judged: { train: string; test: string };
  /** name and label */
  /** name, title and explanation of each */
  readonly measures: [string, string, string][];
  /** what is unwise in its settings, in sentences */
  readonly warnings: string[];
  readonly changes: Change[];
  /** what the link says that begins it again without its changes; empty without any */
  readonly start_over: string;
}

/** A run and the new situation that is asked about: all that has a place in the decision picture. */
export interface Pictured extends Description {
  readonly situation: Situation | null;
}

/** A description as it is sent: the names of neurons and parameters are left out where those of another run are the same. */
export type ToldDescription = Omit<Description, DescribedNames> &
  Partial<Pick<Description, DescribedNames>> & {
    /** the number of that run */
    names_of?: number;
  };

type DescribedNames = "parameters" | "neuron_names" | "layer_names";
