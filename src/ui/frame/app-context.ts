/** Hands the app's state to every component. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppState } from '../../state/app-state.ts';

const AppContext = createContext<AppState | undefined>(undefined);

export const AppProvider = AppContext.Provider;

/** The state of the app. @throws when a component is rendered outside {@link AppProvider}. */
export function useApp(): AppState {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp needs an AppProvider above it');
  return app;
}
