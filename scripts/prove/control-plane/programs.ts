import { built, type GoProgram, pinnedVersion } from '../go/build.ts';

/** Version of Kubernetes that is run, which is the newest that the checks know. */
export const KUBERNETES = pinnedVersion('control-plane', 'k8s.io/kubernetes');

const [MAJOR = '', MINOR = ''] = KUBERNETES.slice(1).split('.');
const VERSION = {
  'k8s.io/component-base/version.gitVersion': KUBERNETES,
  'k8s.io/component-base/version.gitMajor': MAJOR,
  'k8s.io/component-base/version.gitMinor': MINOR,
  'k8s.io/component-base/version.gitTreeState': 'clean',
};

/** Paths of the programs of a control plane, built where they are not there yet. */
export async function controlPlanePrograms() {
  const etcd = { name: 'etcd', module: 'control-plane', package: 'go.etcd.io/etcd/server/v3' };
  return {
    etcd: await built(etcd),
    apiServer: await built(ofKubernetes('kube-apiserver')),
    controllerManager: await built(ofKubernetes('kube-controller-manager')),
    scheduler: await built(ofKubernetes('kube-scheduler')),
  };
}

function ofKubernetes(name: string): GoProgram {
  return { name, module: 'control-plane', package: `k8s.io/kubernetes/cmd/${name}`, variables: VERSION };
}
