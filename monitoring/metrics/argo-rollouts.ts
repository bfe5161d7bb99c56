import type { Exporter } from '../forms/exporter.ts';

/** Argo Rollouts: releases and what judges them. */
export const argoRollouts: Exporter = {
  job: 'argo-rollouts',
  source: 'https://github.com/argoproj/argo-rollouts/blob/v1.9.0/controller/metrics/prommetrics.go',
  metrics: {
    analysis_run_info: 'gauge',
    rollout_info: 'gauge',
  },
};
