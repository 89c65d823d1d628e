/** Which page is looked at by whom, and in which jury. A route without an entry here fails the test. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/cli/run-program.js';
import type { StaffRole } from '../../../src/lib/jury/terms.ts';
import { JURIES } from '../support/demonstration.ts';

export type Visitor = StaffRole | 'public' | 'witness' | `juror of ${keyof typeof JURIES}`;

export interface Visit {
  readonly who: Visitor;
  readonly path: string;
}

const { live, published, drafting, voting } = JURIES;
const all = (who: Visitor, ...paths: readonly string[]): readonly Visit[] => paths.map((path) => ({ who, path }));
const organised = (page: string) => all('organiser', `/organise/${live}${page}`, `/organise/${published}${page}`);

export const PAGES: Readonly<Record<string, readonly Visit[]>> = {
  '/': all('public', '/'),
  '/style': all('public', '/style'),
  '/mailbox': all('public', '/mailbox'),
  '/follow/[key]': all('public', `/follow/${'A'.repeat(43)}`),
  '/language': all('public', '/language'),
  '/verify': all('public', '/verify'),
  '/sign-in': all('public', '/sign-in'),
  '/sign-out': all('organiser', '/sign-out'),
  '/account': [...all('organiser', '/account'), ...all('juror of live', '/account')],
  '/declined': all('public', '/declined'),
  '/declined/[jury]': all('public', `/declined/${live}`),
  '/enter/[token]': all('public', '/enter/not-a-link'),
  '/juries/[jury]': all('public', `/juries/${live}`, `/juries/${published}`),
  '/juries/[jury]/answers': all('public', `/juries/${live}/answers`, `/juries/${published}/answers`),
  '/juries/[jury]/follow': all('public', `/juries/${live}/follow`),
  '/juries/[jury]/observe': all('public', `/juries/${published}/observe`, `/juries/${live}/observe`),
  '/juries/[jury]/chosen': all('public', `/juries/${live}/chosen`, `/juries/${published}/chosen`),
  '/juries/[jury]/versions/[version]': all('public', `/juries/${published}/versions/1`),
  '/juries/[jury]/programme': all('public', `/juries/${live}/programme`, `/juries/${published}/programme`),
  '/juries/[jury]/process': all('public', `/juries/${live}/process`, `/juries/${published}/process`),
  '/juries/[jury]/verify': all('public', `/juries/${live}/verify`),
  '/juries/[jury]/evidence/[exhibit]/[[version]]': all(
    'public',
    ...['E1', 'E1/1', 'E3', 'E4', 'E5', 'E6'].map((one) => `/juries/${live}/evidence/${one}`),
  ),
  '/juries/[jury]/questions': all('public', `/juries/${live}/questions`, `/juries/${published}/questions`),
  '/organise': all('organiser', '/organise'),
  '/organise/new': all('organiser', '/organise/new'),
  '/organise/[jury]': organised(''),
  '/organise/[jury]/charter': organised('/charter'),
  '/organise/[jury]/team': organised('/team'),
  '/organise/[jury]/selection': organised('/selection'),
  '/organise/[jury]/draw': organised('/draw'),
  '/organise/[jury]/seats': organised('/seats'),
  '/organise/[jury]/access': organised('/access'),
  '/organise/[jury]/mail': organised('/mail'),
  '/organise/[jury]/evidence': organised('/evidence'),
  '/organise/[jury]/evidence/[exhibit]': [
    ...organised('/evidence/E1'),
    ...all('organiser', `/organise/${live}/evidence/E3`),
  ],
  '/organise/[jury]/programme': organised('/programme'),
  '/organise/[jury]/surveys': organised('/surveys'),
  '/organise/[jury]/verdict': organised('/verdict'),
  '/organise/[jury]/help': organised('/help'),
  '/facilitate/[jury]/help': all('facilitator', `/facilitate/${live}/help`),
  '/take-part/[jury]/help': all('juror of live', `/take-part/${live}/help`),
  '/organise/[jury]/moderation': organised('/moderation'),
  '/oversee/[jury]/moderation': all('oversight', `/oversee/${live}/moderation`),
  '/facilitate/[jury]/moderation': all('facilitator', `/facilitate/${live}/moderation`),
  '/take-part/[jury]/missed': all('juror of live', `/take-part/${live}/missed`),
  '/take-part/[jury]/moderation': all('juror of live', `/take-part/${live}/moderation`),
  '/juries/[jury]/moderation': all('public', `/juries/${live}/moderation`),
  '/juries/[jury]/rules': all('public', `/juries/${live}/rules`),
  '/juries/[jury]/minutes/[session]': all('public', `/juries/${live}/minutes/D3`, `/juries/${published}/minutes/D1`),
  '/facilitate/[jury]/minutes': all('facilitator', `/facilitate/${live}/minutes`),
  '/facilitate/[jury]/minutes/[session]': all(
    'facilitator',
    `/facilitate/${live}/minutes/D3`,
    `/facilitate/${live}/minutes/D4`,
  ),
  '/take-part/[jury]/minutes/[session]': all(
    'juror of live',
    `/take-part/${live}/minutes/D3`,
    `/take-part/${live}/minutes/D4`,
  ),
  '/oversee/[jury]': all('oversight', `/oversee/${live}`),
  '/complaints/[jury]': [
    ...all('juror of live', `/complaints/${live}`),
    ...all('witness', `/complaints/${live}`),
    ...all('organiser', `/complaints/${published}`),
    ...all('oversight', `/complaints/${live}`),
  ],
  '/observations/[jury]': [
    ...all('oversight', `/observations/${published}`),
    ...all('facilitator', `/observations/${published}`),
  ],
  '/release/[jury]': [
    ...all('organiser', `/release/${voting}`),
    ...all('oversight', `/release/${voting}`),
    ...all('organiser', `/release/${published}`),
    ...all('oversight', `/release/${published}`),
    ...all('juror of published', `/release/${published}`),
  ],
  '/answer/[jury]': all('authority', `/answer/${live}`, `/answer/${published}`),
  '/answer/[jury]/drafts': all('authority', `/answer/${drafting}/drafts`),
  '/returning/[jury]': all('returning-officer', `/returning/${voting}`, `/returning/${published}`),
  '/facilitate/[jury]': all('facilitator', `/facilitate/${live}`, `/facilitate/${drafting}`),
  '/facilitate/[jury]/display': all('facilitator', `/facilitate/${live}/display`),
  '/facilitate/[jury]/public-questions': all('facilitator', `/facilitate/${live}/public-questions`),
  '/facilitate/[jury]/polls': all('facilitator', `/facilitate/${drafting}/polls`, `/facilitate/${voting}/polls`),
  '/witness/[jury]': all('witness', `/witness/${live}`),
  '/watch/[jury]': all('observer', `/watch/${live}`, `/watch/${published}`),
  '/take-part/[jury]': [
    ...all('juror of live', `/take-part/${live}`),
    ...all('juror of voting', `/take-part/${voting}`),
    ...all('juror of published', `/take-part/${published}`),
  ],
  '/take-part/[jury]/rehearsal': all('juror of live', `/take-part/${live}/rehearsal`),
  '/take-part/[jury]/rules': all('juror of live', `/take-part/${live}/rules`),
  '/take-part/[jury]/evidence': all('juror of live', `/take-part/${live}/evidence`),
  '/take-part/[jury]/evidence/[exhibit]/[[version]]': all(
    'juror of live',
    ...['E1', 'E1/1', 'E3', 'E6'].map((one) => `/take-part/${live}/evidence/${one}`),
  ),
  '/take-part/[jury]/session/[session]': all('juror of live', `/take-part/${live}/session/D5`),
  '/take-part/[jury]/text': all('juror of drafting', `/take-part/${drafting}/text`),
  '/take-part/[jury]/text/new': all('juror of drafting', `/take-part/${drafting}/text/new`),
  '/take-part/[jury]/text/[recommendation]': all('juror of drafting', `/take-part/${drafting}/text/R1`),
  '/take-part/[jury]/text/[recommendation]/change': all('juror of drafting', `/take-part/${drafting}/text/R1/change`),
  '/take-part/[jury]/text/[recommendation]/together': all(
    'juror of drafting',
    `/take-part/${drafting}/text/R1/together`,
  ),
  '/take-part/[jury]/text/[recommendation]/compare': all('juror of drafting', `/take-part/${drafting}/text/R1/compare`),
  '/take-part/[jury]/text/[recommendation]/suggest': all(
    'juror of drafting',
    ...['', '?field=text&paragraph=1', '?field=addressee', '?field=amendment', '?field=citations'].map(
      (part) => `/take-part/${drafting}/text/R1/suggest${part}`,
    ),
  ),
  '/take-part/[jury]/ballot/[ballot]': [
    ...all('juror of voting', `/take-part/${voting}/ballot/B1`, `/take-part/${voting}/ballot/B2`),
    ...all('juror of published', `/take-part/${published}/ballot/B1`),
  ],
  '/take-part/[jury]/survey/[survey]': [
    ...all('juror of live', `/take-part/${live}/survey/midway`),
    ...all('juror of published', `/take-part/${published}/survey/evaluation`),
  ],
  '/take-part/[jury]/verdict': all('juror of published', `/take-part/${published}/verdict`),
};

/** Every page there is, without the names of its groups. */
export function routes(): readonly string[] {
  const files = globSync('src/routes/**/+page*.svelte', { cwd: root });
  const paths = files.map((file) => join('/', file).split('/').slice(3, -1));
  return paths.map((path) => `/${path.filter((part) => !part.startsWith('(')).join('/')}`);
}
