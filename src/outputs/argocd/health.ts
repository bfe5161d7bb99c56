/**
 * Health of an Application within another: Argo CD has none for it, and takes it for healthy at once, so that the
 * root Application would bring environments before the add-ons they need are there. One that a person syncs and nobody
 * has yet is healthy, and so is one with a paused release: otherwise the root's own sync would wait for them, and every
 * later commit with it (github.com/argoproj/argo-cd/issues/19422).
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
if hs.status == "Missing" and not automated then
  hs.status = "Healthy"
  hs.message = "waits for a person to sync it"
elseif hs.status == "Suspended" then
  hs.status = "Healthy"
  hs.message = "a release in it is paused"
end
return hs
`;

/** Settings of Argo CD that the root Application needs, as data of the ConfigMap argocd-cm. */
export const HEALTH_SETTINGS: Readonly<Record<string, string>> = {
  'resource.customizations.health.argoproj.io_Application': APPLICATION_HEALTH,
};
