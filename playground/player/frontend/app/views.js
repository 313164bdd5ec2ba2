// The views of the store, and where each of them stands.
import { AnswerStrip } from "../rows/answer_strip.js";
import { ChartPair } from "../charts/chart_pair.js";
import { CodeView } from "../code/code_view.js";
import { DecisionView } from "../decision/decision_view.js";
import { KeyList } from "../keys/key_list.js";
import { LegendView } from "../keys/legend_view.js";
import { LessonView } from "../lesson/lesson_view.js";
import { NetworkView } from "../network/network_view.js";
import { GradientCheckView } from "../gradient/gradient_check_view.js";
import { NeuronCurveView } from "../curve/neuron_curve_view.js";
import { Notes } from "./notes.js";
import { PageActions } from "../keys/page_actions.js";
import { OverChartsView } from "../stage/over_charts.js";
import { PlayerRoot } from "./player_root.js";
import { TablePlaces } from "../stage/table_places.js";
import { HintsView } from "../story/hints_view.js";
import { KnownEnding } from "../story/known_ending.mjs";
import { QuestionView } from "../story/question_view.js";
import { SurfaceView } from "../surface/surface_view.js";
import { SketchView } from "../story/sketch_view.js";
import { StoryView } from "../story/story_view.js";
import { TimelineRow } from "../timeline/timeline_row.js";
import { Transport } from "../timeline/transport.js";
import { TruthView } from "../truth/truth_view.js";
import { WhyView } from "../why/why_view.js";
import { WorkedView } from "../worked/worked_view.js";
/**
 * @import { Actions, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
 * @import { TrainingPace } from "../timeline/training_pace.mjs"
 */

/**
 * @param {ReturnType<typeof import("./panels.js").makePanels>} parts
 * @param {Store} store
 * @param {Actions} actions
 * @param {TrainingPace} pace
 */
export function makeViews({ root, question, lesson, actions: ends, top, story, notes, panels, tables, legend }, store, actions, pace) {
  const playerRoot = new PlayerRoot(root, store);
  const transport = new Transport(top, store, actions, pace);
  const charts = new ChartPair(panels, transport.choices, store, actions);
  const decision = new DecisionView(panels.decision, store, actions);
  const network = new NetworkView(panels.network, store, actions, decision);
  const ending = new KnownEnding();
  const asked = new QuestionView(question, store, actions, ending);
  const told = new StoryView(story, store, actions, ending);
  const keyList = new KeyList(root, store);
  const [places, answers] = [new TablePlaces(root, store, tables), answerStrips(tables, store, actions)];
  /** @type {View[]} */
  const all = [
    ...answers,
    decision,
    network,
    new OverChartsView(root, panels, store, told.line),
    new NeuronCurveView(panels.curve.body, store, actions),
    new TruthView(root, panels.truth.body, tables.situation.box, store, actions),
    new WhyView(panels.why.body, store, actions),
    new WorkedView(panels.worked.body, store, actions),
    new CodeView(panels.code, store, actions, told.line),
    new SurfaceView(panels.surface.body, store, actions),
    new GradientCheckView(panels.gradient.body, store, actions),
    charts,
    transport,
    new TimelineRow(top, store, actions),
    asked,
    told,
    new LessonView(root, lesson, store, actions),
    new SketchView(panels.loss.body, store, actions, asked),
    new PageActions(ends, store, actions),
    new Notes(notes, store, actions),
    places,
    new HintsView(root, store),
    new LegendView(legend, store, () => keyList.open("signs")),
    playerRoot,
  ];
  return { all, playerRoot, transport, charts, network, keyList, places };
}

/** @param {ReturnType<typeof import("./panels.js").makePanels>["tables"]} tables @param {Store} store @param {Actions} actions */
function answerStrips({ training, test, situation }, store, actions) {
  return [
    new AnswerStrip(training.answers, { kind: "train" }, store, actions),
    new AnswerStrip(test.answers, { kind: "test" }, store, actions),
    new AnswerStrip(situation.answers, { kind: "situation" }, store, actions),
  ];
}
