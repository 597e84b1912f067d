import { describe, expect, it, vi } from 'vitest';
import { SettingsModel } from '../../../src/state/settings.ts';

describe('the choices of a listener', () => {
  it('takes in what was stored, and keeps what is chosen', () => {
    const save = vi.fn();
    const settings = new SettingsModel({ save });
    settings.fill({ autoNext: false });
    expect(settings.values.value.autoNext).toBe(false);
    settings.set('autoNext', true);
    expect(settings.values.value.autoNext).toBe(true);
    expect(save).toHaveBeenCalledExactlyOnceWith('autoNext', true);
  });

  it('keeps a choice that was made before the stored ones were read, once', () => {
    const settings = new SettingsModel({ save: vi.fn() });
    settings.set('autoNext', false);
    settings.fill({ autoNext: true, shortcuts: false });
    expect(settings.values.value).toMatchObject({ autoNext: false, shortcuts: false });
    // As after a backup was brought back.
    settings.fill({ autoNext: true });
    expect(settings.values.value.autoNext).toBe(true);
  });
});
