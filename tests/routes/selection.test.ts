import { expect, test } from 'vitest';
import { decisionsIn, workOut } from '../../src/routes/organise/[jury]/selection/from-population.server.ts';
import { applied } from '../../src/routes/organise/[jury]/selection/target-fields.ts';
import { ticketTable } from '../../src/routes/organise/[jury]/selection/tickets/table.ts';

const POPULATION = 'category,name,count,source\nage,18-59,900,Census\nage,60+,80,Census\nage,90+,20,Census\n';

test('[R18] the table of tickets runs nothing in a spreadsheet, and is in the order of the file', () => {
  const registrant = (fileId: string, name: string) => ({
    ...{ ticket: '7K2M9QXT', fileId, household: null, answers: {}, email: null },
    ...{ name, phone: '+7 700 "12"' },
  });
  const table = ticketTable([registrant('10', '=HYPERLINK("http://x")'), registrant('9', 'Айгүл')]);
  const [header, first, second] = table.split('\r\n');
  expect(header).toBe('\u{FEFF}"id","ticket","name","email","phone"');
  expect(first).toBe(`"9","7K2M9QXT","Айгүл","","'+7 700 ""12"""`);
  expect(second).toContain(`"'=HYPERLINK(""http://x"")"`);
});

test('[R17] a group of less than one seat waits for a decision, and the decision is kept', () => {
  const asked = workOut(POPULATION, { seats: 20, tolerance: 1, decisions: [] });
  expect(asked).toMatchObject({ ok: true, value: { groups: [{ category: 'age', value: '90+', exact: 0.4 }] } });
  const form = new FormData();
  form.set('group.0', 'age\t90+');
  form.set('decision.0', 'into:60+');
  const decisions = decisionsIn(form);
  expect(decisions).toEqual([{ category: 'age', value: '90+', decision: 'merge', into: '60+' }]);
  expect(workOut(POPULATION, { seats: 20, tolerance: 0, decisions })).toEqual({
    ok: true,
    value: {
      targets: [
        { category: 'age', value: '18-59', min: 18, max: 18 },
        { category: 'age', value: '60+', min: 2, max: 2 },
      ],
      population: [
        { category: 'age', value: '18-59', count: 900 },
        { category: 'age', value: '60+', count: 100 },
      ],
      sources: [{ category: 'age', text: 'Census' }],
      decisions,
    },
  });
});

test('a relaxation changes the bounds that it names and nothing else', () => {
  const targets = [
    { category: 'age', value: '60+', min: 5, max: 6 },
    { category: 'age', value: '18-59', min: 14, max: 15 },
  ];
  const change = { category: 'age', value: '60+', bound: 'min', from: 5, to: 3 } as const;
  expect(applied(targets, [change])).toEqual([{ category: 'age', value: '60+', min: 3, max: 6 }, targets[1]]);
});
