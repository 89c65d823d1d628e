import { publicRecord } from '$lib/jury/publication/record.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** The authority reads its own charter and what the public reads of the verdict; nothing of the jurors' discussion. */
export const load: PageServerLoad = async (event) => {
  const { jury, serverNow } = await openJury(event, ['authority']);
  const verdict = publicRecord(jury, {})?.verdict ?? null;
  const { members: _members, ...charter } = jury.charter;
  return { id: jury.id, charter, verdict, now: serverNow };
};

export const actions: Actions = {
  sign: (event) => submit(event, { only: ['sign-mandate'] }),
  answer: (event) => submit(event, { only: ['answer-recommendation'] }),
};
