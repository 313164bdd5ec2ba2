// What Python sends and what the views share, as tsc checks it. Python's side of it: playground/player/protocol/.

/** A pair of numbers: the ends of a range, or a place measured from the left and from the top. */
export type Pair = [number, number];

/** A row of numbers, whatever keeps them. */
export type Numbers = ArrayLike<number>;

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

/** What the charts are asked to show. */
export interface ChartChoices {
  measure: string;
  value_scale: string;
  epoch_scale: string;
}

/** A Plotly figure as Python makes it, for a light page. */
export interface Figure {
  data: FigureLine[];
  layout: FigureLayout;
}

export interface FigureLine {
  name: string;
  x: number[];
  y: number[];
  line: { color: string };
  /** its short name; of a weight also its place in the flat vector, and the layers it stands between */
  meta: { label: string; parameter?: number; group?: string };
  hovertext?: string[];
  hovertemplate?: string;
  hoverinfo?: string;
}

export interface FigureAxis {
  range: Pair;
  [setting: string]: unknown;
}

export interface FigureLayout {
  xaxis: FigureAxis;
  yaxis: FigureAxis;
  /** a sentence that belongs to what is drawn, or nothing; whether the lines are too many to be told apart */
  meta: { note: string; is_crowd: boolean };
  margin: { l: number; r: number; t: number; b: number };
  font: { size: number };
  hoverlabel: { font: { size: number } };
  height?: number;
  autosize?: boolean;
  uirevision?: unknown;
}

/** Both charts of a run, and what they were made of. */
export interface Charts {
  /** the run on the screen, and the one before */
  run: number;
  before: number | null;
  trained: number;
  choices: ChartChoices;
  threshold: number;
  loss: Figure;
  weights: Figure;
}

/** The colours of one theme, as CSS writes them; see playground/figures/style.py. */
export interface Colours {
  ink: string;
  soft_ink: string;
  muted: string;
  grid: string;
  ghost: string;
  surface: string;
  positive: string;
  negative: string;
  background: string;
}

/** What the player is drawn with; see playground/player/assets.py. */
export interface Assets {
  palettes: Record<"light" | "dark", Omit<Colours, "background">>;
  dark_for_light: Record<string, string>;
  plotly_config: object;
  /** below the app's root */
  plotly_js: string;
  /** the sentence of each term, in the order of the alphabet */
  glossary: Record<string, string>;
}

export interface Theme {
  dark: boolean;
  colours: Colours;
  /** another one whenever the colours are others */
  signature: string;
}

/** An epoch, and the training rows that change class there. */
export type Flip = [epoch: number, rows: number[]];

/** The parameters of one epoch in full precision. */
export interface Exact {
  epoch: number;
  loss: number;
  parameters: number[];
}

/** Which of the rows of the run before each row was; null for a table that was another one. */
export interface RowsBefore {
  train: (number | null)[] | null;
  test: (number | null)[] | null;
}

