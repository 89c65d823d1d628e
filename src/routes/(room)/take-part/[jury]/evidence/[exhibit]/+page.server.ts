import { error } from '@sveltejs/kit';
import { renderMarkdown } from '$lib/ui/markdown.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent }) => {
  const { view } = await parent();
  const exhibit = view.evidence?.exhibits.find((one) => one.id === params.exhibit);
  if (!exhibit) error(404, { message: 'Not Found' });
  return { body: exhibit.kind === 'file' || exhibit.body.text === null ? null : renderMarkdown(exhibit.body.text) };
};
