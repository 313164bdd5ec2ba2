// Every output lies on the same side of the threshold, so that the rows of one class are wrong.
import { calledClass, className } from "../../model/classes.mjs";
import { plainText } from "../../shared/wording.mjs";
import { allOf, are, capital, MOST_NAMED, rowsNamed } from "../counted_words.mjs";
/** @import { Saying } from "../line.mjs" */

/** @type {Saying} */
export const oneSide = {
  kind: "moment",
  priority: 50,
  say(scene) {
    const { run, moment, threshold } = scene;
    if (run.classes?.kind !== "two") return null;
    const called = run.train.targets.map((_, row) => calledClass(run.classes, moment.outputs, row, 1, threshold));
    const wrong = scene.rowsThatAre("wrong");
    if (!wrong.length || called[0] < 0 || called.some((shownClass) => shownClass !== called[0])) return null;
    const side = `${capital(allOf(called.length, "output"))} ${are(called.length)} ${called[0] ? "above" : "below"} ${plainText(threshold)}`;
    const wanted = className(run, 1 - called[0]);
    const which = wrong.length > MOST_NAMED
      ? `the ${rowsNamed(wrong)} that should be ${wanted} are wrong`
      : `${rowsNamed(wrong)}, which should be ${wanted}, ${are(wrong.length)} wrong`;
    return [`${side}, so ${which}.`, `${side}: ${rowsNamed(wrong)} ${are(wrong.length)} wrong.`];
  },
};
