import { REPORT } from './drill-namespace.ts';

/** What of the restored objects counts: a claim that is not from the backup is empty, and proves nothing. */
const FOUND = `select(.metadata.labels["velero.io/restore-name"] == $restore)
| "there \\(.kind)/\\(.metadata.name)",
  (select(.kind == "PersistentVolumeClaim" and .status.phase == "Bound") | "bound \\(.metadata.name)"),
  (select(.kind == "StatefulSet" and (.status.readyReplicas // 0) >= .spec.replicas) | "ready \\(.kind)/\\(.metadata.name)")`;

/**
 * A drill, as a program of sh. Whatever happens, it removes what it restored and writes its line; it ends with 0 only if
 * everything expected was there. What a killed drill left behind goes before the next one starts.
 */
export const DRILL_SCRIPT = `started=$(date +%s)
restore="$PLATFORM-drill-$started"
result=failed
detail='ended early'

clean() {
  kubectl --namespace "$VELERO" delete restores.velero.io --selector "charthouse.dev/drill=$PLATFORM" --wait=false &&
  kubectl delete "$KINDS,persistentvolumeclaims,services" --selector app.kubernetes.io/component!=drill --timeout=10m &&
  kubectl delete configmaps,serviceaccounts --selector velero.io/restore-name --timeout=5m
}

finish() {
  trap - EXIT
  clean || { result=failed; detail="$detail; not everything it restored could be removed"; }
  line="$result after $(($(date +%s) - started)) s: $detail"
  echo "$line"
  patch=$(jq -cn --arg time "$(date -u +%Y-%m-%dT%H-%M-%SZ)" --arg line "$line" '{data: {($time): $line}}')
  kubectl patch configmap ${REPORT} --type merge --patch "$patch" || result=failed
  [ "$result" = passed ] || exit 1
  exit 0
}
trap finish EXIT
trap 'exit 1' TERM

fail() {
  detail=$1
  exit 1
}

wait_or_fail() {
  [ $(($(date +%s) - started)) -lt "$WAIT_SECONDS" ] || fail "$1"
  sleep "$POLL_SECONDS"
}

clean
kubectl --namespace "$VELERO" get backups.velero.io --selector "velero.io/schedule-name=$PLATFORM" --output json > "$HOME/backups"
backup=$(jq -r '[.items[] | select(.status.phase == "Completed")] | sort_by(.status.startTimestamp) | last | .metadata.name // empty' "$HOME/backups")
[ -n "$backup" ] || fail "there is no completed backup"
age=$(jq -r --arg name "$backup" '.items[] | select(.metadata.name == $name) | now - (.status.startTimestamp | fromdateiso8601) | floor' "$HOME/backups")
[ "$age" -le "$MAX_AGE_SECONDS" ] || fail "the newest backup, $backup, is $((age / 3600)) hours old"

jq -n --arg name "$restore" --arg velero "$VELERO" --arg platform "$PLATFORM" --arg backup "$backup" --argjson spec "$RESTORE" '{
  apiVersion: "velero.io/v1",
  kind: "Restore",
  metadata: {name: $name, namespace: $velero, labels: {"charthouse.dev/drill": $platform}},
  spec: ($spec + {backupName: $backup})
}' > "$HOME/restore"
kubectl create --filename "$HOME/restore"
while true; do
  phase=$(kubectl --namespace "$VELERO" get restores.velero.io "$restore" --output 'jsonpath={.status.phase}')
  case "$phase" in
    Completed) break ;;
    *Failed*) fail "the restore of $backup ended as $phase" ;;
  esac
  wait_or_fail "the restore of $backup took too long"
done

while true; do
  kubectl get "$KINDS,persistentvolumeclaims" --output json > "$HOME/found"
  missing=$(jq -r --arg restore "$restore" --argjson expected "$EXPECTED" '$expected - [.items[] | ${FOUND}] | join(", ")' "$HOME/found")
  [ -n "$missing" ] || break
  wait_or_fail "$backup is restored, but for: $missing"
done
result=passed
detail="$backup, $((age / 3600)) hours old, was restored with all that is expected"
`;
