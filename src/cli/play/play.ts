export async function playOnce(_c: unknown, _o: unknown): Promise<number> {
  return 0;
}
