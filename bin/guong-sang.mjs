#!/usr/bin/env node
// Installs what is missing, builds when the sources changed, then runs the command: start, demo, migrate, ...
import './node-version.mjs';

import('./prepare.mjs')
  .then((prepare) => prepare.prepare(process.argv[2]))
  .then((main) => import(main))
  .then((program) => program.main(process.argv.slice(2)))
  .catch((error) => {
    console.error(error.expected ? error.message : error);
    process.exitCode = 1;
  });
