import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, parent, url }) => {
  const { view } = await parent();
  const found = view.verdict?.recommendations.find((one) => one.id === params.recommendation);
  if (!found) error(404, { message: 'Not Found' });
  const last = found.versions.length;
  const asked = (name: string, otherwise: number): number => {
    const number = Number(url.searchParams.get(name));
    return Number.isInteger(number) && number >= 1 && number <= last ? number : otherwise;
  };
  return { from: asked('from', Math.max(1, last - 1)), to: asked('to', last) };
};
