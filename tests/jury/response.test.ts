import { describe, expect, test } from 'vitest';
import { emptyPhrasesIn } from '../../src/lib/jury/response/empty-phrases.ts';
import { whereItStands } from '../../src/lib/jury/response/standing.ts';
import type { Progress } from '../../src/lib/jury/response/response.ts';
import { publicRecord } from '../../src/lib/jury/publication/record.ts';
import {
  AUTHORITY,
  ORGANISER,
  advance,
  answer,
  codeOf,
  eventsOf,
  juror,
  juryAt,
  play,
  refusalOf,
} from '../support/jury.ts';
import type { Played } from '../support/jury.ts';

const assign = (responsible: string, because?: string) =>
  ({
    type: 'assign-recommendation',
    recommendation: 'R1',
    responsible,
    ...(because === undefined ? {} : { because }),
  }) as const;
const report = (progress: Progress, correction = false) =>
  ({ type: 'report-progress', recommendation: 'R1', progress, text: 'The tender is out.', correction }) as const;
const rate = (rating: 'addresses' | 'partly' | 'does-not', number = 1) =>
  ({ type: 'rate-answer', recommendation: 'R1', answer: number, rating }) as const;

const published = juryAt('published');
const answered = play(published, [[AUTHORITY, answer('R1')]]);
const shown = ({ jury }: Played) => publicRecord(jury, {})?.verdict?.recommendations[0];

describe('responsibility', () => {
  test('[P8] is said once, and handed over with a reason that everyone may read', () => {
    const first = play(published, [[AUTHORITY, assign('Roads division')]]);
    expect(codeOf(first, AUTHORITY, assign('Roads division'))).toBe('already-responsible');
    expect(codeOf(first, AUTHORITY, assign('Transport company'))).toBe('handover-unexplained');
    const handed = play(first, [[AUTHORITY, assign('Transport company', 'The division was merged.')]]);
    expect(shown(handed)?.assignments).toMatchObject([
      { responsible: 'Roads division' },
      { responsible: 'Transport company', reason: { text: 'The division was merged.' } },
    ]);
    expect(codeOf(published, AUTHORITY, { ...assign('Anyone'), recommendation: 'R2' })).toBe('not-adopted');
  });
});

describe('progress', () => {
  test('[P9] is reported after an answer that promises something', () => {
    expect(codeOf(published, AUTHORITY, report('in-development'))).toBe('nothing-to-report');
    const refused = play(published, [[AUTHORITY, { ...answer('R1'), position: 'rejected' }]]);
    expect(codeOf(refused, AUTHORITY, report('in-development'))).toBe('nothing-to-report');
    expect(codeOf(answered, AUTHORITY, { ...report('adopted'), recommendation: 'R2' })).toBe('not-adopted');
  });

  test('[P9] is never edited: a correction stands beside what it corrects', () => {
    expect(codeOf(answered, AUTHORITY, report('adopted', true))).toBe('nothing-to-correct');
    const corrected = play(answered, [
      [AUTHORITY, report('implemented')],
      [AUTHORITY, report('in-development', true)],
    ]);
    expect(shown(corrected)?.reports).toMatchObject([
      { progress: 'implemented' },
      { progress: 'in-development', correction: true },
    ]);
  });

  test('[P9] goes on when the jury is closed', () => {
    const closed = play(answered, [advance('responding'), advance('closed')]);
    expect(eventsOf(closed, AUTHORITY, report('implemented'))).toHaveLength(1);
  });
});

