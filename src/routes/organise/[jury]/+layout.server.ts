import { openJury } from '$lib/server/pages.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { jury, actor, names } = await openJury(event, ['organiser']);
  const { title, stage } = jury.charter;
  return { id: jury.id, title, stage, who: actor.kind === 'member' ? names[actor.id] : undefined };
};