/** What every answer of Python says of the page, besides its runs; see playground/player/protocol/reply.py. */
export interface Header {
  reply: number;
  /** the number of the request */
  answers: number;
  /** the number of the run on the screen, and of the one before */
  run: number;
  before: number | null;
  opened: number;
  opens_at: { epoch: number | null; row: number; neuron: Neuron | null; worked: number | null; surface: Pair | null; panel: "gradient" | "truth" | null; shows_code: boolean; hides_future: boolean | null };
  epoch_scale: import("../timeline/epoch_scale.mjs").EpochScale;
  choices: ChartChoices;
  threshold: number;
  situation: Situation | null;
  stale: string;
  /** whether the table that has to be mended is another one than the run's, so that its answers belong to no row of it */
  is_another_table: boolean;
  chart_note: string;
  /** whether the training table is that of what was opened */
  is_own_table: boolean;
  commands_done: number;
  can_undo: boolean;
  can_redo: boolean;
  /** what the two would take back and do again, in words */
  undo_what: string;
  redo_what: string;
  where_is_play_head: number | null;
  what_changed: string;
  went_to: { epoch: number | null; is_back: boolean } | null;
  /** the epoch that was the last, where the run was changed there and goes on; null where it does not */
  goes_on_from: number | null;
  page_is_old: boolean;
  player_seen: boolean;
  /**
   * its number; the link to all that is open, empty where none is needed or can be had; whether it is too long for the
   * address, so that the browser keeps it; whether another browser can open it; the number of the table that is kept beside
   * it, 0 if it has that itself; null if it has come before
   */
  link: [number, string, boolean, boolean, number] | null;
  /** that table by its number, if it was asked for */
  kept_table?: [number, string];
  /** the name of what the browser has kept and is to bring; empty if there is nothing */
  asks_for: string;
  /** why something else is open than was asked for; empty if it is not */
  notice: string;
  /** the same where the browser keeps no link that is too long for the address */
  notice_if_unkept: string;
  /** whether inputs are shown as the network sees them */
  shows_scaled: boolean;
  /** whether a lesson is open and nothing was changed on the way but what its scene has changed */
  begins_as_taught: boolean;
  /** the update that was asked for, unless it would have to be trained first */
  worked?: WorkedUpdate | null;
  /** those beside it, which nobody sees yet */
  worked_ahead?: readonly WorkedUpdate[];
  /** what is said of an answer, unless its update would have to be trained first */
  judged?: Verdict | null;
  /** if they were asked for */
  code?: ScreenCode;
  /** the picture of the loss that was asked for, on the same condition */
  surface?: LossPicture | null;
  /** and the check of the gradient */
  gradient?: GradientCheck | null;
  /** if it was asked for and the run has ended */
  why?: Why;
  /** the scene of a lesson that is open, or none; left out if it is known of what is open */
  lesson?: TaughtScene | null;
  assets?: Assets;
  rows_before?: RowsBefore;
  charts?: Charts;
}

/** A part of the page that a scene has marked; see playground/lessons/marked_part.py. */
export type MarkedPart =
  | { part: "row" | "test row"; row: number }
  | { part: "weight"; parameter: number }
  | { part: "neuron"; layer: number; index: number }
  | { part: "setting"; label: string }
  | { part: "network" | "output" | "loss chart" | "weights chart" | "training table" | "test table" | "new situation" | "time" | "sentence" | "worked example" };

/** A scene of a lesson; see playground/lessons/told_scene.py. */
export interface TaughtScene {
  readonly name: string;
  readonly title: string;
  /** the first being 1 */
  readonly scene: number;
  readonly scenes: number;
  /** the title of the lesson that follows; empty after the last */
  readonly next_lesson: string;
  readonly heading: string;
  readonly text: string;
  readonly look_at: readonly MarkedPart[];
  readonly question: {
    readonly text: string;
    /** none where a number is guessed */
    readonly choices: readonly string[];
    readonly truth: string;
    readonly answer: string;
    /** whether it asks for the sum that is written out under the network */
    readonly asks_sum: boolean;
    /** the epoch that is shown once it is answered, or the parameter whose update is worked */
    readonly then: number | "play" | { readonly worked: number } | null;
  } | null;
}

/** What a request says of a run that is known; see playground/player/protocol/request.py. */
export interface KnownRun {
  run: number;
  /** how many have come */
  records: number;
  flips: number;
  /** an epoch whose parameters are wanted exactly */
  exact?: number;
}

/** One line of a worked update; see playground/player/protocol/worked_update.py. */
export interface WorkedLine {
  name: string;
  /** a shorter name for it where it stands among the others */
  label: string;
  /** of lines by their numbers; null for a number that is given, or for a formula of too many numbers to be read */
  expression: Expression | null;
  /** the lines whose numbers are in it */
  terms: number[];
  value: number;
  note: string;
  /** which step of the calculation it is; see `LineKind` in nncore/explanation/line.py */
  kind: string;
  /** what the number belongs to */
  place: WorkedPlace;
  /** what the line of code computes that computes it, see `CodeLine`; empty if there is none */
  code: string;
}

