/**
 * The laboratory's whole address, with some settings changed; empty ones are left out.
 *
 *     linkTo(state.query(), { lock: "rate", w: "" })   // "https://.../#/lab?data=xor&lock=rate"
 */
export function linkTo(query: string, change: Readonly<Record<string, string>>): string {
  const parts = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    if (value === "") parts.delete(key);
    else parts.set(key, value);
  }
  const written = parts.toString();
  return `${location.href.replace(/#.*$/, "")}#/lab${written ? `?${written}` : ""}`;
}
