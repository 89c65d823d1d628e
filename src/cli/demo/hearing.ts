/** What surrounds the hearings of a demonstration jury: handouts, questions of the public, fact checks, how balanced it was. */
import { BALANCE } from '../../lib/jury/evidence/balance.ts';
import { PUBLIC } from '../../lib/jury/terms.ts';
import type { Actor } from '../../lib/jury/terms.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';
import { dayAfter } from './script.ts';
import type { Script } from './script.ts';

const idOf = (witness: number): string => `W${witness + 1}`;

/** Before the jury begins: those who hand something in do so in time, the others have days left. */
export async function handIn(hands: Hands, { witnesses, handouts }: Script, { organiser }: Company, today: number) {
  for (const index of witnesses.keys())
    await hands.give(organiser, { type: 'set-handout-day', witness: idOf(index), day: dayAfter(today, 10) });
  for (const { witness, title, body } of handouts)
    await hands.give(
      { kind: 'witness', id: idOf(witness) },
      { type: 'hand-in-text', witness: idOf(witness), title, body },
    );
}

/** While the jury learns; each public question goes as far as the script says. */
export async function askFromOutside(hands: Hands, { fromPublic }: Script, { facilitator }: Company) {
  for (const [index, { text, called, fate }] of fromPublic.entries()) {
    const sent = `U${index + 1}`;
    await hands.give(PUBLIC, { type: 'send-public-question', text, called: called === '' ? undefined : called });
    if (fate === 'waiting') continue;
    if (fate === 'personal') {
      await hands.give(facilitator, { type: 'decline-public-question', sent, rule: fate });
      continue;
    }
    await hands.give(facilitator, { type: 'admit-public-question', sent });
    if (fate !== 'admitted')
      await hands.give(facilitator, { type: 'pass-public-question', sent, witness: idOf(fate.put) });
  }
}

/** Most of the jurors say how balanced the hearing was, one in five less than most. */
export async function rateHearing(hands: Hands, witness: string, { facilitator }: Company, jurors: readonly Actor[]) {
  for (const [at, juror] of jurors.slice(2).entries())
    await hands.give(juror, { type: 'rate-balance', witness, rating: at % 5 === 4 ? BALANCE[1] : BALANCE[0] });
  await hands.give(facilitator, { type: 'tell-balance', witness });
}

export async function checkFacts(hands: Hands, { checks }: Script, { organiser }: Company, jurors: readonly Actor[]) {
  for (const [index, { of, claim, answer }] of checks.entries()) {
    const check = `F${index + 1}`;
    await hands.give(jurors[index] as Actor, { type: 'request-fact-check', of, claim });
    for (const juror of jurors.slice(index + 1, index + 4))
      await hands.give(juror, { type: 'support-fact-check', check });
    await hands.give(organiser, { type: 'take-fact-check', check });
    if (answer) await hands.give(organiser, { type: 'answer-fact-check', check, ...answer });
  }
}
