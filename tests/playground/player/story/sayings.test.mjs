import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf } from "../../../../playground/player/frontend/story/line.mjs";
import { errors } from "../../../../playground/player/frontend/story/sayings/errors.mjs";
import { runOf, sceneOf, TWO } from "./scenes.mjs";

/** What is said with room for everything. */
const said = (scene, room = 1000) => lineOf(scene, room);
const moment = (scene) => said(scene).moment;

// The first article: rows 2 and 3 should be 1.
const UNTRAINED = [[0.269, 0], [0.3263, 1], [0.2376, 1], [0.3638, 0]];
const ARTICLE = { flips: [[2, [1]], [4, [2]]] };
const AT_3 = [[0.269, 0], [0.6, 1], [0.4999, 1], [0.3638, 0]];
const RIGHT = [[0.0079, 0], [0.9936, 1], [0.9948, 1], [0.0064, 0]];

test("outputs on one side of the threshold say which rows are wrong, and why", () => {
  assert.equal(moment(sceneOf(UNTRAINED)), "All four outputs are below 0.5, so rows 2 and 3, which should be 1, are wrong.");
  assert.equal(moment(sceneOf([[0.7, 0], [0.8, 1]])), "Both outputs are above 0.5, so row 1, which should be 0, is wrong.");
});

test("outputs on one side say nothing of wrong rows where none is, nor do outputs on both sides", () => {
  assert.doesNotMatch(moment(sceneOf([[0.7, 1], [0.8, 1]])) ?? "", /above/);
  assert.doesNotMatch(moment(sceneOf([[0.7, 1], [0.2, 1]])) ?? "", /outputs are/);
  assert.doesNotMatch(moment(sceneOf([[0.5, 0], [0.5, 1]])) ?? "", /below/);
});

test("at a flip the row is told, whether it is the first time, and how many are right then", () => {
  assert.equal(moment(sceneOf(RIGHT, { epoch: 4, ...ARTICLE })), "Epoch 4: row 3 is right for the first time. All four are.");
  assert.equal(moment(sceneOf(AT_3, { epoch: 2, ...ARTICLE })), "Epoch 2: row 2 is right for the first time. 3 of 4 rows are right.");
  const again = { epoch: 1300, end: 2000, flips: [[1, [2]], [5, [2]], [1300, [2]]] };
  assert.equal(moment(sceneOf(RIGHT, again)), "Epoch 1,300: row 3 is right again. All four are.");
  assert.equal(moment(sceneOf(AT_3, { epoch: 7, flips: [[7, [2]]] })), "Epoch 7: row 3 turns wrong. 3 of 4 rows are right.");
  const crowd = Array.from({ length: 30 }, (_, row) => [row < 25 ? 1 : 0, 1]);
  const flips = [[9, [0, 1, 2, 3, 4, 5, 6]]];
  assert.equal(moment(sceneOf(crowd, { epoch: 9, flips })), "Epoch 9: seven rows change class. 25 of 30 rows are right.");
});

test("of several classes a row that flips for the second time is not said to be right again", () => {
  // Row 1 is called a, from epoch 3 on b, from 7 on c, which it should be; row 2 is a all the time, and row 3 is c since 5.
  const several = { kind: "several", values: [0, 1], threshold: 0.5, tolerance: 1e-13 };
  const outputs = [[0.1, 0.2, 0.9], [0.9, 0.1, 0.1], [0.1, 0.2, 0.9]];
  const targets = [[0, 0, 1], [1, 0, 0], [0, 0, 1]];
  const given = { flips: [[3, [0]], [5, [2]], [7, [0]]], runs: { classes: several, target_names: ["a", "b", "c"] } };
  const at = (epoch) => {
    const scene = sceneOf(outputs.map(([first]) => [first, 0]), { epoch, ...given });
    scene.run.train.targets = targets;
    Object.defineProperty(scene.moment, "outputs", { value: outputs.flat() });
    return moment(scene);
  };
  assert.equal(at(7), "Epoch 7: row 1 turns right. All three are.");
  assert.equal(at(5), "Epoch 5: row 3 is right for the first time. All three are.");
});

