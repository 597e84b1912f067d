import base from '../../playwright.config.ts';
export default {
  ...base,
  projects: [{ name: 'browser', testDir: '.' }],
  outputDir: '/tmp/pw-out-player',
};
