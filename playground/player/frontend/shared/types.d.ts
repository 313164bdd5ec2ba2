// What the views share, as tsc checks it; and, behind it, all that Python sends.
import type { Description, Neuron, Pair } from "./description";
import type { ChartChoices, Header } from "./told";
export type * from "./description";
export type * from "./told";
export type * from "./told_panels";

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
  /** have a table without the rows that have something to mend */
  leaveOutRows(table: string): void;
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