test("between flips the last one still counts, and no later one is told", () => {
  assert.equal(moment(sceneOf(AT_3, { epoch: 3, ...ARTICLE })), "3 of 4 rows are right, row 2 since epoch 2; row 3 is still wrong.");
  assert.equal(moment(sceneOf(RIGHT, { epoch: 50, ...ARTICLE })), "All four rows are right, row 3 the last of them, since epoch 4.");
});

test("where flips are not known nothing is said of them", () => {
  assert.equal(moment(sceneOf(AT_3, { epoch: 3, flips: null })), "3 of 4 rows are right; row 3 is wrong.");
  assert.equal(moment(sceneOf(RIGHT, { epoch: 50, flips: null })), "All four rows are right.");
});

test("a row that has turned wrong is not called still wrong", () => {
  const scene = sceneOf(AT_3, { epoch: 20, flips: [[2, [1, 2]], [13, [2]]] });
  assert.equal(moment(scene), "3 of 4 rows are right; row 3 has been wrong since epoch 13.");
});

test("an untrained network with rows on both sides is said to be untrained, at epoch 0 only", () => {
  const rows = [[0.6, 0], [0.4, 0], [0.7, 1]];
  assert.equal(moment(sceneOf(rows)), "Untrained, 2 of 3 rows are right; row 1 is wrong.");
  assert.equal(moment(sceneOf(rows, { epoch: 1 })), "2 of 3 rows are right; row 1 is still wrong.");
});

test("the same answer for every row is said as what it is", () => {
  const same = [[0.5, 0], [0.5, 1], [0.5, 1], [0.5, 0]];
  const near = [[0.50000001, 0], [0.5, 1]];
  assert.match(moment(sceneOf(same, { epoch: 100 })), /^Every row gets the same answer, 0\.5000: .*every row is undecided\.$/);
  assert.doesNotMatch(moment(sceneOf(near, { epoch: 100 })), /undecided/);
  assert.doesNotMatch(moment(sceneOf([[0.5, 0], [0.51, 1]], { epoch: 100 })), /same answer/);
});

test("outputs that are written alike on both sides of the threshold tell rows apart", () => {
  assert.equal(moment(sceneOf([[0.49999, 0], [0.50001, 1]], { epoch: 50 })), "Every row gets nearly the same answer, 0.5000. Both rows are right.");
  assert.equal(moment(sceneOf([[0.50001, 0], [0.49999, 1]], { epoch: 50 })), "Every row gets nearly the same answer, 0.5000. No row is right.");
  assert.match(moment(sceneOf([[0.50001, 0], [0.50002, 1]], { epoch: 50 })), /same answer, 0\.5000: the network tells none of them apart\.$/);
});

test("numbers are told apart as far as their targets are written apart", () => {
  const runs = { classes: null };
  assert.match(moment(sceneOf([[0.50001, 1], [0.50002, 0.2]], { epoch: 50, runs })), /^Every row gets the same answer, 0\.5000: the network/);
  assert.doesNotMatch(moment(sceneOf([[0.50001, 0.50001], [0.50002, 0.50002]], { epoch: 50, runs })), /same answer/);
});

test("at the end the row that is furthest from its target is named", () => {
  const scene = sceneOf(RIGHT, { epoch: 100, ...ARTICLE });
  assert.equal(moment(scene), "At the end all four rows are right; row 1 is furthest from its target, by 0.0079.");
});

test("numbers that are no classes have a loss and an error", () => {
  const rows = [[41.2, 38], [10, 10.5]];
  const runs = { classes: null };
  assert.equal(moment(sceneOf(rows, { runs })), "Untrained: row 1 is furthest from its target: 41.20 instead of 38.00.");
  assert.equal(
    moment(sceneOf(rows, { runs, epoch: 9, loss: 0.0123 })),
    "The loss has fallen from 0.6200 to 0.0123; row 1 is furthest from its target: 41.20 instead of 38.00.",
  );
  assert.match(moment(sceneOf(rows, { runs, epoch: 9, loss: 2 })), /risen from 0\.6200 to 2\.000/);
  assert.equal(moment(sceneOf(rows, { runs, epoch: 9, loss: null })), "Row 1 is furthest from its target: 41.20 instead of 38.00.");
});

