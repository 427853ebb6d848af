import { loadAtlas } from '../atlas/atlas.ts';
import { report } from '../atlas/problem.ts';

// Prints every problem of content/ in the current folder; exit code 1 if there is one.
const problems = loadAtlas();
if (problems.length) {
  console.error(report(problems));
  process.exitCode = 1;
} else {
  console.log('content/ has no problems.');
}
