import type { ICertificate } from '@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** cert-manager's kinds, typed by @kubernetes-models/cert-manager. */
export class Certificate extends kind<Plain<ICertificate>>('cert-manager.io/v1', 'Certificate') {}
