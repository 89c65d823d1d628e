/** Server time that a page follows second by second. Call while a component is set up. */
export function secondBySecond(now: () => number): { readonly now: number } {
  let shown = $state(now());
  $effect(() => {
    const tick = setInterval(() => (shown = now()), 1_000);
    return () => clearInterval(tick);
  });
  return {
    get now() {
      return shown;
    },
  };
}
