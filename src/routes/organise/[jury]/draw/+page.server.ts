import { openJury, submit } from '$lib/server/pages.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { compositionRows } from '../selection/composition-rows.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is on this page may be on a wall: no name but the witnesses', no contact, no answer of any single person. */
export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const { selection, charter } = jury;
  const { frozen, draw, pool } = selection;
  return {
    shell: 'bare' as const,
    id: jury.id,
    title: charter.title,
    seats: charter.seats,
    size: pool?.size ?? 0,
    frozen,
    draw,
    rows: draw ? compositionRows(selection) : [],
    drawable: frozen !== null && draw === null && belongsTo(charter.stage, 'draw-panel'),
  };
};

export const actions: Actions = {
  draw: async (event) => withWrongFields(await submit(event, { only: ['draw-panel'] })),
};
