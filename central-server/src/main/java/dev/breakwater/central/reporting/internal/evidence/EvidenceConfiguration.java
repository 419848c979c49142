package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcels;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SigningKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways that reports go by themselves. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    ReportDelivery reportsByMail(Parcels parcels, SigningKeys keys, SealedDays days) {
        return new ParcelDelivery(NotifierKind.EMAIL, "by e-mail", parcels, keys, days);
    }

    @Bean
    ReportDelivery reportsByWebhook(Parcels parcels, SigningKeys keys, SealedDays days) {
        return new ParcelDelivery(NotifierKind.WEBHOOK, "by a signed request", parcels, keys, days);
    }

    @Bean
    ReportDelivery reportsIntoBucket(Parcels parcels, SigningKeys keys, SealedDays days) {
        return new ParcelDelivery(NotifierKind.S3, "into a bucket", parcels, keys, days);
    }
}
