/** What is on screen after everything was wiped, here or from another tab. Nothing is kept any more. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { formatNames } from '../parts/format.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './erased-page.module.css';

const words = backupStrings.erased;

export function ErasedPage() {
  const { device, base } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const left = device.erased.value ?? [];
  useEffect(() => heading.current?.focus(), []);
  return (
    <main id="inhoud" class={`${pageStyles.root} ${styles.root}`}>
      <h1 ref={heading} class={pageStyles.title} tabIndex={-1}>
        {left.length === 0 ? words.title : words.titleOfRest}
      </h1>
      <p class={left.length > 0 ? pageStyles.message : undefined}>
        {left.length === 0 ? words.text : words.left(formatNames(left))}
      </p>
      {/* A link that the browser itself follows: the app of before the wiping must not live on. */}
      <a class={buttonStyles.main} href={base}>
        {words.again}
      </a>
    </main>
  );
}