test("of a single row its outputs are told apart, and of a single output of it only how far it is off", () => {
  const scene = sceneOf([[0.75, 0.01]], { runs: { classes: null } });
  assert.equal(moment(scene), "Untrained: the output is 0.7500 instead of 0.0100.");
  const largestError = () => ({ row: 0, column: 1, size: 0.22, output: 0.77, target: 0.99 });
  Object.assign(scene, { run: { ...scene.run, target_names: ["o1", "o2"] }, largestError });
  assert.deepEqual(errors.say(scene), ["Untrained: o2 is furthest from its target: 0.7700 instead of 0.9900.", "Untrained: o2 is furthest from its target."]);
});

test("outputs that are not finite are not judged", () => {
  assert.equal(moment(sceneOf([[NaN, 0], [1, 1]], { epoch: 9 })), "Some outputs are not finite numbers any more.");
});

test("how many rows are right is told beside how many were right before", () => {
  const edited = [[0.0079, 0], [0.9936, 1], [0.0948, 0], [0.0064, 0]];
  const line = said(sceneOf(edited, { epoch: 50, before: UNTRAINED.map(([, target], row) => [row === 2 ? 0.1 : target, target]) }));
  assert.equal(line.moment, "All four rows are right; before it was three.");
});

test("rows right before are not counted by the threshold of other classes", () => {
  const before = runOf([[0.1, 0], [0.9, 1]]);
  const runs = { classes: { ...TWO, values: [-1, 1], threshold: 0 } };
  const scene = sceneOf([[0.1, -1], [0.9, 1]], { epoch: 50, before, runs, threshold: 0 });
  assert.equal(moment(scene), "Both outputs are above 0, so row 1, which should be −1, is wrong.");
});

test("one target that is another one is told in a line", () => {
  const before = [[0.9, 0], [0.9, 1]];
  assert.equal(said(sceneOf([[0.9, 1], [0.9, 1]], { epoch: 3, before })).change, "Row 1’s target: 0 → 1.");
  assert.equal(said(sceneOf([[0.9, 0], [0.9, 1], [0.1, 0]], { epoch: 3, before })).change, "Row 3 is new.");
  assert.equal(said(sceneOf([[0.9, 1]], { epoch: 3, before })).change, "Row 1 is gone.");
  assert.equal(said(sceneOf([[0.9, 1], [0.9, 0]], { epoch: 3, before })).change, "Rows 1 and 2 are changed.");
  assert.equal(said(sceneOf(before, { epoch: 3, before, whatChanged: "Seed: 1 → 2." })).change, "Seed: 1 → 2.");
});

test("a table that is edited beside a weight set by hand says that this is left behind", () => {
  const changes = [{ epoch: 4, what: "parameter", text: "w = 2.500", index: 0, value: 2.5 }];
  const scene = (runs) => sceneOf([[0.9, 1], [0.9, 1]], { epoch: 3, before: runOf([[0.9, 0], [0.9, 1]], { changes }), runs });
  assert.equal(said(scene({})).change, "Row 1’s target: 0 → 1. It begins anew, without what was changed by hand.");
  assert.equal(lineOf(scene({}), 60).change, "Row 1’s target: 0 → 1. Without what was changed by hand.");
  assert.equal(said(scene({ changes })).change, "Row 1’s target: 0 → 1.");
  const faster = runOf([[0.9, 0], [0.9, 1]], { changes: [{ epoch: 4, what: "learning_rate", text: "learning rate 0.1", value: 0.1 }] });
  assert.equal(said(sceneOf([[0.9, 1], [0.9, 1]], { epoch: 3, before: faster })).change, "Row 1’s target: 0 → 1.");
});

test("what is compared after something was taken back is no change", () => {
  const before = [[0.9, 0], [0.9, 1]];
  assert.equal(said(sceneOf([[0.9, 1], [0.9, 1]], { epoch: 3, before, whatChanged: "" })).change, undefined);
});

test("where the run before cannot be compared it is said why this is another one, and nothing of what that was", () => {
  const line = said(sceneOf(RIGHT, { epoch: 50, whatChanged: "The table is another one.", ...ARTICLE }));
  assert.equal(line.change, "The table is another one.");
  assert.doesNotMatch(Object.values(line).join(), /before/);
});

