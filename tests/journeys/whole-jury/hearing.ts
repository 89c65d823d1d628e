/** Questions to the witness and the answer that everybody reads. */
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import type { Person } from '../support/person.ts';

export const QUESTION = 'Сколько людей болеет из-за смога?';
export const ANSWER = 'Каждая десятая госпитализация в январе.';

export async function hearsWitness(
  facilitator: Person,
  witness: Person,
  [asker, supporter]: readonly [Person, Person],
  witnessName: string,
): Promise<void> {
  await facilitator.unfolds(witnessName);
  await facilitator.presses(m.facilitator_open_hearing);
  for (const juror of [asker, supporter]) {
    await juror.unfolds(() => m.evidence_questions_for({ name: witnessName }));
  }
  await asker.unfolds(m.evidence_ask);
  await asker.fills(m.evidence_ask_label, QUESTION);
  await asker.presses(m.evidence_send_question);
  await asker.sees(m.evidence_own_question);
  await facilitator.presses(m.facilitator_approve);
  await facilitator.presses(m.facilitator_put);
  await supporter.presses(m.evidence_support);
  await supporter.sees(m.evidence_you_support);
  await witness.sees(m.evidence_asked_now);
  await witness.fills(m.evidence_answer_here, ANSWER);
  await witness.presses(m.evidence_send_answer);
  await asker.sees(ANSWER);
  await supporter.sees(ANSWER);
}
