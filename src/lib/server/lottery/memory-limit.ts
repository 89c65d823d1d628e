/**
 * Keeps every WebAssembly memory of this thread below so many megabytes: the limits that a thread may be given count
 * JavaScript only. The program that wanted more gets an exception, of which it may make anything, so `onFull` is told first.
 */
export function limitWebAssembly(megabytes: number, onFull: () => void): void {
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, 'grow') as typeof prototype.grow;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > megabytes * 1024 * 1024) {
      onFull();
      throw new RangeError('The limit of this memory is reached');
    }
    return grow.call(this, pages);
  };
}
