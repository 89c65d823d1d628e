/** What messages point to. A quote is a reference: the source is read where it stands, with its corrections. */
import type { Evidence } from '../../evidence/evidence.ts';
import { ok, refuse } from '../../result.ts';
import type { Result } from '../../result.ts';
import type { Quote } from '../room.ts';

/** [D47] The source of `exhibit:E1` or `answer:Q3`, if it is there to be read; undefined where nothing is quoted. */
export function quoted({ exhibits, questions }: Evidence, reference: string | undefined): Result<Quote | undefined> {
  if (reference === undefined) return ok(undefined);
  const [kind, id = ''] = reference.split(':') as [Quote['kind'], string?];
  if (kind === 'exhibit') {
    const exhibit = exhibits.find((one) => one.id === id);
    if (!exhibit) return refuse('unknown-exhibit');
    return exhibit.withdrawn ? refuse('exhibit-withdrawn') : ok({ kind, id });
  }
  const question = questions.find((one) => one.id === id);
  if (!question) return refuse('unknown-question');
  return question.answer ? ok({ kind, id }) : refuse('not-answered');
}
