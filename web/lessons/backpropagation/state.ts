/** What a reader can set in this lesson; the link carries it. */
import { presets, type PresetName } from "../../figures/dense-program";
import { choiceField, namedNumbersField, numberField, type Field } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";

export const kPresetNames = ["textbook", "xor"] as const satisfies readonly PresetName[];
export const kLanguages = ["python", "cpp", "javascript"] as const;
export const kModes = ["reverse", "forward"] as const;
/** How far a parameter can be moved. */
export const kReach = 5;

const names = new Set<string>(kPresetNames.flatMap((preset) => Object.keys(presets[preset].at)));

/** Numbers of the network that differ from those of its preset; no other names, nothing out of reach. */
function changedNumbers(): Field<Readonly<Record<string, number>>> {
  const field = namedNumbersField();
  return {
    ...field,
    parse(text) {
      const values = field.parse(text);
      const good =
        values && Object.entries(values).every(([name, value]) => names.has(name) && Math.abs(value) <= kReach);
      return good ? values : undefined;
    },
  };
}

function nameField(initial: string): Field<string> {
  return choiceField<string>([...names], initial);
}

/** More steps than any of the networks takes. */
const kMostSteps = 60;

export const table = {
  net: choiceField(kPresetNames, "textbook"),
  at: changedNumbers(),
  /** The inner weight that is nudged and followed. */
  weight: nameField("w1"),
  nudge: numberField({ initial: 0.5, min: -2, max: 2, step: 0.05 }),
  step: numberField({ initial: 0, min: 0, max: kMostSteps, step: 1 }),
  mode: choiceField(kModes, "reverse"),
  eta: numberField({ initial: 0.5, min: 0, max: 10, step: 0.1 }),
  layers: numberField({ initial: 2, min: 1, max: 6, step: 1 }),
  units: numberField({ initial: 2, min: 1, max: 5, step: 1 }),
  language: choiceField(kLanguages, "python"),
};

export const makeState = () => new UrlState(table);
export type LessonState = ReturnType<typeof makeState>;
