/** The public record as a manuscript, in the reader's language: the verdict first, then how it came about, then how to check it. */
import { dayAt, formatLastDay } from '$lib/i18n/deadline.ts';
import { getLocale } from '$lib/i18n/compiled/runtime.js';
import { formatDay, formatNumber, pick } from '$lib/i18n/format.ts';
import * as m from '$lib/i18n/compiled/messages.js';
import { sayOption, sayPoll } from '$lib/i18n/poll-words.ts';
import { term } from '$lib/i18n/terms.ts';
import type { Counts } from '$lib/jury/charter/decision-rule.ts';
import type { PublishedErratum } from '$lib/jury/publication/published-words.ts';
import type { PublicRecord, PublishedPoll, PublishedRecommendation } from '$lib/jury/publication/record.ts';
import { corrections, foreword, minority, translations } from './foreword-manuscript.ts';
import type { Instant } from '$lib/jury/terms.ts';
import type { Block, Manuscript } from '$lib/server/typesetting/manuscript.ts';
import { languageOf } from './language.ts';
import { extraBlocks, feasibilityBlocks, restsOn } from './recommendation-manuscript.ts';
import { heading, list, soft, words } from './manuscript-blocks.ts';
import { outcomeBlocks, tiedPoll } from './outcome-manuscript.ts';
import { responseBlocks } from './response-manuscript.ts';
import { presenceSentence, ruleSentence } from './rule.ts';
import { statusSentences } from './status.ts';

type Verdict = NonNullable<PublicRecord['verdict']>;

const WORDING = { en: m.release_wording_en, ru: m.release_wording_ru, kk: m.release_wording_kk };

/** `address` is that of the jury's page, `sha256` that of `record.json`. */
export function verdictManuscript(
  record: PublicRecord & { readonly verdict: Verdict },
  { address, sha256, now }: { readonly address: string; readonly sha256: string; readonly now: Instant },
): Manuscript {
  const { charter, verdict } = record;
  const title = pick(charter.title);
  const jury = m.common_app_name();
  return {
    language: getLocale(),
    title,
    author: pick(charter.authority),
    subject: pick(charter.question),
    at: verdict.publishedAt,
    foot: `${title} · ${address}`,
    blocks: [
      soft(m.public_asked_by({ authority: pick(charter.authority) })),
      heading(1, title),
      { kind: 'paragraph', tone: 'lead', text: pick(charter.question) },
      { kind: 'paragraph', tone: 'strong', text: statusSentences(record, now).join(' ') },
      soft(m.public_verdict_published_on({ date: formatDay(dayAt(verdict.publishedAt)) })),
      soft(m.public_own_words()),
      ...(verdict.language ? [soft(WORDING[verdict.language]())] : []),
      ...foreword(verdict),
      heading(3, m.public_verdict_index()),
      list(
        verdict.recommendations.map(
          ({ id, title, ballot }) => `${id}. ${title} (${term('outcome', ballot.decision.outcome)})`,
        ),
      ),
      heading(1, m.public_verdict()),
      ...verdict.recommendations.flatMap((one) =>
        recommendation(one, verdict.errata ?? [], charter.mandate?.respondBy, now),
      ),
      ...polls(verdict.polls, verdict.errata ?? []),
      ...background(record),
      heading(1, m.public_check()),
      { kind: 'paragraph', text: m.public_pdf_made_from() },
      { kind: 'address', label: m.public_check_address(), url: address },
      { kind: 'address', label: m.public_check_data(), url: `${address}/record.json` },
      soft(`${m.public_check_hash()}: ${sha256}`),
      soft(jury),
    ],
  };
}