test("why the run is another one is told until it is played on, and then the moment", () => {
  const whatChanged = "A new run: the table has changed. Output activation: sigmoid → softmax. Loss: half squared error → categorical cross-entropy.";
  const scene = (given) => sceneOf(RIGHT, { epoch: 100, whatChanged, ...ARTICLE, ...given });

  assert.equal(said(scene()).change, whatChanged);
  assert.deepEqual(lineOf(scene(), 124), { change: "A new run: the table has changed.", moment: "At the end all four rows are right; row 1 is furthest from its target, by 0.0079." });
  assert.deepEqual(Object.keys(lineOf(scene({ isPlayedOn: true }), 1000)), ["moment"]);
});

test("of a run that is compared it stays told with what it is compared, once it is played on, where the moment leaves room", () => {
  const before = [[0.9, 0], [0.9, 1]];
  const scene = (isPlayedOn) => sceneOf(before, { epoch: 3, before, whatChanged: "Seed: 1 → 2.", isPlayedOn });

  assert.deepEqual(Object.keys(lineOf(scene(true), 80)).sort(), ["change", "moment"]);
  assert.deepEqual(lineOf(scene(false), 40), { change: "Seed: 1 → 2." });
  assert.deepEqual(Object.keys(lineOf(scene(true), 40)), ["moment"]);
});

test("starting weights that were set are told before the run is played on, and the moment after that", () => {
  const changes = Array.from({ length: 12 }, (_, index) => ({ epoch: 0, what: "parameter", text: `w${index} = 1`, index, value: 1 }));
  const scene = (isPlayedOn) => sceneOf([[41.2, 38], [10, 10.5]], { runs: { classes: null, changes }, isPlayedOn });

  assert.deepEqual(lineOf(scene(false), 50), { change: "12 starting weights set." });
  assert.equal(lineOf(scene(true), 70).moment, "Untrained: row 1 is furthest from its target.");
  assert.deepEqual(Object.keys(lineOf(scene(true), 50)), ["moment"]);
});

test("a weight that was set by hand is told with what it was there, as long as that is known", () => {
  const runs = { changes: [{ epoch: 4, what: "parameter", text: "w = 2.500", index: 0, value: 2.5 }] };
  const known = { runs, epoch: 9, parameterBefore: (index, epoch) => (index === 0 && epoch === 4 ? 0.4406 : null) };
  assert.equal(said(sceneOf(RIGHT, known)).change, "Changed: w = 2.500 at epoch 4; before 0.4406.");
  assert.equal(said(sceneOf(RIGHT, { runs, epoch: 9 })).change, "Changed: w = 2.500 at epoch 4.");
});

test("a change at the last epoch is told with how many epochs the run goes on for", () => {
  const runs = { changes: [{ epoch: 50, what: "parameter", text: "w = 2.500", index: 0, value: 2.5 }] };
  const scene = sceneOf(RIGHT, { runs, epoch: 50, end: 100, goesOnFrom: 50 });
  assert.equal(said(scene).change, "Changed: w = 2.500 at epoch 50. The run goes on from there for 50 epochs more.");
  assert.equal(lineOf(scene, 50).change, "Changed: w = 2.500 at epoch 50; 50 epochs more.");
  assert.equal(lineOf(sceneOf(RIGHT, { runs, epoch: 50, end: 51, goesOnFrom: 50 }), 50).change, "Changed: w = 2.500 at epoch 50; 1 epoch more.");
  assert.equal(said(sceneOf(RIGHT, { runs, epoch: 50, end: 100 })).change, "Changed: w = 2.500 at epoch 50.");
});

test("a change that the play-head has not reached is still to come, and nothing says that it was made", () => {
  const change = (epoch) => ({ epoch, what: "learning_rate", text: `learning rate ${epoch / 10}`, value: epoch / 10 });
  const at = (epoch, ...epochs) => said(sceneOf(RIGHT, { runs: { changes: epochs.map(change) }, epoch })).change;
  assert.equal(at(24, 25), "Still to come: learning rate 2.5 at epoch 25.");
  assert.equal(at(25, 25), "Changed: learning rate 2.5 at epoch 25.");
  assert.equal(at(3, 25, 40), "Still to come: learning rate 2.5 at epoch 25; learning rate 4 at epoch 40.");
  assert.equal(at(3, 25, 40, 50), "Still to come: learning rate 2.5 at epoch 25; 2 more.");
  assert.equal(at(30, 25, 40, 50), "Changed: learning rate 2.5 at epoch 25.");
});

