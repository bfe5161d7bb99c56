/** Where the job finds what it tells the store, and the account it tells it with. */
export const RETENTION_FILES = '/etc/retention';
export const RETENTION_SECRET = '/etc/store';

/** Files in these folders. */
export const POLICY_FILE = 'policy.json';
export const TEMPLATE_FILE = 'template.json';
export const AUTHORIZATION_FILE = 'authorization';

/**
 * Program of sh that gives a store a template for new indices, where there is one, and the policy that deletes them.
 * It changes only what differs, and puts indices under the policy that came before it. Needs curl and jq; variables:
 * `STORE` (`https://host:443`) and `INDICES` (`shop-logs`). The account is in a file that curl reads, in no argument.
 */
export const RETENTION_SCRIPT = String.raw`
answer=/tmp/answer

ask() {
  curl --silent --show-error --max-time 30 --request "$1" --output "$answer" --write-out '%{http_code}' \
    --header @${RETENTION_SECRET}/${AUTHORIZATION_FILE} --header 'Content-Type: application/json' \
    --data-binary "$3" "$STORE$2"
}

must() {
  status=$(ask "$@")
  case "$status" in
  2??) ;;
  *)
    echo "$1 $2: HTTP $status" >&2
    cat "$answer" >&2
    exit 1
    ;;
  esac
}

if [ -e ${RETENTION_FILES}/${TEMPLATE_FILE} ]; then
  must PUT "/_index_template/$INDICES" @${RETENTION_FILES}/${TEMPLATE_FILE}
fi

policy="/_plugins/_ism/policies/$INDICES"
status=$(ask GET "$policy" '')
case "$status" in
404)
  must PUT "$policy" @${RETENTION_FILES}/${POLICY_FILE}
  ;;
200)
  wanted=$(jq --raw-output .policy.description ${RETENTION_FILES}/${POLICY_FILE})
  if [ "$(jq --raw-output .policy.description "$answer")" != "$wanted" ]; then
    revision=$(jq --raw-output '"if_seq_no=\(._seq_no)&if_primary_term=\(._primary_term)"' "$answer")
    must PUT "$policy?$revision" @${RETENTION_FILES}/${POLICY_FILE}
    must POST "/_plugins/_ism/change_policy/$INDICES-*" "{\"policy_id\": \"$INDICES\"}"
  fi
  ;;
*)
  echo "GET $policy: HTTP $status" >&2
  cat "$answer" >&2
  exit 1
  ;;
esac

# Those that have a policy keep it. Without any index there is nothing to do.
status=$(ask POST "/_plugins/_ism/add/$INDICES-*" "{\"policy_id\": \"$INDICES\"}")
case "$status" in
2??) jq --raw-output '"\(.updated_indices) indices put under the policy"' "$answer" ;;
404) echo 'no indices yet' ;;
*)
  echo "adding the policy: HTTP $status" >&2
  cat "$answer" >&2
  exit 1
  ;;
esac
`.trimStart();
