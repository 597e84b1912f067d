/** The choice of how much downloaded audio may take. */
import { useApp } from '../frame/app-context.ts';
import { formatSize } from '../parts/format.ts';
import { NumberChoice } from '../parts/number-choice.tsx';
import { offlineStrings } from '../strings/offline.ts';

const CAPS = [100, 250, 500, 1000, 2000, 5000];

export function AudioCap() {
  const { settings } = useApp();
  return (
    <NumberChoice
      label={offlineStrings.space.cap}
      value={settings.values.value.audioCap}
      options={CAPS}
      format={(amount) => formatSize(amount * 1_000_000)}
      onChoose={(amount) => settings.set('audioCap', amount)}
    />
  );
}
