/** The secret ballot, the minority's reasons, the approval and the publication. */
import { expect } from 'vitest';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import { term } from '../../../src/lib/i18n/terms.ts';
import type { Person } from '../support/person.ts';
import { SEATS } from './founding.ts';
import type { PlainVisitor } from '../support/plain-visitor.ts';

type Choice = 'for' | 'against' | 'abstain';

const CHOICES: Record<Choice, () => string> = {
  for: m.verdict_choose_for,
  against: m.verdict_choose_against,
  abstain: m.verdict_choose_abstain,
};

/** Stands beside a choice on the paper and nowhere else. */
const MEANINGS: Record<Choice, () => string> = {
  for: m.verdict_choose_for_more,
  against: m.verdict_choose_against_more,
  abstain: m.verdict_choose_abstain_more,
};

export async function opensBallot(officer: Person, jury: string): Promise<void> {
  await officer.opens(`/returning/${jury}`);
  await officer.confirms(m.organiser_returning_open);
  await officer.sees(() => m.organiser_returning_quorum_missing({ quorum: 12 }));
}

/** From the juror's first page, as the ballot shows up there; works without a script as well. */
export async function votes(juror: Person, jury: string, choice: Choice): Promise<void> {
  await review(juror, jury, choice);
  await juror.presses(m.verdict_cast);
  await juror.sees(m.verdict_receipt);
  expect(await juror.reads(), 'the receipt tells nothing of the choice').not.toContain(juror.says(MEANINGS[choice]));
}

/** The vote is paused while the paper is under review, and then the voter's own line breaks: one paper goes into the box all the same. */
export async function votesThroughBreaks(juror: Person, officer: Person, jury: string, choice: Choice): Promise<void> {
  await review(juror, jury, choice);
  await officer.opens(`/returning/${jury}`);
  await officer.confirms(m.organiser_returning_pause, (dialog) =>
    officer.fills(m.organiser_returning_pause_reason, 'Нет света.', dialog),
  );
  await juror.sees(m.verdict_paused);
  await officer.presses(m.organiser_returning_resume);
  await officer.sees(m.organiser_done);
  await review(juror, jury, choice);
  await juror.context.setOffline(true);
  await juror.presses(m.verdict_cast);
  await juror.sees(m.common_line_lost_secret);
  await juror.context.setOffline(false);
  await juror.sees(m.verdict_receipt);
}

async function review(juror: Person, jury: string, choice: Choice): Promise<void> {
  await juror.opens(`/take-part/${jury}`);
  await juror.follows(m.juror_vote);
  await juror.chooses(CHOICES[choice]);
  await juror.presses(m.verdict_review);
  await juror.sees(m.verdict_review_title);
}

export async function votesByPost(juror: PlainVisitor, jury: string, choice: Choice): Promise<void> {
  await juror.acts(`/take-part/${jury}/ballot/B1?/cast`, { type: 'cast-paper', ballot: 'B1', choice });
}

export async function closesBallot(officer: Person, jury: string, cast: number): Promise<void> {
  await officer.opens(`/returning/${jury}`);
  await officer.sees(() => m.organiser_returning_voted({ cast, electorate: cast }));
  await officer.confirms(m.organiser_returning_close);
  await officer.sees(() => `${m.organiser_returning_result()}: ${term('outcome', 'adopted')}`);
  await officer.confirms(m.organiser_returning_certify);
  await officer.sees(m.organiser_done);
}

/** The officer says in words what the vote came to, and a juror agrees with that. */
export async function saysOutcome(officer: Person, juror: Person, jury: string, words: string): Promise<void> {
  await officer.unfolds(m.organiser_outcome_state);
  await officer.fills(m.organiser_outcome_text, words);
  await officer.fills(m.public_outcome_next, 'Город ответит до июня.');
  await officer.fills(m.organiser_outcome_review, '2099-06-30');
  await officer.presses(m.organiser_outcome_state);
  await officer.sees(() => m.public_outcome_agreed({ agreed: 0, jurors: SEATS }));
  await juror.opens(`/take-part/${jury}/verdict`);
  await juror.presses(m.verdict_outcome_agree);
  await juror.sees(m.verdict_outcome_yours);
}

export async function disagrees(writer: Person, joiner: Person, jury: string, reasons: string): Promise<void> {
  const ballot = `/take-part/${jury}/ballot/B1`;
  await writer.opens(ballot);
  await writer.unfolds(m.verdict_minority_write);
  await writer.fills(m.verdict_minority_label, reasons);
  await writer.presses(m.verdict_minority_send);
  await writer.sees(() => m.verdict_minority_joined({ joined: 1, needed: 2 }));
  await joiner.opens(ballot);
  await joiner.presses(m.verdict_minority_join);
  await joiner.sees(() => m.verdict_minority_enough({ count: 2 }));
}

export async function approves(juror: Person, jury: string): Promise<void> {
  await juror.opens(`/take-part/${jury}`);
  await juror.follows(m.juror_approve);
  await juror.confirms(m.verdict_approve);
  await juror.sees(m.verdict_approved);
}

export async function approvesWithoutScripts(juror: Person, jury: string): Promise<void> {
  await juror.opens(`/take-part/${jury}/verdict`);
  await juror.unfolds(m.verdict_approve);
  await juror.presses(m.verdict_approve);
  await juror.sees(m.verdict_approved);
}

export async function approvesByPost(juror: PlainVisitor, jury: string): Promise<void> {
  await juror.acts(`/take-part/${jury}/verdict?/act`, { type: 'approve-verdict' });
}

/** The organiser proposes, oversight agrees; then it goes out by itself. */
export async function publishes(organiser: Person, oversight: Person, jury: string): Promise<void> {
  await organiser.opens(`/organise/${jury}/verdict`);
  await organiser.follows(m.release_title);
  await organiser.picks(m.release_language, m.common_language_ru);
  await organiser.fills(m.release_notice, '0');
  await organiser.fills(m.release_note, 'Однофамильцы.');
  await organiser.presses(m.release_propose);
  await organiser.sees(m.release_waits);
  await oversight.opens(`/release/${jury}`);
  await oversight.confirms(m.release_agree);
  // It goes out by itself, a moment after the second word: the page says so when it is looked at again.
  await expect
    .poll(
      async () => {
        await oversight.opens(`/release/${jury}`);
        return oversight.page.getByText(oversight.says(m.organiser_public_page)).count();
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
}
