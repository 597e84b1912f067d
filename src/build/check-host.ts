/** `npm run check:host -- https://…`: whether a host gives a published app what it needs. Ends with 1 on a fault. */
import { checkHost } from './host-faults.ts';

const [address] = process.argv.slice(2);

if (address === undefined || !URL.canParse(address)) {
  console.error('Noem het adres van de app: npm run check:host -- https://voorbeeld.nl/');
  process.exitCode = 1;
} else {
  await check(address);
}

async function check(base: string): Promise<void> {
  let checked = 0;
  let wrong = 0;
  try {
    for await (const { path, faults } of checkHost(base)) {
      checked += 1;
      if (faults.length > 0) wrong += 1;
      console.log(`${faults.length > 0 ? 'FOUT' : 'goed'}  ${path || 'startpagina'}`);
      for (const fault of faults) console.log(`      ${fault}`);
    }
  } catch (error) {
    wrong += 1;
    const { cause } = error as Error;
    console.error(`De host geeft geen antwoord: ${cause instanceof Error ? cause.message : error}`);
  }
  console.log(
    wrong === 0 ? `Alle ${checked} adressen zijn goed.` : `${wrong} van ${checked} adressen fout.`,
  );
  if (wrong > 0) process.exitCode = 1;
}