describe('how far it has come', () => {
  const step = { step: 'Choose a builder', stepBy: '2030-05-01' };

  test('[P70] a report says how much is done and what comes next by which day', () => {
    const reported = play(answered, [[AUTHORITY, { ...report('in-development'), percent: 20, ...step }]]);
    expect(shown(reported)?.reports).toMatchObject([
      { progress: 'in-development', percent: 20, step: { text: 'Choose a builder', by: '2030-05-01' } },
    ]);
    const changed = play(reported, [[AUTHORITY, report('changed')]]);
    expect(shown(changed)?.reports.at(-1)).toMatchObject({ progress: 'changed' });
    expect(shown(changed)?.reports.at(-1)).not.toHaveProperty('step');
  });

  test('[P70] a step has its day, which is not over; what is over has neither step nor per cent', () => {
    expect(codeOf(answered, AUTHORITY, { ...report('adopted'), step: 'Choose' })).toBe('step-incomplete');
    expect(codeOf(answered, AUTHORITY, { ...report('adopted'), stepBy: '2030-05-01' })).toBe('step-incomplete');
    expect(codeOf(answered, AUTHORITY, { ...report('adopted'), ...step, stepBy: '2020-05-01' })).toBe('day-is-past');
    for (const over of ['implemented', 'dropped'] as const)
      for (const more of [{ percent: 100 }, step])
        expect(codeOf(answered, AUTHORITY, { ...report(over), ...more })).toBe('nothing-left-to-come');
  });

  test('[P70] by the day of a step the next report is due, never later than without it', () => {
    const at = (by: string) =>
      whereItStands(
        {
          answers: [{ position: 'accepted', on: '2027-05-10' }],
          reports: [{ progress: 'in-development', on: '2027-06-01', step: { text: 'Choose', by } }],
          respondBy: '2027-05-30',
        },
        '2027-07-16',
      );
    expect(at('2027-07-15')).toMatchObject({ standing: 'in-development', due: '2027-07-15', overdue: true });
    expect(at('2027-08-01')).toMatchObject({ due: '2027-08-01', overdue: false });
    expect(at('2029-01-01').due).toBe('2027-08-10');
  });
});

describe('an answer that came by another way', () => {
  const source = 'https://example.org/letters/17';
  const entered = { ...answer('R1'), type: 'enter-answer', source, givenOn: '2026-09-01' } as const;

  test('[P71] is entered by the organiser with its source and its day, and the authority can add its own', () => {
    const given = play(published, [[ORGANISER, entered]]);
    expect(shown(given)?.answers).toMatchObject([{ entered: { source, givenOn: '2026-09-01' } }]);
    const own = play(given, [[AUTHORITY, answer('R1')]]);
    expect(shown(own)?.answers).toHaveLength(2);
    expect(shown(own)?.answers.at(-1)).not.toHaveProperty('entered');
    expect(eventsOf(given, AUTHORITY, report('adopted'))).toHaveLength(1);
  });

  test('[P71] holds to the rules of an answer, and was not given tomorrow', () => {
    expect(codeOf(published, ORGANISER, { ...entered, givenOn: '2999-01-01' })).toBe('day-is-to-come');
    expect(codeOf(published, ORGANISER, { ...entered, recommendation: 'R2' })).toBe('not-adopted');
    expect(codeOf(published, ORGANISER, { ...entered, position: 'needs-more-time' })).toBe('answer-until-missing');
    expect(codeOf(published, AUTHORITY, entered)).toBe('not-allowed');
    expect(codeOf(published, juror(1), entered)).toBe('not-allowed');
  });
});

describe('that it was received', () => {
  const acknowledge = (recommendation = 'R1') => ({ type: 'acknowledge-recommendation', recommendation }) as const;
  const received = play(published, [[AUTHORITY, acknowledge()]]);

  test('[P61] is said once, by the authority, of what was adopted, and before the answer', () => {
    expect(shown(received)).toHaveProperty('acknowledgedAt');
    expect(shown(published)).not.toHaveProperty('acknowledgedAt');
    expect(codeOf(received, AUTHORITY, acknowledge())).toBe('already-acknowledged');
    expect(codeOf(answered, AUTHORITY, acknowledge())).toBe('already-acknowledged');
    expect(codeOf(published, AUTHORITY, acknowledge('R2'))).toBe('not-adopted');
    expect(codeOf(published, ORGANISER, acknowledge())).toBe('not-allowed');
  });

  test('[P61] answers nothing: the day stands, and the jury is not closed on it', () => {
    const is = whereItStands({ received: true, answers: [], reports: [], respondBy: '2027-06-30' }, '2027-07-01');
    expect(is).toEqual({ standing: 'acknowledged', due: '2027-06-30', overdue: true });
    const waiting = play(received, [advance('responding')]);
    expect(codeOf(waiting, ORGANISER, { type: 'advance-stage', to: 'closed' })).toBe('recommendations-unanswered');
  });
});

