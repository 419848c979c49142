{{- define "sensor.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "sensor.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "sensor.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "sensor.selector" -}}
app.kubernetes.io/name: {{ include "sensor.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: sensor
{{- end -}}

{{- define "sensor.labels" -}}
{{ include "sensor.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: breakwater
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "sensor.serviceAccount" -}}
{{- default (ternary (include "sensor.fullname" .) "default" .Values.serviceAccount.create) .Values.serviceAccount.name -}}
{{- end -}}

{{- define "sensor.image" -}}
{{- $registry := default .Values.image.registry .Values.global.imageRegistry -}}
{{- $name := printf "%s/%s" $registry .Values.image.repository | trimPrefix "/" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $name .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $name (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "sensor.enrolmentSecret" -}}
{{- default (printf "%s-enrolment" (include "sensor.fullname" .)) .Values.enrolment.existingSecret -}}
{{- end -}}

{{/* What has to be given, told in words before anything is rendered. */}}
{{- define "sensor.check" -}}
{{- $own := .Values.enrolment.existingSecret -}}
{{- if and (not .Values.central.address) (not $own) -}}
{{- fail "central.address is missing: host:port of central's link, or enrolment.existingSecret with the key \"central\"" -}}
{{- end -}}
{{- if and (not .Values.cluster.name) (not $own) -}}
{{- fail "cluster.name is missing: the name under which the cluster was added in central, or enrolment.existingSecret with the key \"cluster\"" -}}
{{- end -}}
{{- if and $own .Values.enrolment.token -}}
{{- fail "enrolment.token and enrolment.existingSecret are both given; give one" -}}
{{- end -}}
{{- if and .Values.proxy.https .Values.proxy.existingSecret -}}
{{- fail "proxy.https and proxy.existingSecret are both given; give one" -}}
{{- end -}}
{{- if .Values.node.enabled -}}
{{- if not .Values.node.url -}}
{{- fail "node.url is missing: the address of central's console and REST, such as https://breakwater.example.com" -}}
{{- end -}}
{{- if not .Values.node.existingSecret -}}
{{- fail "node.existingSecret is missing: a Secret with an API token of the role node under the key \"token\"" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "sensor.nodeSelectorLabels" -}}
app.kubernetes.io/name: {{ include "sensor.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: node
{{- end -}}

{{- define "sensor.nodeLabels" -}}
{{ include "sensor.labels" . | replace "app.kubernetes.io/component: sensor" "app.kubernetes.io/component: node" }}
{{- end -}}

{{/* Not empty where ServiceMonitor and PrometheusRule are known. */}}
{{- define "sensor.monitoringServed" -}}
{{- if or .Values.monitoring.assumeServed (.Capabilities.APIVersions.Has "monitoring.coreos.com/v1") -}}
yes
{{- end -}}
{{- end -}}
