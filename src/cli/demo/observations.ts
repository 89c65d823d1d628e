/** Who follows the board, what the public observed of the answers, and a draft that the authority's members share. */
import { LOCALES, PUBLIC } from '../../lib/jury/terms.ts';
import type { App } from '../../lib/server/app.ts';
import { keepDraftStatements } from '../../lib/server/records/answer-drafts.ts';
import {
  askToFollowStatements,
  confirmFollowerStatements,
  unconfirmedKeys,
} from '../../lib/server/records/followers.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';

const SEEN = [
  'На Абая, 12 разметку для жителей нанесли в мае, парковаться стало проще.',
  'Біздің аулада әлі ешқандай белгі жоқ, жаз бойы көлік кедергісіз тұрды.',
  'Продаю гараж рядом, звоните.',
] as const;

/** A reader in each language, who will get the letters about the verdict and the answer. */
export async function follow({ database }: App, jury: string): Promise<void> {
  const now = Date.now();
  const wishes = LOCALES.flatMap((locale) => askToFollowStatements(jury, `reader.${locale}@example.org`, locale, now));
  await database.write(wishes);
  for (const key of await unconfirmedKeys(database, jury)) await database.write(confirmFollowerStatements(key, now));
}

/** One is shown, one waits, one was kept back: the end of the loading. */
export async function observe(hands: Hands, { facilitator }: Company, recommendation: string): Promise<void> {
  const ids: string[] = [];
  for (const text of SEEN) {
    const events = await hands.give(PUBLIC, { type: 'observe-implementation', recommendation, text });
    ids.push(...events.flatMap((event) => (event.type === 'observation-sent' ? [event.observation] : [])));
  }
  const [first = '', , last = ''] = ids;
  await hands.give(facilitator, { type: 'show-observation', observation: first });
  await hands.giveLast(facilitator, { type: 'refuse-observation', observation: last, rule: 'advertising' });
}

/** Unfinished, as drafts are: without a position, and without anybody who has to see to it. */
export async function shareDraft({ database }: App, jury: string, { authority }: Company, recommendation: string) {
  const words = {
    recommendation,
    version: 0,
    writer: authority.id,
    position: '',
    reasons: 'Бюджет жобасымен салыстыру керек. Қаржы басқармасының жауабын күтіп отырмыз.',
    responsible: undefined,
    until: undefined,
  } as const;
  await database.write(keepDraftStatements(jury, words, authority.id, Date.now()));
}
