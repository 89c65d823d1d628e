import type { Asked, Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { JuryEvent } from '../state.ts';
import type { EvidenceCommand } from './commands.ts';
import type { Exhibit, Question, Witness } from './evidence.ts';

const nextExhibit = ({ jury }: Asked): string => `E${jury.evidence.exhibits.length + 1}`;

function sourceOf({ title, author, nominatedBy, why }: Pick<Exhibit, 'title' | 'author' | 'nominatedBy' | 'why'>) {
  return { title, author, nominatedBy, why };
}

export const evidenceRules: Rules<EvidenceCommand['type']> = {
  'add-text-exhibit': (command, asked) =>
    ok([
      {
        type: 'exhibit-added',
        exhibit: nextExhibit(asked),
        at: asked.now,
        ...sourceOf(command),
        kind: 'text',
        body: asked.seal(command.body),
      },
    ]),

  'add-link-exhibit': (command, asked) =>
    ok([
      {
        type: 'exhibit-added',
        exhibit: nextExhibit(asked),
        at: asked.now,
        ...sourceOf(command),
        kind: 'link',
        address: command.address,
        body: asked.seal(command.body),
      },
    ]),

  'add-file-exhibit': (command, asked) => {
    const file = asked.facts.file;
    if (!file || file.id !== command.file) return refuse('file-not-accepted');
    const { id, sha256, mediaType, size } = file;
    return ok([
      {
        type: 'exhibit-added',
        exhibit: nextExhibit(asked),
        at: asked.now,
        ...sourceOf(command),
        kind: 'file',
        file: id,
        sha256,
        mediaType,
        size,
      },
    ]);
  },

  'correct-exhibit': ({ exhibit, correction }, asked) => {
    const found = standingExhibit(asked, exhibit);
    return found.ok
      ? ok([{ type: 'exhibit-corrected', exhibit, correction: asked.seal(correction), at: asked.now }])
      : found;
  },

  'withdraw-exhibit': ({ exhibit, reason }, asked) => {
    const found = standingExhibit(asked, exhibit);
    return found.ok ? ok([{ type: 'exhibit-withdrawn', exhibit, reason, at: asked.now }]) : found;
  },

  'invite-witness': ({ kind, affiliation, nominatedBy, why, topic }, { jury }) =>
    ok([
      {
        type: 'witness-invited',
        witness: `W${jury.evidence.witnesses.length + 1}`,
        kind,
        affiliation,
        nominatedBy,
        why,
        topic,
      },
    ]),

  'withdraw-witness': ({ witness, reason }, asked) => {
    const found = ownWitness(asked, witness);
    if (!found.ok) return found;
    // [E7] A hearing does not stay open without its witness, or no other could begin.
    const closed: JuryEvent[] = found.value.hearing === 'open' ? [{ type: 'hearing-closed', witness }] : [];
    return ok([...closed, { type: 'witness-withdrawn', witness, reason }]);
  },

  'declare-interests': ({ witness, interests }, asked) => {
    const found = ownWitness(asked, witness);
    return found.ok ? ok([{ type: 'interests-declared', witness, interests: asked.seal(interests) }]) : found;
  },

  'open-hearing': ({ witness }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    if (!found.value.interests) return refuse('interests-undeclared');
    if (asked.jury.evidence.witnesses.some((one) => one.hearing === 'open')) return refuse('hearing-already-open');
    return ok([{ type: 'hearing-opened', witness }]);
  },

  'close-hearing': ({ witness }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    return found.value.hearing === 'open' ? ok([{ type: 'hearing-closed', witness }]) : refuse('hearing-not-open');
  },

  'ask-question': ({ witness, text }, asked) => {
    const found = standingWitness(asked, witness);
    if (!found.ok) return found;
    if (found.value.hearing === 'closed') return refuse('hearing-not-open');
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    const question = `Q${asked.jury.evidence.questions.length + 1}`;
    return ok([{ type: 'question-asked', question, witness, text: asked.seal(text), asker: asked.actor.id }]);
  },

  'support-question': ({ question }, asked) => {
    const found = openQuestion(asked, question);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat') return refuse('not-allowed');
    if (found.value.asker === asked.actor.id) return refuse('own-question');
    if (found.value.support.seats.includes(asked.actor.id)) return refuse('already-supported');
    return ok([{ type: 'question-supported', question, seat: asked.actor.id }]);
  },

  'unsupport-question': ({ question }, asked) => {
    const found = openQuestion(asked, question);
    if (!found.ok) return found;
    if (asked.actor.kind !== 'seat' || !found.value.support.seats.includes(asked.actor.id))
      return refuse('not-supported');
    return ok([{ type: 'question-unsupported', question, seat: asked.actor.id }]);
  },

  'decline-question': ({ question, rule, note }, asked) => {
    const found = openQuestion(asked, question);
    return found.ok ? ok([{ type: 'question-declined', question, rule, note }]) : found;
  },

  'answer-question': ({ question, text }, asked) => {
    const found = openQuestion(asked, question);
    if (!found.ok) return found;
    const witness = standingWitness(asked, found.value.witness);
    if (!witness.ok) return witness;
    if (asked.actor.kind === 'witness' && asked.actor.id !== found.value.witness) return refuse('not-allowed');
    if (witness.value.hearing === 'planned') return refuse('hearing-not-open');
    return ok([{ type: 'question-answered', question, text: asked.seal(text), at: asked.now }]);
  },
};

function standingExhibit({ jury }: Asked, id: string): Result<Exhibit> {
  const exhibit = jury.evidence.exhibits.find((one) => one.id === id);
  if (!exhibit) return refuse('unknown-exhibit');
  return exhibit.withdrawn ? refuse('exhibit-withdrawn') : ok(exhibit);
}

function standingWitness({ jury }: Asked, id: string): Result<Witness> {
  const witness = jury.evidence.witnesses.find((one) => one.id === id);
  if (!witness) return refuse('unknown-witness');
  return witness.withdrawn ? refuse('witness-withdrawn') : ok(witness);
}

/** [E4] A witness speaks for themselves only. */
function ownWitness(asked: Asked, id: string): Result<Witness> {
  if (asked.actor.kind === 'witness' && asked.actor.id !== id) return refuse('not-allowed');
  return standingWitness(asked, id);
}

function openQuestion({ jury }: Asked, id: string): Result<Question> {
  const question = jury.evidence.questions.find((one) => one.id === id);
  if (!question) return refuse('unknown-question');
  return question.declined || question.answer ? refuse('question-closed') : ok(question);
}
