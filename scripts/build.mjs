// Bundles the command line into build/, if its sources are others than those of a build that is there.
import { built } from './built.mjs';

await built();
