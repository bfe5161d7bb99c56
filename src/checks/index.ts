import { accountTokensShortLived } from './account-tokens-short-lived/check.ts';
import { apiVersionCurrent } from './api-version-current/check.ts';
import { apiVersionServed } from './api-version-served/check.ts';
import { apparmorConfined } from './apparmor-confined/check.ts';
import { applicationSetStrict } from './application-set-strict/check.ts';
import { argoDestinationClear } from './argo-destination-clear/check.ts';
import { argoIgnoreNamesGroup } from './argo-ignore-names-group/check.ts';
import { argoNeverEmpties } from './argo-never-empties/check.ts';
import { argoProjectBounded } from './argo-project-bounded/check.ts';
import { argoProjectChosen } from './argo-project-chosen/check.ts';
import { argoProjectPermits } from './argo-project-permits/check.ts';
import { argoRevisionPinned } from './argo-revision-pinned/check.ts';
import { argoSourceClear } from './argo-source-clear/check.ts';
import { authorizationNarrow } from './authorization-narrow/check.ts';
import { authorizationPortOfPod } from './authorization-port-of-pod/check.ts';
import { authorizedCallsReachPods } from './authorized-calls-reach-pods/check.ts';
import { autoscalerAlone } from './autoscaler-alone/check.ts';
import { capabilitiesDropped } from './capabilities-dropped/check.ts';
import { capabilitiesNotAdded } from './capabilities-not-added/check.ts';
import { certificateApprovalNotGranted } from './certificate-approval-not-granted/check.ts';
import type { Check } from './check.ts';
import { clusterAdminNotGranted } from './cluster-admin-not-granted/check.ts';
import { clusterScopeNeeded } from './cluster-scope-needed/check.ts';
import { configMapKnown } from './config-map-known/check.ts';
import { containersUnprivileged } from './containers-unprivileged/check.ts';
import { cronConcurrencyChosen } from './cron-concurrency-chosen/check.ts';
import { cronScheduleValid } from './cron-schedule-valid/check.ts';
import { cronStartingDeadlineSet } from './cron-starting-deadline-set/check.ts';
import { cronTimeZoneSet } from './cron-time-zone-set/check.ts';
import { destinationRuleAlone } from './destination-rule-alone/check.ts';
import { disruptionBudgetAlone } from './disruption-budget-alone/check.ts';
import { disruptionBudgetLetsDrain } from './disruption-budget-lets-drain/check.ts';
import { disruptionBudgetSelectsPods } from './disruption-budget-selects-pods/check.ts';
import { disruptionBudgetSet } from './disruption-budget-set/check.ts';
import { egressAllowsDns } from './egress-allows-dns/check.ts';
import { egressAllowsIstiod } from './egress-allows-istiod/check.ts';
import { emptyDirSizeLimited } from './empty-dir-size-limited/check.ts';
import { environmentNamesUnique } from './environment-names-unique/check.ts';
import { ephemeralContainersAbsent } from './ephemeral-containers-absent/check.ts';
import { escalationNotGranted } from './escalation-not-granted/check.ts';
import { eventDeletionNotGranted } from './event-deletion-not-granted/check.ts';
import { everybodyNotGranted } from './everybody-not-granted/check.ts';
import { gatewayEncrypted } from './gateway-encrypted/check.ts';
import { gatewayRouteKnown } from './gateway-route-known/check.ts';
import { gatewayServesHost } from './gateway-serves-host/check.ts';
import { groupNotRoot } from './group-not-root/check.ts';
import { hostNamespacesUnused } from './host-namespaces-unused/check.ts';
import { hostPathUnused } from './host-path-unused/check.ts';
import { hostPortUnused } from './host-port-unused/check.ts';
import { hostProcessUnused } from './host-process-unused/check.ts';
import { identityUnique } from './identity-unique/check.ts';
import { imageDigestPinned } from './image-digest-pinned/check.ts';
import { imageFromKnownRegistry } from './image-from-known-registry/check.ts';
import { imagePulledWhenAbsent } from './image-pulled-when-absent/check.ts';
import { imageStillPublished } from './image-still-published/check.ts';
import { imageTagPinned } from './image-tag-pinned/check.ts';
import { ingressBackendKnown } from './ingress-backend-known/check.ts';
import { ingressEncrypted } from './ingress-encrypted/check.ts';
import { ingressHostNamed } from './ingress-host-named/check.ts';
import { ingressPathOnce } from './ingress-path-once/check.ts';
import { ingressTlsCoversHosts } from './ingress-tls-covers-hosts/check.ts';
import { jobTimeLimited } from './job-time-limited/check.ts';
import { jobsKeptForSync } from './jobs-kept-for-sync/check.ts';
import { kindHasAddOn } from './kind-has-add-on/check.ts';
import { kindKnown } from './kind-known/check.ts';
import { labelValid } from './label-valid/check.ts';
import { livenessAfterReadiness } from './liveness-after-readiness/check.ts';
import { livenessProbeSet } from './liveness-probe-set/check.ts';
import { memoryInWholeBytes } from './memory-in-whole-bytes/check.ts';
import { memoryLimitSet } from './memory-limit-set/check.ts';
import { memoryVolumeWithinLimit } from './memory-volume-within-limit/check.ts';
import { meshGatewayKnown } from './mesh-gateway-known/check.ts';
import { meshHostKnown } from './mesh-host-known/check.ts';
import { meshPolicySelectsPods } from './mesh-policy-selects-pods/check.ts';
import { meshPortKnown } from './mesh-port-known/check.ts';
import { meshPrincipalKnown } from './mesh-principal-known/check.ts';
import { meshSubsetKnown } from './mesh-subset-known/check.ts';
import { meshTlsAgrees } from './mesh-tls-agrees/check.ts';
import { metadataAddressBlocked } from './metadata-address-blocked/check.ts';
import { monitorFindsTargets } from './monitor-finds-targets/check.ts';
import { mountPathsUnique } from './mount-paths-unique/check.ts';
import { mtlsStrict } from './mtls-strict/check.ts';
import { nameValid } from './name-valid/check.ts';
import { namespaceDeniesByDefault } from './namespace-denies-by-default/check.ts';
import { namespaceExplicit } from './namespace-explicit/check.ts';
import { namespaceHasLimitRange } from './namespace-has-limit-range/check.ts';
import { namespaceHasQuota } from './namespace-has-quota/check.ts';
import { namespacePodSecurityEnforced } from './namespace-pod-security-enforced/check.ts';
import { networkPoliciesAgree } from './network-policies-agree/check.ts';
import { networkPolicyNarrow } from './network-policy-narrow/check.ts';
import { networkPolicyPeersKnown } from './network-policy-peers-known/check.ts';
import { networkPolicyPortOfPod } from './network-policy-port-of-pod/check.ts';
import { networkPolicySelectsPods } from './network-policy-selects-pods/check.ts';
import { nodeProxyNotGranted } from './node-proxy-not-granted/check.ts';
import { podCreationNotGranted } from './pod-creation-not-granted/check.ts';
import { podShellsNotGranted } from './pod-shells-not-granted/check.ts';
import { podsHaveController } from './pods-have-controller/check.ts';
import { portProtocolKnown } from './port-protocol-known/check.ts';
import { priorityClassKnown } from './priority-class-known/check.ts';
import { priorityClassSet } from './priority-class-set/check.ts';
import { privilegeEscalationDenied } from './privilege-escalation-denied/check.ts';
import { probeHostUnset } from './probe-host-unset/check.ts';
import { probePortDeclared } from './probe-port-declared/check.ts';
import { probeThresholdsPossible } from './probe-thresholds-possible/check.ts';
import { procMountDefault } from './proc-mount-default/check.ts';
import { publicHostNamed } from './public-host-named/check.ts';
import { quotaFitsLargestScale } from './quota-fits-largest-scale/check.ts';
import { readOnlyRootFilesystem } from './read-only-root-filesystem/check.ts';
import { readinessProbeSet } from './readiness-probe-set/check.ts';
import { recommendedLabelsSet } from './recommended-labels-set/check.ts';
import { replicasLeftToAutoscaler } from './replicas-left-to-autoscaler/check.ts';
import { requestsWithinLimits } from './requests-within-limits/check.ts';
import { resourceRequestsSet } from './resource-requests-set/check.ts';
import { restartPolicyFits } from './restart-policy-fits/check.ts';
import { revisionHistoryKept } from './revision-history-kept/check.ts';
import { roleKnown } from './role-known/check.ts';
import { rollingUpdatePossible } from './rolling-update-possible/check.ts';
import { rolloutPausesEnd } from './rollout-pauses-end/check.ts';
import { routeReachable } from './route-reachable/check.ts';
import { routeWeightsTotal100 } from './route-weights-total-100/check.ts';
import { runsAsNonRoot } from './runs-as-non-root/check.ts';
import { scaleBoundsOrdered } from './scale-bounds-ordered/check.ts';
import { scaleTargetKnown } from './scale-target-known/check.ts';
import { seccompProfileSet } from './seccomp-profile-set/check.ts';
import { secretKnown } from './secret-known/check.ts';
import { secretProducedOnce } from './secret-produced-once/check.ts';
import { secretStoreKnown } from './secret-store-known/check.ts';
import { secretsNotGranted } from './secrets-not-granted/check.ts';
import { secretsNotInArguments } from './secrets-not-in-arguments/check.ts';
import { secretsNotInConfigMaps } from './secrets-not-in-config-maps/check.ts';
import { secretsNotInVariables } from './secrets-not-in-variables/check.ts';
import { secretsReadFromFiles } from './secrets-read-from-files/check.ts';
import { secretsWithoutValues } from './secrets-without-values/check.ts';
import { secureShellUnused } from './secure-shell-unused/check.ts';
import { selectorMatchesTemplate } from './selector-matches-template/check.ts';
import { selinuxTypeAllowed } from './selinux-type-allowed/check.ts';
import { serviceAccountKnown } from './service-account-known/check.ts';
import { serviceAccountNotDefault } from './service-account-not-default/check.ts';
import { serviceAccountTokenUnmounted } from './service-account-token-unmounted/check.ts';
import { serviceEntryResolvable } from './service-entry-resolvable/check.ts';
import { serviceInsideCluster } from './service-inside-cluster/check.ts';
import { serviceSelectsPods } from './service-selects-pods/check.ts';
import { serviceTargetPortDeclared } from './service-target-port-declared/check.ts';
import { sidecarIncludesCalled } from './sidecar-includes-called/check.ts';
import { sidecarKnowsHosts } from './sidecar-knows-hosts/check.ts';
import { sizeWithinLimits } from './size-within-limits/check.ts';
import { spreadOverNodes } from './spread-over-nodes/check.ts';
import { spreadSelectsOwnPods } from './spread-selects-own-pods/check.ts';
import { statefulSetServiceHeadless } from './stateful-set-service-headless/check.ts';
import { stopsGracefully } from './stops-gracefully/check.ts';
import { subsetSelectsPods } from './subset-selects-pods/check.ts';
import { syncWavesOrdered } from './sync-waves-ordered/check.ts';
import { sysctlsSafe } from './sysctls-safe/check.ts';
import { tlsSecretKnown } from './tls-secret-known/check.ts';
import { tokenCreationNotGranted } from './token-creation-not-granted/check.ts';
import { tokenIssuerKnown } from './token-issuer-known/check.ts';
import { tokenRequired } from './token-required/check.ts';
import { tokensAbsent } from './tokens-absent/check.ts';
import { unhealthyPodsEvictable } from './unhealthy-pods-evictable/check.ts';
import { updatesRoll } from './updates-roll/check.ts';
import { userNotOfSidecar } from './user-not-of-sidecar/check.ts';
import { userNotRoot } from './user-not-root/check.ts';
import { utilisationHasRequests } from './utilisation-has-requests/check.ts';
import { virtualServiceAlone } from './virtual-service-alone/check.ts';
import { volumeClaimKnown } from './volume-claim-known/check.ts';
import { volumeCreationNotGranted } from './volume-creation-not-granted/check.ts';
import { volumeMountsKnown } from './volume-mounts-known/check.ts';
import { volumeTypesRestricted } from './volume-types-restricted/check.ts';
import { webhookChangesNotGranted } from './webhook-changes-not-granted/check.ts';
import { webhookServiceKnown } from './webhook-service-known/check.ts';
import { wellFormed } from './well-formed/check.ts';
import { wildcardsNotGranted } from './wildcards-not-granted/check.ts';
import { withinLimitRange } from './within-limit-range/check.ts';
import { workloadsAuthorized } from './workloads-authorized/check.ts';