/** A line of the code that trains a run; see nncore/python_export/code_line.py. */
export interface CodeLine {
  readonly text: string;
  /** that of the array it computes; may be empty */
  readonly shape: string;
  /** what a worked line calls it that is computed by it; may be empty */
  readonly computes: string;
}

/** The code that trains a run; see playground/player/protocol/told_code.py. */
export interface ScreenCode {
  readonly run: number;
  /** whether the run had ended by then */
  readonly is_finished: boolean;
  readonly lines: readonly CodeLine[];
  /** what decides the run and does not stand in them; may be empty */
  readonly note: string;
}

/** What a number belongs to; see nncore/explanation/line.py. */
export interface WorkedPlace {
  kind: string;
  row: number | null;
  layer: number | null;
  unit: number | null;
  parameter: number | null;
}

/** Why a finished run failed, and what helps; see playground/player/protocol/told_why.py. */
export interface Why {
  readonly run: number;
  /** the most important first; it is one of them at most that is tried to be mended */
  readonly findings: readonly { kind: string; sentence: string; is_failure: boolean; is_mended: boolean }[];
  /** what is tried, in words */
  readonly tried: readonly string[];
  /** from 0 to 1 */
  readonly progress: number;
  /** what was tried and helps, the best first; none before all of it is tried */
  readonly offers: readonly { words: string; sentence: string }[];
}

/** Which update is to be worked: of which weight, for which row, and which epoch it leads away from. */
export interface WantedUpdate {
  epoch: number;
  row: number;
  parameter: number;
  /** with how many it is worked on paper, too; left out where it is not */
  digits?: number;
  /** in place of the row the one that has most to say, where nobody has chosen one: that pulls the weight most where it goes */
  telling?: boolean;
}

/** One update of one weight, worked as on paper. */
export interface WorkedUpdate extends WantedUpdate {
  readonly run: number;
  readonly batch: number;
  readonly batches: number;
  /** as somebody works it who rounds every number: those of the lines, and which of them that has led astray */
  readonly paper: { readonly digits: number; readonly values: readonly number[]; readonly astray: readonly number[] } | null;
  /** of each update of the epoch, the first row of the table that it learns from */
  readonly first_rows: readonly number[];
  /** which way the weight goes, and what the row has to do with it */
  readonly why: string;
  /** by which convention the loss is counted */
  readonly convention: string;
  /** with how many digits the old and the new weight are written where other numbers have 3 or 6, so that the step is seen */
  readonly step_digits: { readonly "3": number; readonly "6": number };
  readonly lines: readonly WorkedLine[];
  /** all lines in their order: the headings of their parts, and the lines of each */
  readonly sections: readonly (readonly [string, readonly number[]])[];
  /** the lines that are read first, in their order */
  readonly first_shown: readonly number[];
}

/** What somebody has worked out for a line of an update; see playground/player/protocol/answered_line.py. */
export interface Answer {
  readonly number: number;
  readonly update: WantedUpdate & { batch: number };
  /** its name */
  readonly line: string;
  readonly text: string;
}

/** What is said of an answer, by its number. */
export interface Verdict {
  readonly number: number;
  readonly kind: "right" | "rounding" | "wrong" | "unread";
  readonly sentence: string;
  /** whether the line is worked: nothing is missing but digits */
  readonly is_done: boolean;
}

/** Over which two parameters the loss is to be shown, and at which epoch the others are held. */
export interface WantedSurface {
  epoch: number;
  /** their places in the flat vector */
  parameters: Pair;
}

