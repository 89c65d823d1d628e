/** What came back of a form: everything that was typed, and what is wrong with each field of it. */
import * as m from '$lib/i18n/compiled/messages.js';
import { explainRefusal } from '$lib/i18n/refusal.ts';
import type { RefusalCode } from '$lib/jury/refusals.ts';
import type { Refusal } from '$lib/jury/result.ts';

export interface Returned {
  readonly type?: string;
  readonly refused?: Refusal;
  readonly values?: Readonly<Record<string, string>>;
  /** Names of the fields that do not have the shape they need. */
  readonly wrong?: readonly string[];
}

/**
 * @param fields values that tell this form from others of its type on the page
 * @param belongs the field that a refusal by the rules speaks of
 */
export function returnedForm(
  form: Returned | null | undefined,
  type: string,
  {
    fields = {},
    belongs = {},
  }: { fields?: Readonly<Record<string, string>>; belongs?: Partial<Record<RefusalCode, string>> } = {},
) {
  const same = Object.entries(fields).every(([name, value]) => form?.values?.[name] === value);
  const mine = form?.refused && form.type === type && same ? form : undefined;
  return {
    typed: (name: string, otherwise = ''): string => mine?.values?.[name] ?? otherwise,
    checked: (name: string, otherwise: boolean): boolean => (mine ? mine.values?.[name] === 'on' : otherwise),
    problem(name: string): string | null {
      if (mine?.refused && belongs[mine.refused.code] === name) return explainRefusal(mine.refused);
      if (!mine?.wrong?.includes(name)) return null;
      return mine.values?.[name]?.trim() ? m.organiser_field_wrong() : m.organiser_field_missing();
    },
  };
}
