package dev.breakwater.central.detection.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JudgementProperties.class)
class DetectionConfiguration {}
