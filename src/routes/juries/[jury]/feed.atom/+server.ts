import * as m from '$lib/i18n/compiled/messages.js';
import { dayAt } from '$lib/i18n/deadline.ts';
import { getLocale } from '$lib/i18n/compiled/runtime.js';
import { formatDay, pick } from '$lib/i18n/format.ts';
import { term } from '$lib/i18n/terms.ts';
import { lateTranslationsIn } from '$lib/jury/publication/published-words.ts';
import { dataHeaders } from '$lib/server/http/cache.ts';
import { publicJury } from '$lib/server/pages.ts';
import { atomOf } from '../../atom.ts';
import { entriesOf } from '../../entries.ts';
import { placeName } from '../../place-names.ts';
import { sha256Of } from '../../record-text.ts';
import { nameTranslation } from '../../translation-names.ts';
import type { RequestHandler } from './$types';

/** Each stage that the jury reached, each entry of the authority, each correction and each later translation, in the language that the reader asks for. */
export const GET: RequestHandler = async (event) => {
  const { record } = await publicJury(event);
  const page = `${event.locals.app.config.origin}/juries/${record.jury}`;
  const stages = record.charter.reached
    .filter(({ stage }) => stage !== 'designing')
    .map(({ stage, at }) => ({
      id: `${page}#stage-${stage}`,
      link: page,
      title: term('stage', stage),
      at,
      text: null,
    }));
  const entries = (record.verdict?.recommendations ?? []).flatMap((recommendation) =>
    entriesOf(recommendation).map(({ id, at, label, text }) => ({
      id: `${page}/answers#${id}`,
      link: `${page}/answers#${id}`,
      title: `${recommendation.id}. ${label}`,
      at,
      text,
    })),
  );
  const corrections = (record.verdict?.errata ?? []).map(({ id, note, at }) => ({
    id: `${page}#${id}`,
    link: `${page}#${id}`,
    title: m.public_erratum({ id, date: formatDay(dayAt(at)) }),
    at,
    text: note,
  }));
  const translations = (record.verdict ? lateTranslationsIn(record.verdict) : []).map((one) => ({
    id: `${page}#${one.id}`,
    link: `${page}#${one.id}`,
    title: `${nameTranslation(one)}. ${placeName(record.verdict, one.of)}`,
    at: one.at,
    text: [one.title, one.text].filter(Boolean).join('\n\n'),
  }));
  const text = atomOf({
    address: `${page}/feed.atom`,
    page,
    language: getLocale(),
    title: pick(record.charter.title),
    author: pick(record.charter.authority),
    entries: [...stages, ...entries, ...corrections, ...translations],
  });
  const headers = { 'content-type': 'application/atom+xml; charset=utf-8', vary: 'Accept-Language, Cookie' };
  return new Response(text, { headers: { ...headers, ...dataHeaders(sha256Of(text)) } });
};
