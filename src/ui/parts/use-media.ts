/** What a media query says, for what is not worth building where a stylesheet would hide it. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** Follows it; while prerendering everything is built, for every window. */
export function useMedia(query: string): boolean {
  const list = useMemo(
    () => (typeof matchMedia === 'function' ? matchMedia(query) : undefined),
    [query],
  );
  const matches = useSignal(list?.matches ?? true);
  useEffect(() => {
    const follow = () => {
      matches.value = list?.matches ?? true;
    };
    follow();
    list?.addEventListener('change', follow);
    return () => list?.removeEventListener('change', follow);
  }, [list, matches]);
  return matches.value;
}
