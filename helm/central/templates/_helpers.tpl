{{- define "central.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "central.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "central.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "central.selector" -}}
app.kubernetes.io/name: {{ include "central.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: central
{{- end -}}

{{- define "central.labels" -}}
{{ include "central.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: breakwater
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "central.serviceAccount" -}}
{{- default (ternary (include "central.fullname" .) "default" .Values.serviceAccount.create) .Values.serviceAccount.name -}}
{{- end -}}

{{- define "central.image" -}}
{{- $registry := default .Values.image.registry .Values.global.imageRegistry -}}
{{- $name := printf "%s/%s" $registry .Values.image.repository | trimPrefix "/" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $name .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{/* A Secret of the release, or the one that is named. */}}
{{- define "central.secret" -}}
{{- default (printf "%s-%s" (include "central.fullname" .root) .suffix) .own -}}
{{- end -}}

{{- define "central.databaseSecret" -}}
{{- include "central.secret" (dict "root" . "suffix" "database" "own" .Values.database.existingSecret) -}}
{{- end -}}

{{- define "central.masterKeySecret" -}}
{{- include "central.secret" (dict "root" . "suffix" "master-key" "own" .Values.masterKey.existingSecret) -}}
{{- end -}}

{{- define "central.adminSecret" -}}
{{- include "central.secret" (dict "root" . "suffix" "admin" "own" .Values.admin.existingSecret) -}}
{{- end -}}

{{/* What has to be given, told in words before anything is rendered. */}}
{{- define "central.check" -}}
{{- if not .Values.link.address -}}
{{- fail "link.address is missing: host:port under which sensors reach central" -}}
{{- end -}}
{{- if not (or .Values.database.url .Values.database.existingSecret) -}}
{{- fail "database.url is missing: jdbc:postgresql://HOST/NAME, or database.existingSecret with the key \"url\"" -}}
{{- end -}}
{{- if and .Values.database.password .Values.database.existingSecret -}}
{{- fail "database.password and database.existingSecret are both given; give one" -}}
{{- end -}}
{{- if not (or .Values.masterKey.value .Values.masterKey.existingSecret) -}}
{{- fail "masterKey.value or masterKey.existingSecret is missing: make a key with 'openssl rand -base64 32' and keep it where you keep your secrets" -}}
{{- end -}}
{{- if and .Values.masterKey.value .Values.masterKey.existingSecret -}}
{{- fail "masterKey.value and masterKey.existingSecret are both given; give one" -}}
{{- end -}}
{{- if and .Values.admin.password .Values.admin.existingSecret -}}
{{- fail "admin.password and admin.existingSecret are both given; give one" -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.host) -}}
{{- fail "ingress.host is missing: the name under which people reach the console" -}}
{{- end -}}
{{- if and .Values.serviceMonitor.enabled (not .Values.serviceMonitor.existingSecret) -}}
{{- fail "serviceMonitor.existingSecret is missing: a Secret with an API token, since metrics are only shown to who is signed in" -}}
{{- end -}}
{{- end -}}

{{/* Not empty where ServiceMonitor and PrometheusRule are known. */}}
{{- define "central.monitoringServed" -}}
{{- if or .Values.monitoring.assumeServed (.Capabilities.APIVersions.Has "monitoring.coreos.com/v1") -}}
yes
{{- end -}}
{{- end -}}
