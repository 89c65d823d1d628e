/** The forms of a page as a browser sends them. */
import type { HTMLElement } from 'node-html-parser';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** What somebody types, chooses or ticks, by the name of the field. Several values are several ticks. */
export type Filled = Readonly<Record<string, string | readonly string[] | Upload>>;

export type ReadForm = { readonly ok: true; readonly data: FormData } | { readonly ok: false; readonly why: string };

export const formsIn = (root: HTMLElement): readonly HTMLElement[] =>
  root.querySelectorAll('form').filter((form) => form.getAttribute('method')?.toLowerCase() === 'post');

/** The fields as they stand on the page, with what was filled in; not ok when something has no field to go into. */
export function fillIn(form: HTMLElement, filled: Filled): ReadForm {
  const data = new FormData();
  const names = new Set<string>();
  for (const control of form.querySelectorAll('input, textarea, select')) {
    const name = control.getAttribute('name');
    if (name === undefined || control.hasAttribute('disabled')) continue;
    names.add(name);
    const value = filled[name];
    for (const sent of valuesOf(control, value))
      if (typeof sent === 'string') data.append(name, sent);
      else data.append(name, new Blob([sent.bytes], { type: sent.type }), sent.name);
  }
  const homeless = Object.keys(filled).filter((name) => !names.has(name));
  if (homeless.length > 0) return { ok: false, why: `has no field ${homeless.join(', ')}` };
  const lost = Object.entries(filled).find(([name, value]) => !arrived(data.getAll(name), value));
  if (lost) return { ok: false, why: `does not take ${JSON.stringify(lost[1])} in its field ${lost[0]}` };
  return { ok: true, data };
}

function valuesOf(control: HTMLElement, filled: Filled[string] | undefined): readonly (string | Upload)[] {
  const own = control.getAttribute('value') ?? '';
  const wanted = filled === undefined ? undefined : typeof filled === 'string' ? [filled] : filled;
  if (control.tagName === 'SELECT') return selectValues(control, wanted);
  if (control.tagName === 'TEXTAREA') return [typeof filled === 'string' ? filled : textOf(control)];
  switch (control.getAttribute('type')) {
    case 'checkbox':
    case 'radio': {
      const box = control.getAttribute('value') ?? 'on';
      const ticked = wanted === undefined ? control.hasAttribute('checked') : isList(wanted) && wanted.includes(box);
      return ticked ? [box] : [];
    }
    case 'file':
      return wanted !== undefined && !isList(wanted) ? [wanted] : [];
    case 'submit':
    case 'button':
      return [];
    default:
      return [typeof filled === 'string' ? filled : own];
  }
}

function selectValues(select: HTMLElement, wanted: readonly string[] | Upload | undefined): readonly string[] {
  const options = select.querySelectorAll('option');
  const valueOf = (option: HTMLElement): string => option.getAttribute('value') ?? option.text;
  if (wanted !== undefined && isList(wanted)) return options.map(valueOf).filter((value) => wanted.includes(value));
  const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
  return chosen ? [valueOf(chosen)] : [];
}

const isList = (value: readonly string[] | Upload): value is readonly string[] => Array.isArray(value);

/** A browser drops the line break that follows the opening tag. */
const textOf = (area: HTMLElement): string => area.text.replace(/^\n/, '');

function arrived(sent: readonly unknown[], filled: Filled[string]): boolean {
  if (typeof filled === 'string') return sent.includes(filled);
  return isList(filled as readonly string[] | Upload)
    ? (filled as readonly string[]).every((value) => sent.includes(value))
    : sent.length === 1;
}
