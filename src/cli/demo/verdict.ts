/** From the first draft to the authority's answers. */
import type { Actor } from '../../lib/jury/terms.ts';
import { extrasOf } from '../../lib/jury/verdict/extras.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';
import { complain } from './complaints.ts';
import { askJurors } from './survey.ts';
import { observe } from './observations.ts';
import type { Script, ScriptedRecommendation } from './script.ts';

/** The script's citations by the ids that the jury gave out. */
const citationsOf = ({ citations }: ScriptedRecommendation) =>
  citations.map(({ kind, index, quote }) => ({ kind, id: `${LETTER[kind]}${index + 1}`, ...(quote ? { quote } : {}) }));

/** Who is drawn is left to chance, and so is whether a witness has a juror's name. */
export const NAMESAKES = 'Witnesses and streets that share a name with a juror.';

const LETTER = { exhibit: 'E', answer: 'Q', message: 'M' } as const;

export async function reachVerdict(hands: Hands, script: Script, company: Company, jurors: readonly Actor[]) {
  const { organiser, facilitator, authority, 'returning-officer': officer } = company;
  for (const [index, one] of script.recommendations.entries()) {
    const recommendation = `R${index + 1}`;
    const { title, draft, text, rationale, addressee } = one;
    const wording = { title, rationale, addressee, ...extrasOf(one), citations: citationsOf(one) };
    await hands.give(jurors[index] as Actor, { type: 'propose-recommendation', ...wording, text: draft });
    const revised = { type: 'revise-recommendation', recommendation, base: 1, ...wording, text } as const;
    await hands.give(jurors[index + 4] as Actor, revised);
    if (one.act) await askAuthority(hands, { juror: jurors[index] as Actor, authority }, recommendation);
    await hands.give(facilitator, { type: 'freeze-recommendation', recommendation, version: 2 });
  }
  await hands.give(organiser, { type: 'advance-stage', to: 'voting' });

  for (const [index, one] of script.recommendations.entries()) {
    const ballot = `B${index + 1}`;
    await hands.give(officer, { type: 'open-ballot', recommendation: `R${index + 1}` });
    for (const [at, juror] of jurors.entries())
      await hands.give(juror, { type: 'cast-paper', ballot, choice: choiceAt(one, at) });
    await hands.give(officer, { type: 'close-ballot', ballot });
    await hands.give(officer, { type: 'certify-ballot', ballot });
  }

  const { recommendation, text } = script.statement;
  const dissenters = jurors.slice(-3);
  const about = `R${recommendation + 1}`;
  await hands.give(dissenters[0] as Actor, { type: 'write-minority-statement', recommendation: about, text });
  for (const juror of dissenters.slice(1))
    await hands.give(juror, { type: 'join-minority-statement', statement: 'N1' });
  const majority = jurors.slice(0, Math.floor(jurors.length / 2) + 1);
  if (script.closing) await closeWords(hands, script.closing, organiser, majority);
  // All of them, so that nobody is waited for with the release.
  for (const juror of jurors) await hands.give(juror, { type: 'approve-verdict' });
  for (const survey of ['after', 'evaluation'] as const) await askJurors(hands, organiser, survey, jurors);
  await hands.give(organiser, { type: 'propose-release', notice: 0, language: 'kk', note: NAMESAKES });
  await hands.give(company.oversight, { type: 'agree-release' });
  await hands.give(organiser, { type: 'publish-verdict' });
  await hands.give(organiser, { type: 'advance-stage', to: 'responding' });

  const answers = script.answers.map(({ recommendation: to, ...answer }) => ({
    type: 'answer-recommendation' as const,
    recommendation: `R${to + 1}`,
    ...answer,
  }));
  for (const answer of answers) {
    await hands.give(authority, { type: 'acknowledge-recommendation', recommendation: answer.recommendation });
    await hands.give(authority, answer);
  }
  await complain(hands, company, jurors[2] as Actor);
  await observe(hands, company, answers[0]?.recommendation ?? 'R1');
}

/** The jury's own statement, its translation, and one who speaks for the jury. */
async function closeWords(
  hands: Hands,
  { text, translation, speaker }: NonNullable<Script['closing']>,
  organiser: Actor,
  majority: readonly Actor[],
) {
  const [first, second] = majority as [Actor, Actor];
  await hands.give(first, { type: 'write-jury-statement', text, base: 0 });
  await hands.give(organiser, { type: 'add-translation', of: 'statement', language: 'en', text: translation });
  await hands.give(second, { type: 'offer-to-speak', name: speaker });
  if (second.kind !== 'seat') return;
  for (const juror of majority) await hands.give(juror, { type: 'confirm-spokesperson', spokesperson: second.id });
}

/** The second version is shown to the authority, which notes a fact. */
async function askAuthority(hands: Hands, who: { readonly juror: Actor; readonly authority: Actor }, about: string) {
  const version = { recommendation: about, version: 2 } as const;
  await hands.give(who.juror, { type: 'ask-authority', ...version });
  await hands.give(who.authority, { type: 'note-feasibility', ...version, text: NOTE });
}

const NOTE = `Қағидаларды мәслихат өзгертеді; бұған кемінде төрт ай керек.

Правила меняет маслихат; на это нужно не меньше четырёх месяцев.`;

/** How the papers fall, by the juror's place: first those for, then those against, the rest abstain. */
export const choiceAt = (one: ScriptedRecommendation, at: number): 'for' | 'against' | 'abstain' =>
  at < one.for ? 'for' : at < one.for + one.against ? 'against' : 'abstain';
