import { answer } from '../support/jury.ts';

/** One plain example of every command that follows a verdict. */
export const SAMPLES_AFTERWARDS = {
  'answer-recommendation': answer('R1'),
  'enter-answer': {
    ...answer('R1'),
    type: 'enter-answer',
    source: 'https://example.org/letters/17',
    givenOn: '2026-09-01',
  },
  'acknowledge-recommendation': { type: 'acknowledge-recommendation', recommendation: 'R1' },
  'assign-recommendation': {
    type: 'assign-recommendation',
    recommendation: 'R1',
    responsible: 'Roads division',
    because: 'The division was merged.',
  },
  'report-progress': {
    type: 'report-progress',
    recommendation: 'R1',
    progress: 'in-development',
    text: 'The tender is out.',
    percent: 20,
    step: 'Choose a builder',
    stepBy: '2030-05-01',
    correction: false,
  },
  'rate-answer': { type: 'rate-answer', recommendation: 'R1', answer: 1, rating: 'partly' },
  'observe-implementation': {
    type: 'observe-implementation',
    recommendation: 'R1',
    text: 'The lane was painted in May.',
  },
  'show-observation': { type: 'show-observation', observation: 'O0123456789abcdef' },
  'refuse-observation': { type: 'refuse-observation', observation: 'O0123456789abcdef', rule: 'advertising' },
  'open-survey': { type: 'open-survey', survey: 'midway', about: 'Buses should run all night.' },
  'answer-survey': {
    type: 'answer-survey',
    survey: 'midway',
    code: '0123456789AB',
    again: false,
    answers: { position: 'agree', sure: 'unsure' },
  },
  'file-complaint': { type: 'file-complaint', subject: 'facilitation', text: 'We were cut off twice.' },
  'answer-complaint': {
    type: 'answer-complaint',
    complaint: 'J1',
    summary: 'Somebody says that speakers were cut off.',
    reply: 'The clock was set too short, and is not any more.',
    note: 'It is the name of a street.',
  },
  'close-survey': { type: 'close-survey', survey: 'midway' },
} as const;
