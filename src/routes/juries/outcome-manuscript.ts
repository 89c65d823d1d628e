/** What a vote came to in words, and a tie before it, as parts of the printed verdict. */
import { dayAt } from '$lib/i18n/deadline.ts';
import { formatDay, formatNumber } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import { sayOption } from '$lib/i18n/poll-words.ts';
import type { PublishedOutcomeVersion, WithOutcome } from '$lib/jury/publication/outcome-record.ts';
import type { PublishedErratum } from '$lib/jury/publication/published-words.ts';
import type { PublishedPoll } from '$lib/jury/publication/record.ts';
import { outcomePlace } from '$lib/jury/verdict/outcome-place.ts';
import type { PollDecision } from '$lib/jury/verdict/poll.ts';
import type { Block } from '$lib/server/typesetting/manuscript.ts';
import { corrections, translations } from './foreword-manuscript.ts';
import { heading, soft, words } from './manuscript-blocks.ts';

const inWords = ({ text, next, reviewOn, agreed, jurors }: PublishedOutcomeVersion): Block[] => [
  ...words(text),
  { kind: 'paragraph', tone: 'strong', text: m.public_outcome_next() },
  ...words(next),
  { kind: 'paragraph', text: m.public_outcome_review({ date: formatDay(reviewOn) }) },
  soft(m.public_outcome_agreed({ agreed, jurors })),
];

/** With its translations and corrections. */
export const outcomeBlocks = (
  { id, stated }: WithOutcome & { readonly id: string },
  errata: readonly PublishedErratum[],
): Block[] =>
  stated
    ? [
        heading(3, m.public_outcome()),
        ...inWords(stated),
        ...translations(stated.translations),
        ...corrections(errata, outcomePlace(id)),
        ...(stated.earlier ?? [])
          .toReversed()
          .flatMap((version) => [
            soft(m.public_outcome_earlier({ date: formatDay(dayAt(version.at)) })),
            ...inWords(version),
          ]),
      ]
    : [];

/** The first count: places, or votes. */
export function tiedPoll(poll: PublishedPoll, { ranked, votes }: PollDecision): Block {
  const counts = Object.entries(ranked?.places ?? votes?.counts ?? {});
  const said = counts.map(([option, figure]) => `${sayOption(poll, option)}: ${formatNumber(figure)}`).join('; ');
  return { kind: 'paragraph', text: `${m.public_poll_tied_before()} ${m.public_poll_first_count()}: ${said}.` };
}
