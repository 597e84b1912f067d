/** Puts the route on the device in one tap, with its size. */
import { useComputed } from '@preact/signals';
import type { LearningRoute } from '../../model/learning-route.ts';
import { useApp } from '../frame/app-context.ts';
import { formatSize } from '../parts/format.ts';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';

export function RouteDownloadLink({ route }: { route: LearningRoute }) {
  const { downloads } = useApp();
  const isReady = useComputed(() => downloads.opensOffline.value === route.modules.length);
  const size = route.modules.reduce(
    (sum, entry) => sum + (entry.audio?.size ?? 0) + entry.contentSize,
    0,
  );
  const words = strings.route;
  return (
    <Link
      to={{ kind: 'offline' }}
      // The page where it leads shows how far it is.
      onFollow={() => {
        if (!downloads.isPaused.value) downloads.download(route.modules);
      }}
    >
      {isReady.value
        ? words.onDevice
        : downloads.isRunning.value
          ? words.downloading
          : words.toDevice(formatSize(size))}
    </Link>
  );
}
