{{- /* Rendered by charthouse synth from environments/. Do not edit. */}}
{{- define "charthouse.millicores" }}
{{- if hasSuffix "m" . }}{{ trimSuffix "m" . }}{{ else }}{{ mul 1000 (int64 .) }}{{ end }}
{{- end }}
{{- define "charthouse.bytes" }}
{{- $text := . }}
{{- $factor := 1 }}
{{- range $power, $unit := list "Ki" "Mi" "Gi" "Ti" }}
{{- if hasSuffix $unit $text }}
{{- $factor = 1024 }}{{ range until $power }}{{ $factor = mul $factor 1024 }}{{ end }}
{{- end }}
{{- end }}
{{- mul $factor (int64 (regexFind "^[0-9]+" $text)) }}
{{- end }}
{{- define "charthouse.canonical" }}
{{- $number := regexFind "^[0-9]+" . | int64 }}
{{- $unit := regexFind "[A-Za-z]*$" . }}
{{- $next := dict "Ki" "Mi" "Mi" "Gi" "Gi" "Ti" }}
{{- if and (eq $unit "m") (eq (int64 (mod $number 1000)) 0) }}{{ div $number 1000 }}
{{- else if and (hasKey $next $unit) (eq (int64 (mod $number 1024)) 0) }}{{ include "charthouse.canonical" (printf "%d%s" (div $number 1024) (get $next $unit)) }}
{{- else }}{{ . }}{{ end }}
{{- end }}
{{- define "charthouse.cores" }}{{ div (add . 999) 1000 }}{{ end }}
{{- define "charthouse.gibibytes" }}
{{- $amount := div (add . 1073741823) 1073741824 }}
{{- if eq (int64 $amount) 0 }}0{{ else if eq (int64 (mod $amount 1024)) 0 }}{{ div $amount 1024 }}Ti{{ else }}{{ $amount }}Gi{{ end }}
{{- end }}
