import type { Environment } from '../../src/model/environment.ts';
import { isMeshed } from '../../src/model/mesh.ts';
import type { ScrapeConfig } from '../forms/scrape-config.ts';
import { addOnJobs } from './add-ons.ts';
import { cloudJobs } from './cloud.ts';
import { apiServerJob, cadvisorJob, kubeletJob } from './cluster.ts';
import { componentJobs } from './components.ts';
import { resourceJobs } from './resources.ts';
import { gatewayJob, istiodJob, servicesJob } from './services.ts';
import { uptimeJobs } from './uptime.ts';

/** Everything Prometheus reads in an environment, sorted by the name of the job. */
export function scrapeConfigs(environment: Environment): readonly ScrapeConfig[] {
  const jobs = [
    servicesJob(environment),
    ...(isMeshed(environment) ? [gatewayJob(environment), istiodJob(environment)] : []),
    apiServerJob(),
    kubeletJob(),
    cadvisorJob(),
    ...componentJobs(environment),
    ...resourceJobs(environment),
    ...addOnJobs(environment),
    ...cloudJobs(environment),
    ...uptimeJobs(environment),
  ];
  return jobs.sort((a, b) => (a.job_name < b.job_name ? -1 : 1));
}
