import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { YamlMap } from '../source.ts';
import { checkIneffectiveSettings } from './ineffective-settings.ts';
import { checkKind } from './kind-rules.ts';
import { checkMountPaths } from './mount-paths.ts';
import { checkRelease } from './release-rules.ts';
import { checkSlo } from './slo.ts';
import { checkVariants } from './variants.ts';

/** Reports what a service says that does not fit together. `written` is the service as it was written. */
export function checkService(name: string, service: ServiceInput, written: YamlMap, report: Report): void {
  checkKind(name, service, written, report);
  checkIneffectiveSettings(name, service, written, report);
  checkMountPaths(name, service, report);
  checkVariants(name, service, report);
  checkRelease(name, service, written, report);
  checkSlo(name, service, report);
}
