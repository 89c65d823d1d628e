/** Those who mean ill, as a process of their own: one attack at a time for as long as asked. */
import { attack } from '../support/attacks.ts';
import type { AttackName, Target } from '../support/attacks.ts';

export interface AttackTask {
  readonly name: AttackName;
  readonly target: Target;
  readonly seconds: number;
}

process.on('message', ({ name, target, seconds }: AttackTask) => {
  void attack(name, target, seconds).then((outcome) => process.send?.(outcome));
});
