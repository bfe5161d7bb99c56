/**
 * Up as Kubernetes does by default: at once, doubling or four pods every 15 s, whichever is more. Down by the default
 * window of five minutes, in which the highest recommendation counts, but not to the bottom in one step: at most half
 * of the pods, or two where half is less, each minute, so that the rest is not overrun when the load comes back.
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#default-behavior
 */
export const BEHAVIOR = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 15 },
      { type: 'Pods', value: 4, periodSeconds: 15 },
    ],
  },
  scaleDown: {
    stabilizationWindowSeconds: 300,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 50, periodSeconds: 60 },
      { type: 'Pods', value: 2, periodSeconds: 60 },
    ],
  },
} as const;
