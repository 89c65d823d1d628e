import { isOver } from '$lib/i18n/deadline.ts';
import type { CommandType } from '$lib/jury/commands.ts';
import { dayAt } from '$lib/jury/evidence/due.ts';
import { isPending } from '$lib/jury/evidence/fact-check.ts';
import { ledgerOf } from '$lib/jury/evidence/ledger.ts';
import { LARGEST_FILE, LARGEST_RECORDING, submitExhibit } from '$lib/server/exhibit-files.ts';
import { openJury, refusedForm, submit } from '$lib/server/pages.ts';
import { inviteWitness, issueLink } from '$lib/server/people.ts';
import type { LinkFor } from '$lib/server/people.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { missingIn } from './missing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, names } = await openJury(event, ['organiser']);
  const { evidence, charter } = jury;
  return {
    exhibits: evidence.exhibits.map((exhibit) => ({
      id: exhibit.id,
      kind: exhibit.kind,
      title: exhibit.title,
      author: exhibit.author,
      nominatedBy: exhibit.nominatedBy,
      why: exhibit.why,
      position: exhibit.position ?? null,
      handoutOf: exhibit.witness === undefined ? null : (names[exhibit.witness] ?? exhibit.author),
      address: exhibit.kind === 'link' ? exhibit.address : null,
      corrections: exhibit.corrections.length,
      version: exhibit.version,
      withdrawn: exhibit.withdrawn?.reason ?? null,
    })),
    witnesses: evidence.witnesses.map(({ interests, withdrawn, ...witness }) => ({
      ...witness,
      name: names[witness.id] ?? witness.affiliation,
      interests: interests?.text ?? null,
      declared: interests !== null,
      withdrawn: withdrawn?.reason ?? null,
    })),
    calls: evidence.calls.map(({ id, who, why, signed, due, answer }) => ({
      id,
      who: who.text ?? '',
      why: why.text ?? '',
      signed: signed.count,
      due,
      late: !answer && isOver(due, Date.now()),
      answer: answer ? { granted: answer.granted, reason: answer.reason.text ?? '' } : null,
    })),
    checks: evidence.checks.map(({ claim, support, answer, ...check }) => ({
      ...check,
      claim: claim.text,
      supported: support.count,
      answer: answer ?? null,
      pending: isPending({ ...check, claim, support }),
      late: isPending({ ...check, claim, support }) && isOver(check.due, Date.now()),
    })),
    missing: missingIn(evidence, dayAt(Date.now()), (id) => names[id] ?? id),
    balance: ledgerOf(evidence),
    open: belongsTo(charter.stage, 'add-text-exhibit'),
    jury: jury.id,
    limits: { file: LARGEST_FILE, recording: LARGEST_RECORDING },
  };
};

const ACTS: readonly CommandType[] = [
  'add-text-exhibit',
  'withdraw-exhibit',
  'withdraw-witness',
  'refuse-invitation',
  'substitute-witness',
  'answer-call',
  'declare-interests',
  'set-handout-day',
  'set-position',
  'take-fact-check',
  'answer-fact-check',
  'decline-fact-check',
];

const withLink = (type: string, { ref, link }: LinkFor) => ({
  type,
  done: true,
  issued: { ref, url: link.url, expiresAt: link.expiresAt },
});

export const actions: Actions = {
  act: async (event) => withWrongFields(await submit(event, { only: ACTS })),
  file: async (event) => {
    const form = await event.request.formData();
    const added = await submitExhibit(event, form, ['add-link-exhibit', 'add-file-exhibit']);
    return added.ok ? { type: added.value.type, done: true } : withWrongFields(refusedForm(form, added.error));
  },
  invite: async (event) => {
    const form = await event.request.formData();
    const invited = await inviteWitness(event, form);
    return invited.ok ? withLink('invite-witness', invited.value) : withWrongFields(refusedForm(form, invited.error));
  },
  link: async (event) => {
    const form = await event.request.formData();
    const issued = await issueLink(event, String(form.get('ref')));
    return issued.ok ? withLink('link', issued.value) : refusedForm(form, issued.error);
  },
};
