/** What waits for the second word after the release, looked through for jurors' names. */
import type { Jury } from '../../jury/jury.ts';
import { extraTexts } from '../../jury/verdict/extras.ts';
import type { LateTranslation } from '../../jury/verdict/late-translation.ts';
import type { Database } from '../records/database.ts';
import { jurorFinder } from './scan.ts';

/** [P87] By the id of a translation or a correction: places that may name a juror. Nothing of what has been agreed or dropped. */
export async function namesInProposed(
  database: Database,
  jury: Jury,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const find = await jurorFinder(database, jury);
  const { lateTranslations, errata } = jury.verdict;
  const waiting = [
    ...lateTranslations.filter(isWaiting).map((one) => ({ id: one.id, texts: textsOf(one) })),
    ...errata.filter(isWaiting).map(({ id, note }) => ({ id, texts: [note.text] })),
  ];
  return Object.fromEntries(waiting.map(({ id, texts }) => [id, texts.flatMap((text) => (text ? find(text) : []))]));
}

const isWaiting = ({ state }: { readonly state: string }): boolean => state === 'proposed';

const textsOf = ({
  title,
  text,
  next,
  rationale,
  ...besides
}: LateTranslation): readonly (string | null | undefined)[] => [
  title?.text,
  text.text,
  next?.text,
  rationale?.text,
  ...Object.values(extraTexts(besides)),
];