test("what a lesson begins with was changed by nobody", () => {
  const runs = { changes: [{ epoch: 0, what: "parameter", text: "w = 2.500", index: 0, value: 2.5 }] };
  assert.equal(said(sceneOf(RIGHT, { runs, beginsAsTaught: true })).change, undefined);
});

test("test rows are told after the others", () => {
  const runs = { test: [[0.9, 1], [0.9, 0], [0.1, 0]] };
  assert.equal(said(sceneOf(RIGHT, { epoch: 9, runs })).test, "2 of 3 test rows are right.");
  assert.equal(said(sceneOf([[3, 2]], { epoch: 9, runs: { classes: null, test: [[5, 1]] } })).test, "Test row 1 is off by 4.000.");
});

test("with less room the same is said in fewer words, and what matters least is left out first", () => {
  const runs = { test: [[0.9, 1]] };
  const before = [[0.0079, 0], [0.9936, 1], [0.9948, 0], [0.0064, 0]];
  const scene = sceneOf(RIGHT, { epoch: 4, before, runs, ...ARTICLE });
  const whole = "Row 3’s target: 0 → 1. Epoch 4: row 3 is right for the first time. All four are. The only test row is right.";
  const text = (room) => Object.values(lineOf(scene, room)).join(" ");

  assert.equal(["change", "moment", "test"].map((kind) => said(scene)[kind]).join(" "), whole);
  assert.deepEqual(Object.keys(lineOf(scene, whole.length - 1)).sort(), ["change", "moment", "test"]);
  assert.deepEqual(Object.keys(lineOf(scene, 70)).sort(), ["change", "moment"]);
  assert.deepEqual(Object.keys(lineOf(scene, 30)), ["change"]);
  for (const room of [30, 70, 90, 110]) assert.ok(text(room).length <= room, `${room}: ${text(room)}`);
});

test("another saying takes part by its kind and its priority alone", () => {
  const hint = { kind: "moment", priority: 1, say: ({ epoch }) => (epoch === 3 ? ["Here."] : null) };
  const flat = { kind: "moment", priority: 2, say: () => ["Else."] };
  assert.deepEqual(lineOf(sceneOf(RIGHT, { epoch: 3 }), 80, [flat, hint]), { moment: "Here." });
  assert.deepEqual(lineOf(sceneOf(RIGHT, { epoch: 4 }), 80, [flat, hint]), { moment: "Else." });
});

test("no scene of a run of two classes leaves the moment without a sentence", () => {
  for (const epoch of [0, 1, 50, 100]) {
    for (const flips of [null, [], [[1, [0]]]]) {
      for (const outputs of [[0, 0], [1, 0], [0.5, 0.5], [0.5, 1], [0, 1]]) {
        const scene = sceneOf([[outputs[0], 0], [outputs[1], 1]], { epoch, flips });
        assert.match(moment(scene), /^[A-Z1].*\.$/, JSON.stringify({ epoch, flips, outputs }));
      }
    }
  }
});

test("an edited target is said by the names of its classes", () => {
  const named = { classes: { ...TWO, names: ["no", "<b>yes</b>"] } };
  const scene = sceneOf([[0.9, 1], [0.9, 1]], { epoch: 3, before: [[0.9, 0], [0.9, 1]], runs: named });
  assert.equal(said(scene).change, "Row 1’s target: no → <b>yes</b>.");
});

test("where numbers ran away and the run ended early, the sentence above the pictures says it alone", () => {
  const runs = { classes: null };
  const grown = { epoch: 100, loss: 5e300, lossAtStart: 3, runs };

  assert.match(said(sceneOf([[9e150, 4]], grown)).moment, /The loss has risen/);
  assert.equal(said(sceneOf([[9e150, 4]], { ...grown, endsEarly: true })).moment, undefined);
  assert.match(said(sceneOf([[3.9, 4]], { ...grown, loss: 0.01, endsEarly: true })).moment, /The loss has fallen/);
});
