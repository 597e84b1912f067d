/** Hears what the build warns of: a site with a warning is not finished, and nobody reads one that is let through. */
import { createLogger, type Logger } from 'vite';
import { BuildError } from './build-error.ts';

/** A logger, and its count of warnings. */
export interface HeardWarnings {
  /** To be given to each build; it says what it hears as always. */
  logger: Logger;
  /** @throws BuildError when a build warned of something */
  throwIfAny(): void;
}

/** @param spoken - Says what is heard. */
export function hearWarnings(spoken: Logger = createLogger('warn')): HeardWarnings {
  let count = 0;
  return {
    logger: {
      ...spoken,
      warn(message, options) {
        count += 1;
        spoken.warn(message, options);
      },
      warnOnce(message, options) {
        count += 1;
        spoken.warnOnce(message, options);
      },
    },
    throwIfAny() {
      if (count > 0) throw new BuildError(`De bouw waarschuwt ${count} keer; zie hierboven.`);
    },
  };
}
