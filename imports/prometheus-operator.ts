import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import type { IProbe } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Probe';
import type { IPrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import type { IRelabelConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/RelabelConfig';
import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
import type { IScrapeConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/ScrapeConfig';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** Kinds of the Prometheus operator, typed by @kubernetes-models/prometheus-operator. */
export class PodMonitor extends kind<Plain<IPodMonitor>>('monitoring.coreos.com/v1', 'PodMonitor') {}
export class Probe extends kind<Plain<IProbe>>('monitoring.coreos.com/v1', 'Probe') {}
export class PrometheusRule extends kind<Plain<IPrometheusRule>>(
  'monitoring.coreos.com/v1',
  'PrometheusRule',
) {}
export class AlertmanagerConfig extends kind<Plain<IAlertmanagerConfig>>(
  'monitoring.coreos.com/v1alpha1',
  'AlertmanagerConfig',
) {}
export class ScrapeConfig extends kind<Plain<IScrapeConfig>>(
  'monitoring.coreos.com/v1alpha1',
  'ScrapeConfig',
) {}

/** Parts of those kinds that charts build in functions of their own. */
export type Relabeling = Plain<IRelabelConfig>;
export type AlertReceiver = Plain<IReceiver>;
export type AlertmanagerConfigSpec = Plain<IAlertmanagerConfig>['spec'];