function recommendation(
  one: PublishedRecommendation,
  errata: readonly PublishedErratum[],
  respondBy: string | undefined,
  now: Instant,
): Block[] {
  const { ballot } = one;
  const { decision } = ballot;
  return [
    heading(2, `${one.id}. ${one.title}`),
    { kind: 'paragraph', tone: 'strong', text: term('outcome', decision.outcome) },
    heading(3, m.public_rec_what()),
    ...words(one.text),
    heading(3, m.public_rec_why()),
    ...words(one.rationale),
    ...corrections(errata, one.id),
    ...extraBlocks(one),
    ...restsOn(one),
    ...translations(one.translations),
    heading(3, m.public_rec_how_many()),
    {
      kind: 'paragraph',
      tone: 'strong',
      text:
        decision.outcome === 'no-quorum'
          ? m.public_vote_no_quorum({ cast: decision.cast, seats: ballot.seats, quorum: decision.quorum })
          : m.public_vote_sentence({ votes: decision.counts.for, base: decision.base, needed: decision.needed }),
    },
    ...(ballot.tiedBefore ? [tied(ballot.tiedBefore.counts)] : []),
    ...(ballot.heldAgain ?? []).map(({ reason, decision: { counts } }) => ({
      kind: 'paragraph' as const,
      text: m.public_vote_held_again({
        reason: reason.text ?? m.common_tombstone_erased(),
        votes: counts.for,
        against: counts.against,
        abstain: counts.abstain,
      }),
    })),
    soft(`${ruleSentence(ballot.rule, ballot.seats, decision.quorum)} ${presenceSentence(ballot)}`.trim()),
    ...outcomeBlocks(one, errata),
    ...minority(one.minorityStatements, m.public_minority(), errata),
    heading(3, m.public_rec_must_act()),
    { kind: 'paragraph', text: one.addressee, language: languageOf(one.addressee) },
    ...feasibilityBlocks(one),
    heading(3, m.public_rec_answer()),
    ...(decision.outcome === 'adopted'
      ? responseBlocks(one, respondBy, now)
      : [{ kind: 'paragraph', text: m.public_answer_none_owed() } as const]),
    soft(`${m.public_wording_hash()}: ${one.wordingHash}`),
  ];
}

const tied = ({ for: votes, against, abstain }: Counts): Block => ({
  kind: 'paragraph',
  text: m.public_vote_tied_before({ votes, against, abstain }),
});

function polls(all: readonly PublishedPoll[], errata: readonly PublishedErratum[]): Block[] {
  if (all.length === 0) return [];
  return [
    heading(1, m.public_polls()),
    ...all.flatMap((poll): Block[] => {
      const { winner, outcome, cast, abstain, votes, ranked } = poll.ballot.decision;
      const result =
        winner === null ? term('poll_outcome', outcome) : m.common_poll_winner({ option: sayOption(poll, winner) });
      const turnout = m.common_poll_turnout({ cast, electorate: poll.ballot.electorate, abstain });
      const rows = Object.entries(ranked?.places ?? votes?.counts ?? {});
      return [
        heading(2, sayPoll(poll)),
        { kind: 'paragraph', tone: 'strong', text: `${result}. ${turnout}` },
        ...poll.ballot.heldAgain.map(({ reason }) => ({
          kind: 'paragraph' as const,
          text: m.public_poll_held_again({ reason: reason.text ?? m.common_tombstone_erased() }),
        })),
        ...(poll.ballot.tiedBefore ? [tiedPoll(poll, poll.ballot.tiedBefore)] : []),
        list(rows.map(([option, figure]) => `${sayOption(poll, option)}: ${formatNumber(figure)}`)),
        ...outcomeBlocks(poll, errata),
        ...corrections(errata, poll.id),
      ];
    }),
  ];
}

/** What was asked, how the jury was chosen, whom it heard and what it read. */
function background({ charter, selection, witnesses, exhibits }: PublicRecord): Block[] {
  const { mandate } = charter;
  const pool = selection.pool?.size;
  return [
    heading(1, m.public_question()),
    { kind: 'paragraph', text: pick(charter.question) },
    heading(3, m.public_scope_in()),
    { kind: 'paragraph', text: pick(charter.scopeIn) },
    heading(3, m.public_scope_out()),
    { kind: 'paragraph', text: pick(charter.scopeOut) },
    ...(mandate
      ? [
          heading(3, m.public_mandate()),
          ...words(mandate.statement.text),
          soft(m.public_mandate_respond_by({ date: formatLastDay(mandate.respondBy) })),
        ]
      : []),
    ...(selection.draw && pool !== undefined
      ? [
          heading(1, m.public_chosen()),
          {
            kind: 'paragraph',
            text: m.public_chosen_short({ seats: selection.draw.panel.length, pool: formatNumber(pool) }),
          } as const,
        ]
      : []),
    heading(1, m.public_heard()),
    list(
      witnesses.map(({ name, kind, affiliation, nominatedBy, withdrawn }) =>
        [
          `${name}: ${term('witness_kind', kind)}, ${affiliation}.`,
          `${m.public_nominated()}: ${term('nominated_by', nominatedBy)}.`,
          ...(withdrawn ? [m.public_witness_withdrawn({ reason: withdrawn.reason })] : []),
        ].join(' '),
      ),
    ),
    heading(1, m.public_evidence()),
    list(exhibits.map(({ id, title, author }) => `${id}. ${title} (${author})`)),
  ];
}