/** Of every parameter the derivative beside a measured one; see playground/player/protocol/told_gradient_check.py. */
export interface GradientCheck {
  readonly run: number;
  readonly epoch: number;
  /** empty, as the others are, where table and network are too large; null where a number is not finite */
  readonly analytic: readonly (number | null)[];
  readonly numeric: readonly (number | null)[];
  readonly relative_error: readonly (number | null)[];
  readonly too_small: readonly boolean[];
  readonly note: string;
}

/** The loss over two parameters; see playground/figures/loss_picture.py. */
export interface LossPicture extends WantedSurface {
  readonly run: number;
  /** how far the run was trained */
  readonly trained: number;
  /** the axes */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** a row for each place of the second axis; null where the loss is too large */
  readonly losses: readonly (readonly (number | null)[])[];
  readonly point: Readonly<Pair>;
  readonly loss: number | null;
  readonly played: readonly Readonly<Pair>[];
  readonly ahead: readonly Readonly<Pair>[];
  readonly arrow: Readonly<Pair> | null;
  readonly minimum: Readonly<Pair> | null;
  /** where, and which way along each axis */
  readonly keeps_falling: readonly [number, number, number, number] | null;
  readonly note: string;
}

/** A neuron by its place; layer 0 are the inputs. */
export interface Neuron {
  layer: number;
  index: number;
}

/** What each panel that may lie over the charts is of: a neuron, the parameter whose update is worked, two over which the loss is. */
export interface PanelSubjects {
  curve: Neuron;
  worked: number;
  surface: Pair;
  truth: true;
  gradient: true;
  why: true;
}

/** What lies over the charts. */
export type OverCharts = {
  [Name in keyof PanelSubjects]: { readonly name: Name; readonly of: PanelSubjects[Name] };
}[keyof PanelSubjects];

/** A panel that may lie over the charts. */
export type PanelOverCharts = {
  [Name in keyof PanelSubjects]: {
    readonly name: Name;
    readonly title: string;
    /** what a viewpoint calls what it is of; left out where that is not kept */
    readonly toldAs?: keyof Header["opens_at"];
    /** whether a viewpoint tells its name, as it is of nothing in particular */
    readonly isToldByName?: boolean;
    /** whether a run has what it is of; left out where every one has */
    has?(run: Pick<Description, "train" | "layer_sizes" | "parameters">, of: PanelSubjects[Name]): boolean;
    /** whether there is anything to show in it; left out where there always is */
    isShown?(store: import("../model/store.mjs").Store): boolean;
    /** whether it reaches down to the end of the window, and on a phone stands under the network */
    readonly isTall?: boolean;
    /** whether the page is scrolled to it where it is laid there */
    readonly comesIntoSight?: boolean;
  };
}[keyof PanelSubjects];

/** What is chosen: a training row, what lies over the charts, and what is pointed at. */
export interface Chosen {
  readonly row: number;
  readonly panel: OverCharts | null;
  readonly parameter: number | null;
  /** a neuron, or an input, under the pointer or the keyboard */
  readonly pointed: Neuron | null;
  /** a training row that a number belongs to which is pointed at */
  readonly pointedRow: number | null;
  /** what a line of code computes that is pointed at, or the line of code of a number that is; empty if there is none */
  readonly pointedCode: string;
}

/** All that is lit where a number or a line of code is pointed at. */
export type PointedPlace = Pick<Chosen, "parameter" | "pointed" | "pointedRow" | "pointedCode">;

/** A parameter with another value than the run has at an epoch, until Python has done the command of that number. */
export interface TriedParameter {
  readonly epoch: number;
  readonly index: number;
  readonly value: number;
  readonly number: number;
}

/** Some inputs of the new situation with other values than Python knows, until it has done the command of that number. */
export interface AskedSituation {
  readonly inputs: Cells;
  readonly number: number;
}

/**
 * A part of the screen: a function of the store. It remembers what it has drawn, to leave alone what is still the same;
 * what is chosen, the colours and the moment it looks up in the store each time.
 */