describe('an answer when the jury is closed', () => {
  const granted = { ...answer('R1'), position: 'needs-more-time', until: '2027-09-01' } as const;
  const closed = play(published, [[AUTHORITY, granted], advance('responding'), advance('closed')]);

  test('[P60] for which more time was asked can still be given, and then reported on', () => {
    const given = play(closed, [[AUTHORITY, answer('R1')]]);
    expect(shown(given)?.answers).toMatchObject([{ position: 'needs-more-time' }, { position: 'accepted' }]);
    expect(eventsOf(given, AUTHORITY, report('implemented'))).toHaveLength(1);
    expect(codeOf(closed, ORGANISER, answer('R1'))).toBe('not-allowed');
    expect(codeOf(closed, AUTHORITY, answer('R2'))).toBe('not-adopted');
  });

  test('[P60] can be followed by another that stands beside it', () => {
    const twice = play(answered, [advance('responding'), advance('closed'), [AUTHORITY, answer('R1')]]);
    expect(shown(twice)?.answers).toHaveLength(2);
  });
});

describe('ratings', () => {
  const rated = play(
    answered,
    [1, 2, 3, 4].map((number) => [juror(number), rate('partly')] as const),
  );

  test('[P11] each juror once, of the newest answer', () => {
    expect(codeOf(rated, juror(1), rate('addresses'))).toBe('already-rated');
    expect(codeOf(published, juror(1), rate('addresses'))).toBe('answer-replaced');
    const again = play(rated, [[AUTHORITY, answer('R1')]]);
    expect(codeOf(again, juror(1), rate('addresses'))).toBe('answer-replaced');
    expect(eventsOf(again, juror(1), rate('addresses', 2))).toHaveLength(1);
  });

  test('[P11] the public learns numbers, from five on', () => {
    expect(shown(rated)?.ratings).toBeNull();
    const five = play(rated, [[juror(5), rate('does-not')]]);
    expect(shown(five)?.ratings).toEqual({ addresses: 0, partly: 4, 'does-not': 1 });
  });
});

describe('the day of the answer', () => {
  const designing = juryAt('designing');
  const sign = (change: object) => ({ type: 'sign-mandate', statement: 'We shall answer.', ...change }) as const;

  test('[P12] is said outright or as a term from the last day of the jury', () => {
    expect(eventsOf(designing, AUTHORITY, sign({ within: 'days-90' }))).toMatchObject([{ respondBy: '2027-06-29' }]);
    expect(eventsOf(designing, AUTHORITY, sign({ within: 'working-days-20' }))).toMatchObject([
      { respondBy: '2027-04-28' },
    ]);
    expect(eventsOf(designing, AUTHORITY, sign({ within: 'days-90', respondBy: '2027-05-01' }))).toMatchObject([
      { respondBy: '2027-05-01' },
    ]);
    expect(refusalOf(designing, AUTHORITY, sign({}))).toEqual({ code: 'respond-by-missing' });
  });
});

describe('phrases that answer nothing', () => {
  test.each([
    ['The proposal will be considered in due course.', ['will be considered', 'in due course']],
    [
      'Предложение принято к сведению, работа в данном направлении ведётся.',
      ['принято к сведению', 'работа в данном направлении ведётся'],
    ],
    ['Вопрос будет рассмотрен в установленном порядке.', ['будет рассмотрен', 'в установленном порядке']],
    [
      'Ұсыныс назарға алынды, құзыреті шегінде қаралатын болады.',
      ['назарға алынды', 'құзыреті шегінде', 'қаралатын болады'],
    ],
    ['We open ten courtyards on 1 May and publish the costs in autumn.', []],
    ['С 1 мая вводим плату в десяти дворах, осенью публикуем итоги.', []],
  ])('[P13] %s', (text, phrases) => {
    expect(emptyPhrasesIn(text)).toEqual(phrases);
  });

  test('[P13] each is named once', () => {
    expect(emptyPhrasesIn('Duly noted. And duly noted. Duly noted again.')).toEqual(['Duly noted', 'duly noted']);
  });
});
