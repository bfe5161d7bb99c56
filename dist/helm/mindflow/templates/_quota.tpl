{{- /* Rendered by charthouse synth from environments/. Do not edit. */}}
{{- /* What all services use at their largest while all of them are being replaced, in whole cores and GiB. */}}
{{- define "mindflow.quota" }}
{{- $derived := .Files.Get (printf "derived/%s.yaml" .Values.environment) | fromYaml }}
{{- $pods := 0 }}{{ $cpu := 0 }}{{ $memory := 0 }}{{ $limit := 0 }}
{{- /* audit-worker */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "audit-worker").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "audit-worker").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "audit-worker").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "audit-worker").resources.limits.memory | int64) (include "charthouse.bytes" .Values.mesh.istio.proxy.limits.memory | int64))) }}
{{- end }}
{{- /* command-service */}}
{{- if true }}
{{- $count := add (int64 2) (mul (int64 2) (add 0 (int64 (index .Values.services "command-service").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "command-service").resources.requests.cpu | int64) (include "charthouse.millicores" "100m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "command-service").resources.requests.memory | int64) (include "charthouse.bytes" "128Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "command-service").resources.limits.memory | int64) (include "charthouse.bytes" "128Mi" | int64))) }}
{{- end }}
{{- /* graphql-gateway */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "graphql-gateway").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "graphql-gateway").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "graphql-gateway").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "graphql-gateway").resources.limits.memory | int64) (include "charthouse.bytes" .Values.mesh.istio.proxy.limits.memory | int64))) }}
{{- end }}
{{- /* media-service */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "media-service").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "media-service").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "media-service").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "media-service").resources.limits.memory | int64) (include "charthouse.bytes" .Values.mesh.istio.proxy.limits.memory | int64))) }}
{{- end }}
{{- /* notification-worker */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "notification-worker").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "notification-worker").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "notification-worker").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "notification-worker").resources.limits.memory | int64) (include "charthouse.bytes" .Values.mesh.istio.proxy.limits.memory | int64))) }}
{{- end }}
{{- /* query-service */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "query-service").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "query-service").resources.requests.cpu | int64) (include "charthouse.millicores" "100m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "query-service").resources.requests.memory | int64) (include "charthouse.bytes" "128Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "query-service").resources.limits.memory | int64) (include "charthouse.bytes" "128Mi" | int64))) }}
{{- end }}
{{- /* search-indexer */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "search-indexer").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "search-indexer").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "search-indexer").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "search-indexer").resources.limits.memory | int64) (include "charthouse.bytes" .Values.mesh.istio.proxy.limits.memory | int64))) }}
{{- end }}
{{- /* web-app */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "web-app").scaling.max) (ternary (int64 (index .Values.services "web-app").variants.redesign.scaling.max) 0 (index $derived.quota "web-app-redesign").isThere))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "web-app").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "web-app").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "web-app").resources.limits.memory | int64) (include "charthouse.bytes" .Values.mesh.istio.proxy.limits.memory | int64))) }}
{{- end }}
pods: {{ $pods | quote }}
cpu: {{ include "charthouse.cores" $cpu | quote }}
memory: {{ include "charthouse.gibibytes" $memory | quote }}
limit: {{ include "charthouse.gibibytes" $limit | quote }}
{{- end }}
