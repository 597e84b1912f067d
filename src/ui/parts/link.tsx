/** A link to another page of the app. The app follows it in place; a new tab still works. */
import type { ComponentChildren } from 'preact';
import type { Page } from '../../model/address.ts';
import { useApp } from '../frame/app-context.ts';

interface LinkProps {
  to: Page;
  class?: string | undefined;
  current?: boolean;
  children: ComponentChildren;
  label?: string;
  /** Called when the app follows it in place. */
  onFollow?: () => void;
}

export function Link({
  to,
  class: className,
  current = false,
  children,
  label,
  onFollow,
}: LinkProps) {
  const { location } = useApp();
  return (
    <a
      href={location.href(to)}
      class={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onFollow?.();
        void location.goTo(to);
      }}
    >
      {children}
    </a>
  );
}
