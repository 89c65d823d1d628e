import { error } from '@sveltejs/kit';
import { keepUntilChanged } from '../../../../cache.server.ts';
import { publicJury } from '$lib/server/pages.ts';
import { renderMarkdown } from '$lib/ui/markdown.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { record, version } = await publicJury(event);
  const exhibit = record.exhibits.find((one) => one.id === event.params.exhibit);
  if (!exhibit) error(404, { message: 'Not Found', code: 'unknown-exhibit' });
  keepUntilChanged(event, version);
  const text = exhibit.kind === 'file' ? null : exhibit.body.text;
  return {
    jury: record.jury,
    juryTitle: record.charter.title,
    exhibit,
    text,
    html: text === null ? null : renderMarkdown(text),
  };
};
