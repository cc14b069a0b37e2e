import { kit } from "./kit";

/** English. */
export const en = { kit };
