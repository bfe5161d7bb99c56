{{- /* Rendered by charthouse synth from environments/. Do not edit. */}}
{{- /* What all services use at their largest while all of them are being replaced, in whole cores and GiB. */}}
{{- define "spywatcher.quota" }}
{{- $derived := .Files.Get (printf "derived/%s.yaml" .Values.environment) | fromYaml }}
{{- $pods := 0 }}{{ $cpu := 0 }}{{ $memory := 0 }}{{ $limit := 0 }}
{{- /* spywatcher-backend */}}
{{- if true }}
{{- $count := add (int64 2) (mul (int64 2) (add 0 (int64 (index .Values.services "spywatcher-backend").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "spywatcher-backend").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "spywatcher-backend").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "spywatcher-backend").resources.limits.memory | int64) (include "charthouse.bytes" "256Mi" | int64))) }}
{{- end }}
{{- /* spywatcher-frontend */}}
{{- if true }}
{{- $count := add (int64 0) (mul (int64 2) (add 0 (int64 (index .Values.services "spywatcher-frontend").scaling.max))) }}
{{- $pods = add $pods $count }}
{{- $cpu = add $cpu (mul $count (add (include "charthouse.millicores" (index .Values.services "spywatcher-frontend").resources.requests.cpu | int64) (include "charthouse.millicores" "50m" | int64))) }}
{{- $memory = add $memory (mul $count (add (include "charthouse.bytes" (index .Values.services "spywatcher-frontend").resources.requests.memory | int64) (include "charthouse.bytes" "64Mi" | int64))) }}
{{- $limit = add $limit (mul $count (add (include "charthouse.bytes" (index .Values.services "spywatcher-frontend").resources.limits.memory | int64) (include "charthouse.bytes" "256Mi" | int64))) }}
{{- end }}
pods: {{ $pods | quote }}
cpu: {{ include "charthouse.cores" $cpu | quote }}
memory: {{ include "charthouse.gibibytes" $memory | quote }}
limit: {{ include "charthouse.gibibytes" $limit | quote }}
{{- end }}
