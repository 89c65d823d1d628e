import { publicRecord } from '$lib/jury/publication/record.ts';
import { fieldsOf } from '$lib/server/form-fields.ts';
import { authorityOf, draftSchema, mayKeepDraft } from '$lib/jury/response/drafts.ts';
import { refuse } from '$lib/jury/result.ts';
import { shownToAuthority } from '$lib/jury/verdict/drafting-events.ts';
import { openJury, readCommand, refusedForm, runAs, submit } from '$lib/server/pages.ts';
import { accountById } from '$lib/server/records/accounts.ts';
import { attempt } from '$lib/server/records/attempt.ts';
import { draftsOf, eraseDraftStatements, keepDraftStatements } from '$lib/server/records/answer-drafts.ts';
import { WriteError } from '$lib/server/records/write-error.ts';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actions, PageServerLoad } from './$types';

/** The authority reads its own charter and what the public reads of the verdict; nothing of the jurors' discussion. */
export const load: PageServerLoad = async (event) => {
  const { jury, serverNow } = await openJury(event, ['authority']);
  const verdict = publicRecord(jury, {})?.verdict ?? null;
  const shown = shownToAuthority(jury.verdict).length;
  const { members: _members, ...charter } = jury.charter;
  const { database } = event.locals.app;
  const accounts = await Promise.all(authorityOf(jury).map((id) => accountById(database, id)));
  const colleagues = accounts.flatMap((account) => (account ? [{ id: account.id, name: account.name }] : []));
  return {
    id: jury.id,
    charter,
    verdict,
    now: serverNow,
    colleagues,
    drafts: await draftsOf(database, jury.id),
    shown,
  };
};

/** [P29] Keeps a draft among the authority's members; it is no command, for it is in no journal. */
async function keepDraft(event: RequestEvent) {
  const { jury, actor } = await openJury(event, ['authority']);
  const { database } = event.locals.app;
  const form = await event.request.formData();
  form.set('type', 'draft');
  const parsed = v.safeParse(draftSchema, Object.fromEntries(form));
  if (!parsed.success)
    return refusedForm(form, refuse('invalid', { field: v.getDotPath(parsed.issues[0]) ?? 'reasons' }).error);
  const { recommendation } = parsed.output;
  const kept = (await draftsOf(database, jury.id)).find((one) => one.recommendation === recommendation);
  const by = mayKeepDraft(jury, actor, parsed.output, kept?.version ?? 0);
  if (!by.ok) return refusedForm(form, by.error);
  try {
    const written = await attempt(database, keepDraftStatements(jury.id, parsed.output, by.value, Date.now()));
    return written.ok ? { done: true as const, type: 'draft', kept: recommendation } : refusedForm(form, written.error);
  } catch (error) {
    // Somebody else's came between our look and our write.
    if (error instanceof WriteError && (error.code === 'conflict' || error.code === 'constraint'))
      return refusedForm(form, refuse('draft-changed').error);
    throw error;
  }
}

/** The draft goes with the answer, or stays with its refusal. */
async function publishAnswer(event: RequestEvent) {
  const form = await event.request.formData();
  const parsed = readCommand(form, ['answer-recommendation']);
  if (!parsed.ok) return refusedForm(form, parsed.error);
  const jury = event.params['jury'] ?? '';
  const done = await runAs(event, parsed.value, (events) =>
    events.flatMap((one) =>
      one.type === 'recommendation-answered' ? eraseDraftStatements(jury, one.recommendation) : [],
    ),
  );
  return done.ok ? { done: true as const, type: done.value.type } : refusedForm(form, done.error);
}

export const actions: Actions = {
  draft: keepDraft,
  preview: async (event) => {
    const form = await event.request.formData();
    const parsed = readCommand(form, ['answer-recommendation']);
    if (!parsed.ok) return refusedForm(form, parsed.error);
    const { id: _fresh, ...values } = fieldsOf(form);
    return { type: 'answer-recommendation', preview: true as const, values };
  },
  acknowledge: (event) => submit(event, { only: ['acknowledge-recommendation'] }),
  assign: (event) => submit(event, { only: ['assign-recommendation'] }),
  report: (event) => submit(event, { only: ['report-progress'] }),
  sign: (event) => submit(event, { only: ['sign-mandate'] }),
  answer: publishAnswer,
};
