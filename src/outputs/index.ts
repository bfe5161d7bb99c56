export { argocd } from './argocd/output.ts';
export { helm } from './helm/output.ts';
export { kustomize } from './kustomize/output.ts';
export { manifests } from './manifests/output.ts';
export { previews } from './previews/output.ts';
