/** Targets, pool, freeze, draw; then the calls: one declines and is replaced, the others confirm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import type { Person } from '../support/person.ts';

const file = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: readFileSync(join(import.meta.dirname, name)),
});

export async function setsTargets(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/selection`);
  await organiser.attaches(m.recruitment_targets_file, file('targets.csv'));
  await organiser.presses(m.recruitment_targets_load);
  await organiser.chooses('attitude');
  await organiser.presses(m.recruitment_targets_save);
  await organiser.sees(() => m.recruitment_attitude_is({ category: 'attitude' }));
}

export async function loadsPool(organiser: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/selection`);
  await organiser.attaches(m.recruitment_pool_file, file('pool.csv'));
  await organiser.presses(m.recruitment_pool_upload);
  await organiser.presses(m.recruitment_pool_load);
  await organiser.sees(() => m.recruitment_pool_size({ count: 90 }));
}

export async function draws(organiser: Person): Promise<void> {
  await organiser.presses(m.lottery_compute);
  await organiser.sees(m.lottery_figures);
  await organiser.confirms(m.recruitment_freeze);
  await organiser.sees(m.recruitment_hashes);
  await organiser.follows(m.lottery_screen_open);
  await organiser.confirms(m.lottery_draw_seed, async (dialog) => {
    await organiser.fills(m.recruitment_seed, '4 8 15 16 23 42', dialog);
    await organiser.fills(() => m.recruitment_witness({ number: 1 }), 'А. Свидетель', dialog);
    await organiser.fills(() => m.recruitment_witness({ number: 2 }), 'Б. Свидетель', dialog);
  });
  await organiser.sees(m.lottery_screen_drawn);
  await organiser.follows(m.lottery_screen_back);
  await organiser.sees(m.recruitment_drawn_next);
}
