/** [D111] One mark for a whole agenda: every item in it goes on by itself. Without a script it is this that sets them. */
export function withEveryAuto(form: FormData): FormData {
  if (!form.has('everyAuto')) return form;
  form.delete('everyAuto');
  for (const name of [...form.keys()]) {
    const row = /^agenda\.\d+\.(?=title$)/.exec(name)?.[0];
    if (row !== undefined) form.set(`${row}auto`, 'on');
  }
  return form;
}
