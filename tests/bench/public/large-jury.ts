/** A large verdict, made by the commands that people give. */
import type { App } from '../../../src/lib/server/app.ts';
import { seatJury } from '../../live/seated.ts';

export interface Size {
  readonly seats: number;
  readonly recommendations: number;
  readonly exhibits: number;
  readonly minorityStatements: number;
}

export const LARGE: Size = { seats: 23, recommendations: 27, exhibits: 40, minorityStatements: 10 };

const SENTENCES = [
  'The city opens a line for reports of smoke and answers within two working days.',
  'Households with low incomes pay nothing for the change of a stove, and the list of those who may ask is public.',
  'Measurements from every district are published each hour, with the name of whoever keeps the instrument.',
  'Buses that run on coal gas are replaced first on the routes that pass schools and hospitals.',
  'The plan names one person who answers for it and says by when each part is done.',
];

/** Different paragraphs of the length that jurors write. */
const paragraph = (n: number, sentences: number): string =>
  Array.from({ length: sentences }, (_, at) => `${SENTENCES[(n + at * 2) % SENTENCES.length]} (${n}.${at + 1})`).join(
    ' ',
  );

/** Plays a jury with this id to its published verdict and two answers of the authority. `besides` stands at the end of whatever anybody writes. */
export async function publishLargeVerdict(app: App, jury: string, size: Size = LARGE, besides = ''): Promise<void> {
  const said = (text: string): string => `${text}${besides}`;
  const { hands, company, seats } = await seatJury(app, { jury, seats: size.seats });
  const { organiser, facilitator, oversight, authority, 'returning-officer': officer } = company;
  const jurors = seats.map((id) => ({ kind: 'seat', id }) as const);
  const juror = (n: number) => jurors[n % jurors.length]!;
  const recommendations = Array.from({ length: size.recommendations }, (_, n) => `R${n + 1}`);

  for (let n = 2; n <= size.exhibits; n += 1)
    await hands.give(organiser, {
      type: 'add-text-exhibit',
      title: said(`Report ${n} on the air of the city in winter`),
      author: said(`Institute ${n}`),
      nominatedBy: 'oversight',
      why: said('The jurors asked for figures.'),
      body: said(paragraph(n, 30)),
    });
  await hands.give(juror(0), { type: 'post-message', session: 'D1', text: said('Good evening.') });
  await hands.give(juror(0), { type: 'ask-question', witness: 'W1', text: said('Why?') });
  await hands.give(facilitator, { type: 'approve-question', question: 'Q1' });
  await hands.give({ kind: 'witness', id: 'W1' }, { type: 'answer-question', question: 'Q1', text: said('Because.') });
  await hands.give(facilitator, { type: 'close-hearing', witness: 'W1' });
  await hands.give(facilitator, { type: 'close-session', session: 'D1' });
  await hands.give(organiser, { type: 'advance-stage', to: 'deliberating' });
  await hands.give(organiser, { type: 'advance-stage', to: 'drafting' });
  for (const [n, recommendation] of recommendations.entries()) {
    const cited = new Set([n + 1, n + 8, n + 14].map((at) => `E${(at % size.exhibits) + 1}`));
    const citations = [...cited].map((id) => ({ kind: 'exhibit', id }) as const);
    await hands.give(juror(n), {
      type: 'propose-recommendation',
      title: said(`Clean air, step ${n + 1}: who does what and by when`),
      text: said(`${paragraph(n, 3)}\n\n${paragraph(n + 1, 2)}`),
      rationale: said(paragraph(n + 2, 2)),
      addressee: said('The city administration'),
      citations,
    });
    await hands.give(facilitator, { type: 'freeze-recommendation', recommendation, version: 1 });
  }
  await hands.give(organiser, { type: 'advance-stage', to: 'voting' });
  for (const [n, recommendation] of recommendations.entries()) {
    const ballot = `B${n + 1}`;
    await hands.give(officer, { type: 'open-ballot', recommendation });
    for (const [at, one] of jurors.entries())
      await hands.give(one, { type: 'cast-paper', ballot, choice: at < jurors.length - 4 ? 'for' : 'against' });
    await hands.give(officer, { type: 'close-ballot', ballot });
    await hands.give(officer, { type: 'certify-ballot', ballot });
  }
  for (let n = 0; n < size.minorityStatements; n += 1) {
    const text = said(paragraph(n + 3, 3));
    await hands.give(juror(n), { type: 'write-minority-statement', recommendation: recommendations[n]!, text });
    for (let at = 1; at < 3; at += 1)
      await hands.give(juror(n + at), { type: 'join-minority-statement', statement: `N${n + 1}` });
  }
  for (const one of jurors) await hands.give(one, { type: 'approve-verdict' });
  const note = said('Common words only.');
  await hands.give(organiser, { type: 'propose-release', notice: 0, language: 'en', note });
  await hands.give(oversight, { type: 'agree-release' });
  await hands.give(organiser, { type: 'publish-verdict' });
  await hands.give(organiser, { type: 'advance-stage', to: 'responding' });
  for (const recommendation of recommendations.slice(0, 2))
    await hands.give(authority, {
      type: 'answer-recommendation',
      recommendation,
      position: 'accepted',
      reasons: said(paragraph(5, 3)),
      responsible: said('The department of ecology'),
    });
}
