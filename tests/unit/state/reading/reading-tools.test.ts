import { describe, expect, test } from 'vitest';
import { SharingModel } from '../../../../src/state/reading/sharing.ts';
import { TextSearchModel } from '../../../../src/state/reading/text-search.ts';

describe('searching in the text', () => {
  const search = () => {
    const model = new TextSearchModel([
      { id: 's1', text: 'Een en een.' },
      { id: 's2', text: 'Nog een.' },
    ]);
    model.open();
    return model;
  };

  test('goes round through all places, both ways', () => {
    const model = search();
    model.setQuery('een');
    expect(model.matches.value).toHaveLength(3);
    expect(model.current.value).toMatchObject({ lineId: 's1', start: 0, number: 0 });
    model.next();
    model.next();
    expect(model.current.value).toMatchObject({ lineId: 's2', start: 4, number: 2 });
    model.next();
    expect(model.current.value?.number).toBe(0);
    model.previous();
    expect(model.current.value?.number).toBe(2);
    expect(model.byLine.value.get('s1')).toHaveLength(2);
  });

  test('other words begin at the first place; nothing found has no place', () => {
    const model = search();
    model.setQuery('een');
    model.next();
    model.setQuery('nog');
    expect(model.current.value?.number).toBe(0);
    model.setQuery('niets');
    model.next();
    expect(model.current.value).toBeUndefined();
  });

  test('closed, nothing is marked', () => {
    const model = search();
    model.setQuery('een');
    model.close();
    expect(model.matches.value).toEqual([]);
  });
});

describe('sharing', () => {
  const moment = { title: 'A', url: 'https://example.org/r/a/?t=5' };

  test('through the share sheet, without a message', async () => {
    const shared: unknown[] = [];
    const model = new SharingModel({
      share: async (given) => void shared.push(given),
      copy: async () => expect.unreachable(),
    });
    await model.share(moment);
    expect(shared).toEqual([moment]);
    expect(model.result.value).toBeUndefined();
  });

  test('a share sheet that is closed says nothing and copies nothing', async () => {
    const model = new SharingModel({
      share: async () => {
        throw new DOMException('', 'AbortError');
      },
      copy: async () => expect.unreachable(),
    });
    await model.share(moment);
    expect(model.result.value).toBeUndefined();
  });

  test('without a share sheet, or with a broken one, the address is copied', async () => {
    for (const share of [undefined, async () => Promise.reject(new Error('no'))]) {
      const copied: string[] = [];
      const model = new SharingModel({
        ...(share ? { share } : {}),
        copy: async (text) => void copied.push(text),
      });
      await model.share(moment);
      expect(copied).toEqual([moment.url]);
      expect(model.result.value).toBe('link-copied');
    }
  });

  test('a copy that is refused is said', async () => {
    const model = new SharingModel({ copy: () => Promise.reject(new Error('no')) });
    await model.copyText('x');
    expect(model.result.value).toBe('failed');
  });
});
