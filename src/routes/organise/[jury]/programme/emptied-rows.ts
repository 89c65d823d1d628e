/** A row of which title, minutes and instructions were emptied is taken out, whatever hidden or chosen values are left in it. */
export function withoutEmptied(form: FormData): FormData {
  for (const name of [...form.keys()]) {
    const row = /^agenda\.\d+\./.exec(name)?.[0];
    if (row === undefined) continue;
    const typed = ['title', 'minutes', 'instructions'].map((field) => String(form.get(row + field) ?? '').trim());
    if (typed.every((text) => text === '')) form.delete(name);
  }
  return form;
}
