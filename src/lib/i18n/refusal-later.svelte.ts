/**
 * The sentences of refusals for pages that a bad line has to carry: a browser fetches them when the first is needed, or when the page stands and
 * has the time. They are a tenth of the room's weight, and nobody's first sight of it holds one.
 */
import type { Refusal } from '../jury/result.ts';

type Explain = (refusal: { readonly code: string; readonly params?: Refusal['params'] }) => string;

/** Until the sentence is there. */
const SOON = '…';
/** Milliseconds until they are asked for again when the line was gone. */
const AGAIN = 3_000;

// On the server a page is written once, so they have to be there.
let explain = $state.raw<Explain | null>(import.meta.env.SSR ? (await import('./refusal.ts')).explainRefusal : null);
let fetching = false;

export async function fetchRefusals(): Promise<void> {
  if (explain || fetching) return;
  fetching = true;
  try {
    explain = (await import('./refusal.ts')).explainRefusal;
  } catch {
    // Without a line nothing is to be had; whoever shows a refusal has waited for the line as well.
    setTimeout(() => void fetchRefusals(), AGAIN);
  } finally {
    fetching = false;
  }
}

/** As `explainRefusal` of `refusal.ts`. To be called where the page is written, which is written again when the sentences are there. */
export const explainRefusal: Explain = (refusal) => {
  if (explain) return explain(refusal);
  void fetchRefusals();
  return SOON;
};
