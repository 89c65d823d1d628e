import { redirect } from '@sveltejs/kit';
import { publicJury, refusedForm } from '$lib/server/pages.ts';
import { sendPublicQuestion } from '$lib/server/public-questions.ts';
import { newCommandId } from '$lib/live/outbox.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

// Each visitor's form carries a number of its own, by which a question that is sent twice counts once: this page is not kept.
export const load: PageServerLoad = async (event) => {
  const { record } = await publicJury(event);
  return { record, id: newCommandId(), sent: event.url.searchParams.has('sent') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const sent = await sendPublicQuestion(event, form);
    if (!sent.ok) return refusedForm(form, sent.error);
    redirect(303, `/juries/${event.params.jury}/questions?sent`);
  },
};
