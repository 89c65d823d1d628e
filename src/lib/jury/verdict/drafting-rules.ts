import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { CommandOf } from '../commands.ts';
import { asCited, faultIn, sealedCitation, withVersion } from './citation.ts';
import type { Cited } from './citation.ts';
import { extrasOf, faultInAmendment, sealed } from './extras.ts';
import type { Extras } from './extras.ts';
import { nextParagraphIds } from './paragraphs.ts';
import { roundEnded } from './round-rules.ts';
import { ballotOn, currentVersion } from './verdict.ts';
import type { Recommendation, Wording } from './verdict.ts';
import { wordingHash } from './wording.ts';
import { writesIn, writingGroupOf } from './writing-group.ts';

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
    // [V72] Said outright, a value judgement needs no source.
    if (wording.citations.length === 0 && wording.judgement === undefined) return refuse('citation-missing');
    const fallen = faultIn(wording.citations.map(asCited), asked);
    if (fallen) return { ok: false, error: fallen };
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
  return sealedWording(
    { title, text, rationale, addressee, ...extrasOf(command), citations: command.citations },
    asked,
  );
}

/** The words as the journal keeps them, if they are fit to be a version. */
export function sealedWording(words: Words, asked: Asked): Result<Wording> {
  const citations = words.citations.map((one) => withVersion(one, asked));
  const fault = faultInAmendment(words) ?? faultIn(citations, asked);
  if (fault) return { ok: false, error: fault };
  return ok({
    title: asked.seal(words.title),
    text: asked.seal(words.text),
    rationale: asked.seal(words.rationale),
    addressee: words.addressee,
    ...sealed(words, asked.seal),
    citations: citations.map((one) => sealedCitation(one, asked.seal)),
  });
}

/** The words of a recommendation while they are written. */
export interface Words extends Extras<string> {
  readonly title: string;
  readonly text: string;
  readonly rationale: string;
  readonly addressee: string;
  readonly citations: readonly Cited[];
}
