/** Label of Applications that the root brings and does not wait for. */
export const ON_ITS_OWN = 'charthouse.dev/on-its-own';

/**
 * Health of an Application within another: Argo CD has none for it, and takes it for healthy at once, so that the
 * root Application would bring environments before the add-ons they need are there. One that a person syncs and nobody
 * has yet is healthy: otherwise the root's own sync would wait for it, and every later commit with it
 * (github.com/argoproj/argo-cd/issues/19422). So is one that nobody waits for, whatever it is itself: its own alerts tell.
 */
const APPLICATION_HEALTH = `hs = {status = "Progressing", message = ""}
if obj.status ~= nil and obj.status.health ~= nil then
  if obj.status.health.status ~= nil then
    hs.status = obj.status.health.status
  end
  if obj.status.health.message ~= nil then
    hs.message = obj.status.health.message
  end
end
local policy = obj.spec.syncPolicy
local automated = policy ~= nil and policy.automated ~= nil and policy.automated.enabled ~= false
local labels = obj.metadata.labels
if labels ~= nil and labels["${ON_ITS_OWN}"] == "true" then
  hs.message = "on its own, itself " .. hs.status
  hs.status = "Healthy"
elseif hs.status == "Missing" and not automated then
  hs.status = "Healthy"
  hs.message = "waits for a person to sync it"
elseif hs.status == "Suspended" then
  hs.status = "Healthy"
  hs.message = "something in it is suspended"
end
return hs
`;

/**
 * Health of a Rollout, as the phase that its controller tells, but one that is paused, or measures at a step, is healthy:
 * it serves, and waits for the clock, for requests or a person. Argo CD's own rule calls it suspended or progressing, and a
 * sync would wait for it: the commit that takes a bad release back could not be synced meanwhile.
 */
const ROLLOUT_HEALTH = `hs = {status = "Progressing", message = "waits for the controller"}
if obj.status == nil or obj.status.phase == nil then
  return hs
end
if tonumber(obj.status.observedGeneration) ~= obj.metadata.generation then
  return hs
end
hs.status = obj.status.phase
hs.message = obj.status.message
local canary = obj.status.canary
local measured = canary ~= nil and canary.currentStepAnalysisRunStatus
if hs.status == "Paused" then
  hs.status = "Healthy"
  hs.message = "a release is paused"
elseif hs.status == "Progressing" and measured and measured.status == "Running" then
  hs.status = "Healthy"
  hs.message = "a release waits for requests"
end
return hs
`;

/** Settings of Argo CD that the Applications need, as data of the ConfigMap argocd-cm. */
export const HEALTH_SETTINGS: Readonly<Record<string, string>> = {
  'resource.customizations.health.argoproj.io_Application': APPLICATION_HEALTH,
  'resource.customizations.health.argoproj.io_Rollout': ROLLOUT_HEALTH,
};
