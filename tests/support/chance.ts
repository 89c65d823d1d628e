import fc from 'fast-check';

/**
 * Property tests try the same cases on every machine, so that a change that is refused is refused for its own sake.
 * `ALQA_SEED=$RANDOM npm test` tries others; what fails there is kept as an example beside its property.
 */
fc.configureGlobal({ seed: Number(process.env['ALQA_SEED'] ?? 1968) });
