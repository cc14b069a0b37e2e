/**
 * A network as a program in another language, with the same weights and data, and the loss that it has to print.
 *
 *     exportProgram("numpy", { setup, data, parameters, loss: 0.0114, lesson: "https://..." })
 */
import type { Dataset, Parameters } from "../../engine/api";
import type { TrainingSetup } from "../../engine/training-protocol";
import { cppProgram } from "./cpp";
import { javascriptProgram } from "./javascript";
import { kerasProgram } from "./keras";
import { numpyProgram } from "./numpy";
import { torchProgram } from "./torch";

export interface Exported {
  setup: TrainingSetup;
  /** As the network is given it. */
  data: Dataset;
  /** The same in the plane; another only where the network is given features. */
  points?: Dataset | undefined;
  parameters: Parameters;
  /** The mean loss over the points that are learned from, without l1 and l2. */
  loss: number;
}

export const languages = ["numpy", "torch", "keras", "javascript", "cpp"] as const;
export type Language = (typeof languages)[number];

const programs: Record<Language, { file: string; write: (exported: Exported) => string }> = {
  numpy: { file: "network.py", write: numpyProgram },
  torch: { file: "network_torch.py", write: torchProgram },
  keras: { file: "network_keras.py", write: kerasProgram },
  javascript: { file: "network.mjs", write: javascriptProgram },
  cpp: { file: "network.cpp", write: cppProgram },
};

export function exportProgram(language: Language, exported: Exported): { file: string; text: string } {
  const { file, write } = programs[language];
  return { file, text: write(exported) };
}
