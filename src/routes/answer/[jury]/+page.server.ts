import { publicRecord } from '$lib/jury/publication/record.ts';
import { fieldsOf } from '$lib/server/form-fields.ts';
import { openJury, readCommand, refusedForm, submit } from '$lib/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** The authority reads its own charter and what the public reads of the verdict; nothing of the jurors' discussion. */
export const load: PageServerLoad = async (event) => {
  const { jury, serverNow } = await openJury(event, ['authority']);
  const verdict = publicRecord(jury, {})?.verdict ?? null;
  const { members: _members, ...charter } = jury.charter;
  return { id: jury.id, charter, verdict, now: serverNow };
};

export const actions: Actions = {
  preview: async (event) => {
    const form = await event.request.formData();
    const parsed = readCommand(form, ['answer-recommendation']);
    if (!parsed.ok) return refusedForm(form, parsed.error);
    const { id: _fresh, ...values } = fieldsOf(form);
    return { type: 'answer-recommendation', preview: true as const, values };
  },
  assign: (event) => submit(event, { only: ['assign-recommendation'] }),
  report: (event) => submit(event, { only: ['report-progress'] }),
  sign: (event) => submit(event, { only: ['sign-mandate'] }),
  answer: (event) => submit(event, { only: ['answer-recommendation'] }),
};
