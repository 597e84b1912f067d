/** The three steps to the home screen of an iPhone or iPad, each with a small drawing of what to look for. */
import type { ComponentChildren } from 'preact';
import { installStrings } from '../strings/install.ts';
import styles from './install-steps.module.css';

export function InstallSteps() {
  const drawings = [
    <ShareDrawing key="deel" />,
    <MenuDrawing key="menu" />,
    <AddDrawing key="voeg" />,
  ];
  return (
    <>
      <ol class={styles.root} aria-label={installStrings.stepsLabel}>
        {installStrings.steps.map((step, index) => (
          <li key={step} class={styles.step}>
            {drawings[index]}
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p class={styles.note}>{installStrings.sevenDays}</p>
      <p class={styles.note}>{installStrings.startsEmpty}</p>
    </>
  );
}

/** A phone in outline; what is inside is where the finger goes. */
function Phone({ children }: { children: ComponentChildren }) {
  return (
    <svg class={styles.drawing} viewBox="0 0 72 96" aria-hidden="true" focusable="false">
      <rect class={styles.phone} x="10" y="4" width="52" height="88" rx="9" />
      {children}
    </svg>
  );
}

function ShareDrawing() {
  return (
    <Phone>
      <path class={styles.faint} d="M18 16h36M18 24h28M18 32h33M18 40h22" />
      <path class={styles.faint} d="M10 74h52" />
      <circle class={styles.finger} cx="36" cy="82.5" r="8" />
      <path
        class={styles.line}
        d="M33 81.5h-1.6v6h9.2v-6H39M36 84.5v-7.5m-2.6 2.4L36 76.8l2.6 2.6"
      />
    </Phone>
  );
}

function MenuDrawing() {
  return (
    <Phone>
      <rect class={styles.sheet} x="14" y="34" width="44" height="54" rx="5" />
      <path class={styles.faint} d="M20 43h24M20 52h20M20 80h26" />
      <rect class={styles.finger} x="14" y="58" width="44" height="15" />
      <path class={styles.line} d="M20 65.5h20" />
      <rect class={styles.line} x="46" y="61.5" width="8" height="8" rx="2" />
      <path class={styles.line} d="M50 63.5v4m-2-2h4" />
    </Phone>
  );
}

/** The two strands of the logo grow together on the icon. */
function AddDrawing() {
  return (
    <Phone>
      <rect class={styles.sheet} x="14" y="12" width="44" height="76" rx="5" />
      <rect class={styles.finger} x="39" y="15" width="16" height="10" rx="5" />
      <path class={styles.line} d="M43 20h8" />
      <rect class={styles.icon} x="21" y="33" width="18" height="18" rx="4.5" />
      <path class={styles.sociaal} d="M25 37c0 5 5 4 5 10" />
      <path class={styles.veiligheid} d="M35 37c0 5-5 4-5 10" />
      <path class={styles.faint} d="M44 39h9M44 45h6M20 60h32" />
    </Phone>
  );
}