export interface View {
  /** Show what does not depend on the epoch: the run on the screen, what is chosen, colours. Cheap if all is the same. */
  arrange(run: Description): void;
  /** Show what stands at the play-head. */
  draw(moment: import("../model/moment.mjs").Moment): void;
  remove(): void;
}

/** Numbers by the place of their column. */
export type Cells = Record<number, number>;

/** What was pasted into a grid, see playground/player/protocol/command.py. */
export interface PastedCells {
  table: string;
  rows: number;
  /** null if the selected cell is out of sight; its column's name is empty then */
  row: number | null;
  column: string;
  text: string;
}

/** What views may ask for. */
export interface Actions {
  train(): void;
  reset(): void;
  play(): void;
  step(): void;
  back(): void;
  nextFlip(): void;
  previousFlip(): void;
  seek(epoch: number): void;
  epochAtShare(share: number): number;
  setSpeed(speed: import("../timeline/timeline.mjs").Speed): void;
  hideFuture(): void;
  guess(asks: import("../story/question.mjs").Asked | null, answer: number): void;
  sketch(sketch: import("../story/sketch.mjs").Drawn | null): void;
  /** big type for a class, or back */
  toggleProjector(): void;
  /** the list of keys, or what the signs mean */
  showKeys(): void;
  showSigns(): void;
  choose(choices: ChartChoices): void;
  forget(): void;
  setThreshold(threshold: number, gesture: number): void;
  selectRow(row: number): void;
  /** a panel lies over the charts, in place of what lay there; or nothing any more */
  layOverCharts(panel: OverCharts | null): void;
  clearCharts(): void;
  /** every derivative is checked, or is not any more */
  toggleGradientCheck(): void;
  /** the loss over two weights is shown, or is not any more */
  toggleSurface(): void;
  /** the update of the first parameter is worked, or none any more */
  toggleWorked(): void;
  /** have the settings of an offer, by its words */
  takeOffer(words: string): void;
  /** a parameter, or nothing, is pointed at */
  point(parameter: number | null): void;
  /** a neuron or an input, or nothing, is pointed at */
  pointAtNeuron(pointed: Neuron | null): void;
  /** all that a number belongs to which is pointed at */
  pointAtPlace(place: PointedPlace): void;
  /** the worked update is worked on paper, too, with so many digits; or no longer */
  workOnPaper(digits: number | null): void;
  /** the code that trains the run lies over the output, or no longer */
  toggleCode(): void;
  /** what was laid over something last goes */
  uncover(): void;
  /** something is drawn otherwise though nothing in the store is another one: a box has another size */
  redraw(): void;

  /** another number for another drag or number typed */
  newGesture(): number;
  /** something is taken hold of: the play-head waits */
  grab(): void;
  release(): void;
  tryParameter(parameter: number, value: number): void;
  setParameter(parameter: number, value: number, gesture: number): void;
  /** several at once, by their places */
  setParameters(values: Cells): void;
  takeBackParameter(parameter: number, value: number, gesture: number): void;
  freeze(parameter: number, frozen: boolean): void;
  /** a neuron or an input counts as 0 from here on, or is put back */
  switchNeuron(neuron: Neuron, off: boolean): void;
  moveRow(row: number, inputs: Cells, targets: Cells, dropped: boolean, gesture: number): void;
  addRow(inputs: Cells, targets: Cells): void;
  removeRow(row: number): void;
  trySituation(inputs: Cells): void;
  moveSituation(inputs: Cells, gesture: number): void;
  /** a text that a grid may not have taken all of */
  pasteCells(pasted: PastedCells): void;
  newWeights(): void;
  undo(): void;
  redo(): void;
  startOver(): void;
  /** another scene of the lesson that is open */
  nextScene(): void;
  previousScene(): void;
  leaveLesson(): void;
  /** what somebody says to its question; null asks again */
  guessScene(answer: string | null): void;
}