/** Every check, in the order of the topics, then by name. */
export const checks: readonly Check[] = [
  apiVersionCurrent,
  apiVersionServed,
  identityUnique,
  kindKnown,
  labelValid,
  nameValid,
  sizeWithinLimits,
  wellFormed,
  autoscalerAlone,
  configMapKnown,
  disruptionBudgetAlone,
  disruptionBudgetSelectsPods,
  gatewayRouteKnown,
  ingressBackendKnown,
  monitorFindsTargets,
  priorityClassKnown,
  roleKnown,
  scaleTargetKnown,
  secretKnown,
  secretProducedOnce,
  secretStoreKnown,
  serviceAccountKnown,
  serviceSelectsPods,
  serviceTargetPortDeclared,
  statefulSetServiceHeadless,
  tlsSecretKnown,
  volumeClaimKnown,
  volumeMountsKnown,
  webhookServiceKnown,
  apparmorConfined,
  capabilitiesDropped,
  capabilitiesNotAdded,
  containersUnprivileged,
  ephemeralContainersAbsent,
  groupNotRoot,
  hostNamespacesUnused,
  hostPathUnused,
  hostPortUnused,
  hostProcessUnused,
  mountPathsUnique,
  namespacePodSecurityEnforced,
  privilegeEscalationDenied,
  probeHostUnset,
  procMountDefault,
  readOnlyRootFilesystem,
  runsAsNonRoot,
  seccompProfileSet,
  secureShellUnused,
  selinuxTypeAllowed,
  serviceAccountNotDefault,
  serviceAccountTokenUnmounted,
  sysctlsSafe,
  userNotOfSidecar,
  userNotRoot,
  volumeTypesRestricted,
  imageDigestPinned,
  imageFromKnownRegistry,
  imagePulledWhenAbsent,
  imageStillPublished,
  imageTagPinned,
  emptyDirSizeLimited,
  memoryInWholeBytes,
  memoryLimitSet,
  memoryVolumeWithinLimit,
  namespaceHasLimitRange,
  namespaceHasQuota,
  quotaFitsLargestScale,
  requestsWithinLimits,
  resourceRequestsSet,
  utilisationHasRequests,
  withinLimitRange,
  cronConcurrencyChosen,
  cronScheduleValid,
  cronStartingDeadlineSet,
  cronTimeZoneSet,
  disruptionBudgetLetsDrain,
  disruptionBudgetSet,
  environmentNamesUnique,
  jobTimeLimited,
  livenessAfterReadiness,
  livenessProbeSet,
  namespaceExplicit,
  podsHaveController,
  priorityClassSet,
  probePortDeclared,
  probeThresholdsPossible,
  readinessProbeSet,
  recommendedLabelsSet,
  replicasLeftToAutoscaler,
  restartPolicyFits,
  revisionHistoryKept,
  rollingUpdatePossible,
  scaleBoundsOrdered,
  selectorMatchesTemplate,
  spreadOverNodes,
  spreadSelectsOwnPods,
  stopsGracefully,
  unhealthyPodsEvictable,
  updatesRoll,
  egressAllowsDns,
  ingressEncrypted,
  ingressHostNamed,
  ingressPathOnce,
  ingressTlsCoversHosts,
  metadataAddressBlocked,
  namespaceDeniesByDefault,
  networkPoliciesAgree,
  networkPolicyNarrow,
  networkPolicyPeersKnown,
  networkPolicyPortOfPod,
  networkPolicySelectsPods,
  serviceInsideCluster,
  authorizationNarrow,
  authorizationPortOfPod,
  authorizedCallsReachPods,
  destinationRuleAlone,
  egressAllowsIstiod,
  gatewayEncrypted,
  gatewayServesHost,
  meshGatewayKnown,
  meshHostKnown,
  meshPolicySelectsPods,
  meshPortKnown,
  meshPrincipalKnown,
  meshSubsetKnown,
  meshTlsAgrees,
  mtlsStrict,
  portProtocolKnown,
  publicHostNamed,
  routeReachable,
  routeWeightsTotal100,
  serviceEntryResolvable,
  sidecarIncludesCalled,
  sidecarKnowsHosts,
  subsetSelectsPods,
  tokenIssuerKnown,
  tokenRequired,
  virtualServiceAlone,
  workloadsAuthorized,
  certificateApprovalNotGranted,
  clusterAdminNotGranted,
  clusterScopeNeeded,
  escalationNotGranted,
  eventDeletionNotGranted,
  everybodyNotGranted,
  nodeProxyNotGranted,
  podCreationNotGranted,
  podShellsNotGranted,
  secretsNotGranted,
  tokenCreationNotGranted,
  volumeCreationNotGranted,
  webhookChangesNotGranted,
  wildcardsNotGranted,
  accountTokensShortLived,
  secretsNotInArguments,
  secretsNotInConfigMaps,
  secretsNotInVariables,
  secretsReadFromFiles,
  secretsWithoutValues,
  tokensAbsent,
  applicationSetStrict,
  argoDestinationClear,
  argoIgnoreNamesGroup,
  argoNeverEmpties,
  argoProjectBounded,
  argoProjectChosen,
  argoProjectPermits,
  argoRevisionPinned,
  argoSourceClear,
  jobsKeptForSync,
  kindHasAddOn,
  rolloutPausesEnd,
  syncWavesOrdered,
];
