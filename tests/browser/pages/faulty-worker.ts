/** The worker that writes places in the sound, on a database of which each transaction fails once. */
import '../../../src/storage/position-worker.ts';

const FAULTS: readonly (readonly [message: string, name: string])[] = JSON.parse(self.name);
const { transaction } = IDBDatabase.prototype;
let turn = 0;

IDBDatabase.prototype.transaction = function begin(this: IDBDatabase, ...options) {
  turn += 1;
  const fault = turn % 2 === 1 ? FAULTS[(turn - 1) / 2] : undefined;
  if (fault) throw new DOMException(...fault);
  return transaction.apply(this, options);
};
