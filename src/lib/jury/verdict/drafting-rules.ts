import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { CommandOf } from '../commands.ts';
import { noteCalled } from '../deliberation/tables/tables.ts';
import { nextParagraphIds } from './paragraphs.ts';
import { roundEnded } from './round-rules.ts';
import { ballotOn, currentVersion } from './verdict.ts';
import type { Citation, Recommendation, Wording } from './verdict.ts';
import { wordingHash } from './wording.ts';
import { writesIn, writingGroupOf } from './writing-group.ts';

type Cited = CommandOf<'propose-recommendation'>['citations'][number];

type DraftingCommand =
  | 'propose-recommendation'
  | 'revise-recommendation'
  | 'withdraw-recommendation'
  | 'freeze-recommendation'
  | 'reopen-recommendation';

export const draftingRules: Rules<DraftingCommand> = {
  'propose-recommendation': (command, asked) => {
    const wording = wordingOf(command, asked);
    if (!wording.ok) return wording;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    const recommendation = `R${asked.jury.verdict.recommendations.length + 1}`;
    const paragraphs = nextParagraphIds([], command.text);
    return ok([
      {
        type: 'recommendation-proposed',
        recommendation,
        author: asked.actor.id,
        at: asked.now,
        ...wording.value,
        paragraphs,
      },
    ]);
  },

  'revise-recommendation': (command, asked) => {
    const found = openRecommendation(asked, command.recommendation, command.base);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    // [V39] Where a group stands, nobody else writes.
    if (!writesIn(asked.jury, found.value, asked.actor.id)) return refuse('not-in-group');
    const wording = wordingOf(command, asked);
    if (!wording.ok) return wording;
    const group = writingGroupOf(asked.jury, found.value);
    return ok([
      {
        type: 'recommendation-revised',
        recommendation: command.recommendation,
        author: asked.actor.id,
        at: asked.now,
        ...wording.value,
        ...(group.length === 0 ? {} : { group }),
        paragraphs: nextParagraphIds(found.value.versions, command.text),
      },
      ...roundEnded(asked, command.recommendation),
    ]);
  },

  'withdraw-recommendation': ({ recommendation, reason }, asked) => {
    const found = openRecommendation(asked, recommendation);
    if (!found.ok) return found;
    // [V3] Only whoever proposed it takes it back.
    if (asked.actor.kind !== 'seat' || found.value.versions[0]?.author !== asked.actor.id) return refuse('not-allowed');
    return ok([
      { type: 'recommendation-withdrawn', recommendation, reason: asked.seal(reason) },
      ...roundEnded(asked, recommendation),
    ]);
  },

  'freeze-recommendation': ({ recommendation, version }, asked) => {
    const found = openRecommendation(asked, recommendation, version);
    if (!found.ok) return found;
    const wording = currentVersion(found.value);
    if (wording.citations.length === 0) return refuse('citation-missing');
    const fallen = uncitable(wording.citations, asked);
    if (fallen) return refuse('citation-unknown', { id: fallen.id });
    return ok([
      { type: 'recommendation-frozen', recommendation, wordingHash: wordingHash(wording) },
      ...roundEnded(asked, recommendation),
    ]);
  },

  'reopen-recommendation': ({ recommendation, reason }, asked) => {
    const found = asked.jury.verdict.recommendations.find((one) => one.id === recommendation);
    if (!found) return refuse('unknown-recommendation');
    if (found.state !== 'frozen') return refuse('recommendation-not-open');
    const ballot = ballotOn(asked.jury.verdict, recommendation);
    if (ballot?.certifiedAt !== undefined) return refuse('already-certified');
    // [V7] Who voted on other words has not voted on these.
    const voided = ballot ? [{ type: 'ballot-voided', ballot: ballot.id, textChanged: true } as const] : [];
    return ok([{ type: 'recommendation-reopened', recommendation, reason: asked.seal(reason) }, ...voided]);
  },
};

/** [V2] A revision says which version it was written against, so that nobody overwrites unseen words. */
export function openRecommendation({ jury }: Asked, id: string, base?: number): Result<Recommendation> {
  const found = jury.verdict.recommendations.find((one) => one.id === id);
  if (!found) return refuse('unknown-recommendation');
  if (found.state !== 'open') return refuse('recommendation-not-open');
  return base === undefined || base === found.versions.length ? ok(found) : refuse('recommendation-changed');
}

function wordingOf(
  command: CommandOf<'propose-recommendation' | 'revise-recommendation'>,
  asked: Asked,
): Result<Wording> {
  const { title, text, rationale, addressee } = command;
  const citations = command.citations.map((one) => withVersion(one, asked));
  const unknown = uncitable(citations, asked);
  if (unknown) return refuse('citation-unknown', { id: unknown.id });
  return ok({
    title: asked.seal(title),
    text: asked.seal(text),
    rationale: asked.seal(rationale),
    addressee,
    citations,
  });
}

/** [E30] A citation of an exhibit says which version was read. */
function withVersion({ kind, id, version }: Cited, { jury }: Asked): Citation {
  if (kind !== 'exhibit') return { kind, id };
  const newest = jury.evidence.exhibits.find((one) => one.id === id)?.version;
  return { kind, id, version: version ?? newest ?? 1 };
}

export const uncitable = (citations: readonly Citation[], asked: Pick<Asked, 'jury'>): Citation | undefined =>
  citations.find((citation) => !isCitable(asked, citation));

/**
 * [V4] [D82] [E54] What can be cited: exhibits that stand, questions and fact checks that were answered, messages that were not hidden, notes of
 * tables.
 */
function isCitable({ jury }: Pick<Asked, 'jury'>, { kind, id, version = 1 }: Citation): boolean {
  switch (kind) {
    case 'exhibit':
      return jury.evidence.exhibits.some((one) => one.id === id && !one.withdrawn && version <= one.version);
    case 'answer':
      return jury.evidence.questions.some((question) => question.id === id && question.answer !== undefined);
    case 'check':
      return jury.evidence.checks.some((check) => check.id === id && check.answer !== undefined);
    case 'message':
      return jury.room.messages.some((message) => message.id === id && message.hidden === undefined);
    case 'table-note':
      return noteCalled(jury.tables, id) !== undefined;
  }
}
