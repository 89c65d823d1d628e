import { error } from '@sveltejs/kit';
import { timeZone } from '$lib/i18n/time-zone.ts';
import { allDecided } from '$lib/jury/verdict/ballot-keeping-rules.ts';
import { approvalsNeeded, fallenCitations, isMoreFound } from '$lib/jury/verdict/release-rules.ts';
import { activeJurors } from '$lib/jury/recruitment/seats.ts';
import { recordIfPublished } from '$lib/jury/publication/record.ts';
import { hasReached } from '$lib/jury/stages.ts';
import { outcomePlaces } from '$lib/jury/verdict/outcome-place.ts';
import { placesIn } from '$lib/jury/verdict/erratum-rules.ts';
import { translatableIn } from '$lib/jury/verdict/late-translation-rules.ts';
import type { LateTranslation } from '$lib/jury/verdict/late-translation.ts';
import type { Verdict } from '$lib/jury/verdict/verdict.ts';
import { currentStatement, isCarried } from '$lib/jury/verdict/statement.ts';
import { extraTexts } from '$lib/jury/verdict/extras.ts';
import { JURY_STATEMENT } from '$lib/jury/verdict/translation.ts';
import { partsOf } from '$lib/jury/verdict/translation-rules.ts';
import { seenByJurorsFrom } from '$lib/jury/verdict/release.ts';
import { openJury, submit, submitForm } from '$lib/server/pages.ts';
import { placeHash, scanForRelease } from '$lib/server/release/scan.ts';
import { namesInProposed } from '$lib/server/release/second-word.ts';
import { withWrongFields } from '../../organise/field-problems.server.ts';
import { instantOf } from '../../organise/[jury]/programme/local-time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, role, serverNow } = await openJury(event, ['organiser', 'oversight', 'juror']);
  const { app } = event.locals;
  if (!hasReached(jury.charter.stage, 'voting')) error(404, { message: 'Not Found', code: 'wrong-stage' });
  const { release, approvals, publishedAt } = jury.verdict;
  const from = seenByJurorsFrom(release);
  const maySee = role !== 'juror' || publishedAt !== null || (from !== null && serverNow >= from);
  const releases = role !== 'juror';
  const jurors = activeJurors(jury.seats);
  const named = releases ? await namesInProposed(app.database, jury) : {};
  const findings = releases && publishedAt === null ? await scanForRelease(app.database, jury, serverNow) : [];
  return {
    jury: jury.id,
    role,
    title: jury.charter.title,
    publishedAt,
    release: release && (releases ? release : { ...release, note: undefined, seen: undefined }),
    from,
    now: serverNow,
    timeZone: timeZone(),
    checks: {
      decided: allDecided({ jury }).ok,
      sources: fallenCitations({ jury }),
      statementsUntil: jury.verdict.statementsUntil,
      approvals: {
        given: jurors.filter((seat) => approvals.seats.includes(seat.id)).length,
        needed: approvalsNeeded(jurors.length),
      },
    },
    translatable: (publishedAt === null ? frozenWords(jury.verdict) : translatableIn(jury.verdict)).map((id) => ({
      id,
      parts: partsOf(jury.verdict, id),
    })),
    translations: jury.verdict.translations.map(({ of, language }) => ({ of, language })),
    late: releases
      ? jury.verdict.lateTranslations.map((one) => ({ ...lateInWords(one), names: named[one.id] ?? [] }))
      : [],
    errata: releases
      ? jury.verdict.errata.map(({ id, where, note, state, why }) => ({
          id,
          where,
          note: note.text,
          state,
          why: why?.text ?? null,
          names: named[id] ?? [],
        }))
      : [],
    places: placesIn(jury.verdict),
    findings,
    unseen: release ? isMoreFound(release, findings.length, findings.map(placeHash)) : false,
    record: maySee ? recordIfPublished(jury, await app.names.ofWitnesses(jury), release?.at ?? serverNow) : null,
  };
};

/** What can be translated before the verdict is out. */
const frozenWords = (verdict: Verdict): readonly string[] => [
  ...verdict.recommendations.filter((one) => one.state === 'frozen').map((one) => one.id),
  ...verdict.statements.filter(isCarried).map((one) => one.id),
  ...(currentStatement(verdict) ? [JURY_STATEMENT] : []),
  ...outcomePlaces(verdict),
];

const lateInWords = ({ id, of, language, state, why, title, text, next, rationale, ...besides }: LateTranslation) => ({
  id,
  of,
  language,
  state,
  why: why?.text ?? null,
  words: {
    title: title?.text ?? '',
    text: text.text,
    next: next?.text ?? '',
    rationale: rationale?.text ?? '',
    ...extraTexts(besides),
  },
});

export const actions: Actions = {
  act: (event) =>
    submit(event, {
      only: [
        'agree-release',
        'withdraw-release',
        'publish-verdict',
        'agree-translation',
        'drop-translation',
        'agree-erratum',
        'drop-erratum',
      ],
    }),
  correct: async (event) => withWrongFields(await submit(event, { only: ['propose-erratum'] })),
  translate: async (event) =>
    withWrongFields(await submit(event, { only: ['add-translation', 'propose-translation'] })),
  propose: async (event) => {
    const form = await event.request.formData();
    const typed = String(form.get('goesOut') ?? '');
    const at = instantOf(typed, timeZone());
    // What cannot be read stays as it was typed and is refused by its shape.
    if (at !== null) form.set('goesOut', new Date(at).toISOString().slice(0, 16));
    const result = withWrongFields(await submitForm(event, form, { only: ['propose-release'] }));
    if ('data' in result) Object.assign(result.data.values, { goesOut: typed });
    return result;
  },
};
